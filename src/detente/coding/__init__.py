"""Coding: linked clauses become PLOVER events by composing base acts and operators."""

from detente.coding.candidates import Candidate
from detente.coding.coder import Coding, Judgement, coded, composed, judged
from detente.coding.events import Stamp
from detente.coding.relation import Relation, related
from detente.coding.silence import Silence

__all__ = [
    "Candidate",
    "Coding",
    "Judgement",
    "Relation",
    "Silence",
    "Stamp",
    "coded",
    "composed",
    "judged",
    "related",
]
