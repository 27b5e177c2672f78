"""Link: phrases of a document point at known parties, places and days."""

from detente.link.linker import Linker
from detente.link.stage import linked

__all__ = ["Linker", "linked"]
