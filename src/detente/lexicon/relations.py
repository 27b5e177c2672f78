"""What a pair's acts tell of its relation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.lexicon.tables import parsed_toml

FILE = "relations.toml"


@dataclass(frozen=True, slots=True)
class RelationActs:
    """Acts by what they tell, each a PLOVER category or a category with one mode (``REQUEST meet``).

    Args:
        ready: who does them is ready to talk or to work together.
        refuses: who does them refuses.
        disrupts: they cut a relation back.
    """

    ready: tuple[str, ...]
    refuses: tuple[str, ...]
    disrupts: tuple[str, ...]


@cache
def relation_acts() -> RelationActs:
    """The acts that ship.

    Raises:
        LexiconError: the table is no TOML.
    """
    text = (resources.files("detente.data") / FILE).read_text("utf-8")
    acts = parsed_toml(text, FILE)["acts"]
    return RelationActs(**{name: tuple(listed) for name, listed in acts.items()})
