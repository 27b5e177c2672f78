"""Reads files, folders and standard input into articles, and says what could not be read."""

from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle, Reader
from detente.read.reading import articles
from detente.read.registry import formats
from detente.read.sources import count_estimate

__all__ = [
    "Fault",
    "RawArticle",
    "ReadOptions",
    "Reader",
    "UnreadableError",
    "articles",
    "count_estimate",
    "formats",
]
