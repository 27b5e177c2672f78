"""Evaluation: coded events against a reference coding, article by article."""

from detente.evaluate.coded import STANDARD_INPUT
from detente.evaluate.compared import ComparedEvent
from detente.evaluate.evaluation import Evaluation, evaluation, scored
from detente.evaluate.matching import Level, matched, similarity
from detente.evaluate.scores import Agreement, Comparison, Counts, Hit, LevelScore, Share

__all__ = [
    "STANDARD_INPUT",
    "Agreement",
    "ComparedEvent",
    "Comparison",
    "Counts",
    "Evaluation",
    "Hit",
    "Level",
    "LevelScore",
    "Share",
    "evaluation",
    "matched",
    "scored",
    "similarity",
]
