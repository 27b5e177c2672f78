"""Base acts: acts/*.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.lexicon.entries import ActEntry
from detente.lexicon.lint.act_examples import example_faults
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.fields import field_faults, outcome_faults
from detente.lexicon.lint.goldstein import cameo_fault
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys
from detente.lexicon.lint.wording import Wording, word_faults

FOLDER = "acts/"
_ID = re.compile(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*")
_NEEDED = ("id", "category", "examples")
_EXAMPLES = 2
_OBJECT = ["object"]
_CLAUSE_FIELDS = ("actor", "recipient", "needs_in")
_NOUN_FIELDS = ("noun_actor", "noun_recipient")
_SECTORS_FIELDS = ("by", "not_by")
_SECTOR_FIELDS = ("default_actor", "default_recipient")


def act_entries(tables: Tables) -> list[Entry]:
    """The base acts of all files, in the order in which the lexicon takes them."""
    names = tables.names(FOLDER, ".toml")
    return [entry for name in names for entry in tables.toml(name).entries("act")]


def faults(tables: Tables, codebook: Codebook, wording: Wording) -> Iterator[Fault]:
    """Faults of the base acts."""
    for name in tables.names(FOLDER, ".toml"):
        yield from unknown_keys(tables.toml(name).whole(), ("act",))
    for entry in act_entries(tables):
        yield from field_faults(entry, ActEntry, _NEEDED)
        yield from _identity_faults(entry)
        yield from _category_fault(entry, codebook)
        yield from outcome_faults(entry, ActEntry, codebook)
        yield from _reference_faults(entry, codebook)
        yield from _condition_faults(entry)
        yield from word_faults(entry, wording)
        yield from example_faults(entry, codebook, _EXAMPLES)
        yield from cameo_fault(entry, tables)


def _identity_faults(entry: Entry) -> Iterator[Fault]:
    name, category = entry.name, str(entry.values.get("category", ""))
    if not _ID.fullmatch(name):
        yield entry.fault("the id has the form category.what-is-meant", "id =")
    opening = name.partition(".")[0]
    if not entry.file.removeprefix(FOLDER).startswith(opening):
        yield entry.fault("the file is named after another category than the id", "id =")
    negated = str(entry.values.get("negated", "")).partition("/")[0]
    if opening not in (category.lower(), negated.lower()):
        yield entry.fault(f"the id begins with another category than {category}", "id =")


def _category_fault(entry: Entry, codebook: Codebook) -> Iterator[Fault]:
    mode = entry.values.get("mode")
    category = str(entry.values.get("category", ""))
    reason = codebook.outcome_fault(f"{category}/{mode}" if mode else category)
    if reason:
        yield entry.fault(reason, "mode =" if category in codebook.modes else "category =")


def _reference_faults(entry: Entry, codebook: Codebook) -> Iterator[Fault]:
    for context in entry.words("contexts"):
        if context not in codebook.contexts:
            yield entry.fault(f"no context {context!r}", "contexts =")
    for field in _SECTOR_FIELDS:
        sector = entry.values.get(field)
        if sector is not None and sector not in codebook.sectors:
            yield entry.fault(f"{field}: no sector {sector!r}", f"{field} =")
    for field in _SECTORS_FIELDS:
        for sector in sorted(set(entry.words(field)) - set(codebook.sectors)):
            yield entry.fault(f"{field}: no sector {sector!r}", f"{field} =")
    for fields, places in (
        (_CLAUSE_FIELDS, codebook.clause_places),
        (_NOUN_FIELDS, codebook.noun_places),
    ):
        for field in fields:
            for place in sorted(set(entry.words(field)) - places):
                yield entry.fault(f"{field}: no party stands in {place!r}", f"{field} =")


def _condition_faults(entry: Entry) -> Iterator[Fault]:
    if not any(entry.words(field) for field in ("verbs", "nouns", "adjectives")):
        yield entry.fault("no verbs, nouns or adjectives")
    both = set(entry.words("needs")) & set(entry.words("unless"))
    if both and entry.values.get("needs_in", _OBJECT) == _OBJECT:
        yield entry.fault(f"needs and excludes {', '.join(sorted(both))}", "unless =")
    if "needs_in" in entry.values and not entry.values.get("needs"):
        yield entry.fault("needs_in says nothing without needs", "needs_in =")
