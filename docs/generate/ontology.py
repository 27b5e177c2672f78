"""Tables of the codebook and of the operators, from the lexicon."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib import resources
from typing import Any

from detente.lexicon import Category, OperatorEntry, default_lexicon

from .markdown import code, table

_QUADS = {
    1: "Cooperation in words",
    2: "Cooperation in deeds",
    3: "Conflict in words",
    4: "Conflict in deeds",
}
_WORDS = 3
_OVER = ("CONSULT", "AID", "SANCTION", "ASSAULT")


def categories(_: str) -> str:
    """The categories with their scores and modes, by quad."""
    found = default_lexicon().categories
    meanings = _codebook("categories")
    parts = []
    for quad, title in _QUADS.items():
        rows = [
            (code(item.name), f"{item.score:g}", meanings[item.name], _modes(item), item.cameo)
            for item in found.values()
            if item.quad == quad
        ]
        header = ("Category", "Score", "What it is", "Modes (score)", "CAMEO")
        parts.append(f"**Quad {quad}: {title.lower()}**\n\n{table(header, rows)}")
    return "\n\n".join(parts)


def _modes(category: Category) -> str:
    return ", ".join(f"{name} ({mode.score:g})" for name, mode in category.modes.items())


def two_sided(_: str) -> str:
    """The categories that are told only of two sides."""
    found = default_lexicon().categories.values()
    names = [code(item.name) for item in found if item.recipient_required]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def future(_: str) -> str:
    """What each category becomes while it is still to come."""
    rows = [
        (code(item.name), code(str(item.future)))
        for item in default_lexicon().categories.values()
        if item.future and item.future.category != item.name
    ]
    return table(("Told as done", "Still to come"), rows)


def contexts(_: str) -> str:
    """The contexts of the codebook."""
    return ", ".join(map(code, _codebook("contexts")["names"]))


def codes(_: str) -> str:
    """The codes of whoever is no state."""
    return _listed("Code", "codes")


def sectors(_: str) -> str:
    """The sectors."""
    return _listed("Sector", "sectors")


def roles(_: str) -> str:
    """The kinds of office in the tables of people."""
    return _listed("Role", "roles")


def _listed(title: str, section: str) -> str:
    rows = [(code(name), meaning) for name, meaning in _codebook(section).items()]
    return table((title, "Who"), rows)


def _codebook(section: str) -> dict[str, Any]:
    file = resources.files("detente.data") / "codebook.toml"
    found: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))[section]
    return found


def operators(_: str) -> str:
    """The operators, and what each makes of a few kinds of act."""
    rows = [
        (code(item.id), _some_words(item), *(code(_result(item, over)) for over in _OVER))
        for item in default_lexicon().operators.values()
    ]
    return table(("Operator", "Words", *(f"over {name}" for name in _OVER)), rows)


def _some_words(entry: OperatorEntry) -> str:
    found = [*entry.verbs[:_WORDS], *entry.nouns[:1], *entry.adjectives[:1]]
    return ", ".join(dict.fromkeys(found))


def _result(entry: OperatorEntry, category: str) -> str:
    result = entry.result(category)
    if result != "same":
        return result
    future = default_lexicon().categories[category].future if entry.future else None
    return str(future) if future else f"{category}, {entry.status}"


BLOCKS: dict[str, Callable[[str], str]] = {
    "categories": categories,
    "two-sided": two_sided,
    "future": future,
    "contexts": contexts,
    "codes": codes,
    "sectors": sectors,
    "roles": roles,
    "operators": operators,
}
