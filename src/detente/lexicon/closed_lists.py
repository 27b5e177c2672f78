"""The closed lists of the codebook: what a category, mode, code, sector or context can be."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from detente.lexicon import tables
from detente.lexicon.entries import Category


@dataclass(frozen=True, slots=True)
class ClosedLists:
    """What there is; quick to load, for whoever codes nothing.

    Args:
        categories: the ontology, by category.
        meanings: what each category is.
        states: names of states by code.
        others: what the codes of whoever is no state stand for.
        sectors: what each sector is.
        contexts: PLOVER contexts.
        goldstein: Goldstein value by CAMEO code.
    """

    categories: Mapping[str, Category]
    meanings: Mapping[str, str]
    states: Mapping[str, str]
    others: Mapping[str, str]
    sectors: Mapping[str, str]
    contexts: tuple[str, ...]
    goldstein: Mapping[str, float]

    def has_code(self, code: str) -> bool:
        """Whether a code is one of a state or one of the others."""
        return code in self.states or code in self.others


@cache
def closed_lists() -> ClosedLists:
    """The lists that ship."""
    folder = resources.files("detente.data")
    codebook = tomllib.loads((folder / "codebook.toml").read_text("utf-8"))
    countries = csv.DictReader((folder / "countries.csv").read_text("utf-8").splitlines())
    scores = csv.DictReader((folder / "goldstein.csv").read_text("utf-8").splitlines())
    return ClosedLists(
        categories=tables.categories(
            (folder / "ontology.toml").read_text("utf-8"), "ontology.toml"
        ),
        meanings=codebook["categories"],
        states={row["code"]: row["name"] for row in countries},
        others=codebook["codes"],
        sectors=codebook["sectors"],
        contexts=tuple(codebook["contexts"]["names"]),
        goldstein={row["cameo"]: float(row["goldstein"]) for row in scores},
    )
