"""What a pair's acts tell of its relation: relations.toml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import unknown_keys
from detente.lexicon.relations import FILE, RelationActs

_PART = "acts"


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Lists that are missing, and acts that there are not."""
    names = [item.name for item in fields(RelationActs)]
    yield from unknown_keys(tables.toml(FILE).whole(), (_PART,))
    section = tables.toml(FILE).section(_PART)
    yield from unknown_keys(section, names)
    for name in names:
        if not section.words(name):
            yield section.fault(f"no list {name}")
        for act in section.words(name):
            category, _, mode = act.partition(" ")
            if category not in codebook.modes or (mode and mode not in codebook.modes[category]):
                yield section.fault(f"{name}: no act {act!r}", f"{name} =")
