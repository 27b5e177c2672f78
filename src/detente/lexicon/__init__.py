"""Lexicon: what words mean and who is who, read from data/ and checked."""

from detente.lexicon.entries import (
    ActEntry,
    Category,
    ModeCue,
    OperatorEntry,
    Outcome,
    Speech,
    Subject,
)
from detente.lexicon.folding import Folding, default_folding, folding_from
from detente.lexicon.joining import Joining, Weights, default_joining, joining_from
from detente.lexicon.lexicon import Lexicon, default_lexicon, lexicon_from
from detente.lexicon.registry import Registry, default_registry, registry_from, registry_with

__all__ = [
    "ActEntry",
    "Category",
    "Folding",
    "Joining",
    "Lexicon",
    "ModeCue",
    "OperatorEntry",
    "Outcome",
    "Registry",
    "Speech",
    "Subject",
    "Weights",
    "default_folding",
    "default_joining",
    "default_lexicon",
    "default_registry",
    "folding_from",
    "joining_from",
    "lexicon_from",
    "registry_from",
    "registry_with",
]
