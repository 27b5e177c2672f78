"""Lint: holds every table of the data against the codebook and against each other."""

from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.linter import faults

__all__ = ["Fault", "faults"]
