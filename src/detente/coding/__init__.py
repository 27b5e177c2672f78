"""Coding: linked clauses become PLOVER events by composing base acts and operators."""

from detente.coding.coder import Coding, Silence, coded, composed
from detente.coding.events import Stamp
from detente.coding.relation import Relation, related

__all__ = ["Coding", "Relation", "Silence", "Stamp", "coded", "composed", "related"]
