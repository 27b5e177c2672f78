"""Operators: operators.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.entries import OperatorEntry
from detente.lexicon.lint.act_examples import example_faults
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.fields import field_faults, outcome_faults
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys
from detente.lexicon.lint.wording import Wording, word_faults

FILE = "operators.toml"
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NEEDED = ("id", "gives", "examples")
_TABLES = ("gives", "negated_gives")
_KEPT = ("same", "none")
_CHOICES = {
    "actor": ("subject", "object"),
    "recipient": ("inner", "object"),
    "future": ("ontology",),
    "keeps": ("claim",),
}
_IMPLICIT = ("future", "negated_future", "demand")


def operator_entries(tables: Tables) -> list[Entry]:
    """The operators, in their order."""
    return tables.toml(FILE).entries("operator")


def faults(tables: Tables, codebook: Codebook, wording: Wording) -> Iterator[Fault]:
    """Faults of the operators."""
    yield from unknown_keys(tables.toml(FILE).whole(), ("implicit", "operator"))
    entries = operator_entries(tables)
    yield from _implicit_faults(tables, {entry.name for entry in entries})
    for entry in entries:
        yield from field_faults(entry, OperatorEntry, _NEEDED)
        yield from _own_faults(entry)
        yield from _reference_faults(entry, codebook)
        yield from outcome_faults(entry, OperatorEntry, codebook)
        yield from word_faults(entry, wording)
        yield from example_faults(entry, codebook, 1)


def _implicit_faults(tables: Tables, ids: set[str]) -> Iterator[Fault]:
    section = tables.toml(FILE).section("implicit")
    yield from unknown_keys(section, _IMPLICIT)
    for name in _IMPLICIT:
        if section.values.get(name) not in ids:
            yield section.fault(f"{name} names no operator", f"{name} =")


def _own_faults(entry: Entry) -> Iterator[Fault]:
    if not _ID.fullmatch(entry.name):
        yield entry.fault("the id has the form what-it-does", "id =")
    if not any(entry.words(field) for field in ("verbs", "nouns", "adjectives")):
        yield entry.fault("no verbs, nouns or adjectives")
    for field, choices in _CHOICES.items():
        value = entry.values.get(field)
        if value is not None and value not in choices:
            yield entry.fault(f"{field} is one of {', '.join(choices)}", f"{field} =")
    for field in ("alone_recipient", "alone_never"):
        if field in entry.values and "alone" not in entry.values:
            yield entry.fault(f"{field} says nothing without alone", f"{field} =")


def _reference_faults(entry: Entry, codebook: Codebook) -> Iterator[Fault]:
    for field in _TABLES:
        table = entry.values.get(field)
        for inner, outcome in table.items() if isinstance(table, dict) else ():
            if inner != "default" and codebook.outcome_fault(str(inner)):
                reason = codebook.outcome_fault(str(inner))
                yield entry.fault(f"{field}: {reason}", f"{field} =")
            if outcome not in _KEPT and codebook.outcome_fault(str(outcome)):
                reason = codebook.outcome_fault(str(outcome))
                yield entry.fault(f"{field}: {inner}: {reason}", f"{field} =")
    for place in entry.words("alone_recipient"):
        if place not in codebook.clause_places:
            yield entry.fault(f"alone_recipient: no party stands in {place!r}", "alone_recipient =")
