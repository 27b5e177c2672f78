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
from detente.lexicon.lexicon import Lexicon, default_lexicon, lexicon_from
from detente.lexicon.registry import Registry, default_registry, registry_from, registry_with

__all__ = [
    "ActEntry",
    "Category",
    "Folding",
    "Lexicon",
    "ModeCue",
    "OperatorEntry",
    "Outcome",
    "Registry",
    "Speech",
    "Subject",
    "default_folding",
    "default_lexicon",
    "default_registry",
    "folding_from",
    "lexicon_from",
    "registry_from",
    "registry_with",
]
