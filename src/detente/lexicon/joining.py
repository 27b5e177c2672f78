"""What the opinions of the grammar and of the network weigh where one act is judged by both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from detente.lexicon.tables import parsed_toml

_TABLE = "learned/joining.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """Two logistic regressions for one kind of candidate.

    Args:
        told: weights by sign, for whether its words tell such an act at all.
        parties: weights by sign, for whether its parties are right where they do.
    """

    told: Mapping[str, float]
    parties: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Joining:
    """What the two opinions weigh.

    Args:
        grammar: for acts that the grammar composed.
        network: for acts that the network alone sees.
        least_grammar: the least probability with which the first kind is an event.
        least_network: the same of the second kind.
        rarer: by how much, as a logarithm of odds, acts are rarer in the news than in the reports
            that the weights were fitted on.
    """

    grammar: Weights
    network: Weights
    least_grammar: float
    least_network: float
    rarer: float


@cache
def default_joining() -> Joining:
    """The weights that ship."""
    return joining_from(resources.files("detente.data"))


def joining_from(folder: Traversable) -> Joining:
    """The weights in a folder laid out like ``detente/data``.

    Raises:
        LexiconError: the table is no TOML.
    """
    table = parsed_toml((folder / _TABLE).read_text("utf-8"), _TABLE)
    return Joining(
        grammar=Weights(table["grammar"]["told"], table["grammar"]["parties"]),
        network=Weights(table["network"]["told"], table["network"]["parties"]),
        least_grammar=table["least"]["grammar"],
        least_network=table["least"]["network"],
        rarer=table["rarer"],
    )
