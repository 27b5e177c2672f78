"""Codes of states and of whoever is no state, with the names by which people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.lexicon.names import folded_name
from detente.lexicon.registry_tables import country_names, rows
from detente.lexicon.tables import parsed_toml

_STATES, _CODEBOOK = "countries.csv", "codebook.toml"
_COLUMNS = ("code", "name", "aliases", "adjectives", "people", "capital", "seats")


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes there are.

    Args:
        names: usual name by code.
        by_name: code by the folded names, adjectives, peoples, capitals and seats of states.
        written: names of states as the table has them, by their folded form.
    """

    names: Mapping[str, str]
    by_name: Mapping[str, str]
    written: Mapping[str, str]

    def code(self, name: str) -> str | None:
        """The code that a code or a name of a state stands for, in any case."""
        if name.upper() in self.names:
            return name.upper()
        return self.by_name.get(folded(name))


def folded(name: str) -> str:
    """A name without case, diacritics and signs."""
    return " ".join(folded_name(name))


@cache
def default_codes() -> Codes:
    """The codes that ship; much quicker to read than the whole registry.

    Raises:
        LexiconError: a table is wrong.
    """
    data = resources.files("detente.data")
    table = rows((data / _STATES).read_text("utf-8"), _STATES, _COLUMNS)
    codebook = parsed_toml((data / _CODEBOOK).read_text("utf-8"), _CODEBOOK)
    by_name: dict[str, str] = {}
    written: dict[str, str] = {}
    for name, actor in country_names(table):
        by_name.setdefault(folded(name), actor.code)
        written.setdefault(folded(name), name)
    states = {row["code"]: row["name"] for row in table}
    return Codes({**codebook["codes"], **states}, by_name, written)
