"""Link: phrases come to stand for known parties, places and days."""

from detente.link.linker import Linker

__all__ = ["Linker"]
