"""Coding: linked clauses become PLOVER events by composing base acts and operators."""

from detente.coding.coder import Coding, coded, composed
from detente.coding.events import Stamp
from detente.coding.relation import Relation, related
from detente.coding.silence import Silence

__all__ = ["Coding", "Relation", "Silence", "Stamp", "coded", "composed", "related"]
