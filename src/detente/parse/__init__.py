"""Parse: text becomes clauses and phrases. spaCy lives in this folder and nowhere else."""

from detente.parse.parser import Parser

__all__ = ["Parser"]
