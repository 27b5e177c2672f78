"""Fold: coded events of many reports become happenings, contacts and claims."""

from detente.fold.claims import claims
from detente.fold.contacts import contact
from detente.fold.folding import alike, fold, neighbourhood
from detente.fold.mention import Mention, Neighbourhood

__all__ = ["Mention", "Neighbourhood", "alike", "claims", "contact", "fold", "neighbourhood"]
