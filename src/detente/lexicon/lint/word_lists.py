"""Lists of words that the coding and link stages read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from detente.lexicon.entries import LightVerbs, Speech, Subject
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.fields import repeated_words
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys

_RECORDS = {"speech.toml": Speech, "light_verbs.toml": LightVerbs}
_COUNTS, _TOPICS = "counts.toml", "off_topic.toml"
_NEEDED = {"words": list, "sentence": int, "share": float}


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of speech.toml, light_verbs.toml, counts.toml and off_topic.toml."""
    for name, kind in _RECORDS.items():
        yield from _record_faults(tables.toml(name).whole(), kind)
    counts = tables.toml(_COUNTS)
    yield from unknown_keys(counts.whole(), ("verbs", "numbers"))
    yield from _number_faults(counts.section("numbers"))
    for name in counts.section("verbs").values:
        yield from _lower_case_faults(counts.section("verbs"), name)
    for entry in tables.toml(_TOPICS).sections():
        yield from _subject_faults(entry, codebook)


def _record_faults(entry: Entry, kind: type) -> Iterator[Fault]:
    names = [item.name for item in fields(kind)]
    yield from unknown_keys(entry, names)
    for name in names:
        if not entry.words(name):
            yield entry.fault(f"no list {name}")
        yield from _lower_case_faults(entry, name)


def _lower_case_faults(entry: Entry, name: str) -> Iterator[Fault]:
    for word in entry.words(name):
        if word != word.lower():
            yield entry.fault(f"{name}: {word!r} is not in lower case", f"{name} =")


def _number_faults(entry: Entry) -> Iterator[Fault]:
    for name, value in entry.values.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            yield entry.fault(f"{name} is no whole number", f"{name} =")


def _subject_faults(entry: Entry, codebook: Codebook) -> Iterator[Fault]:
    yield from unknown_keys(entry, {item.name for item in fields(Subject)} - {"name"})
    for name, kind in _NEEDED.items():
        value = entry.values.get(name)
        if not isinstance(value, kind) or not value:
            yield entry.fault(f"no {name}")
    for category in entry.words("serious"):
        if category not in codebook.modes:
            yield entry.fault(f"serious: no category {category!r}", "serious =")
    for name in sorted(set(entry.values) - {"serious"}):
        yield from _lower_case_faults(entry, name)


def repetitions(tables: Tables) -> Iterator[Fault]:
    """Words that a list of any TOML table of the top folder holds twice."""
    for name in tables.names(suffix=".toml"):
        if "/" not in name:
            whole = tables.toml(name).whole()
            yield from _repeated(whole, whole.values)


def _repeated(entry: Entry, values: Mapping[str, Any]) -> Iterator[Fault]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _repeated(Entry(entry.file, name, entry.line, value, entry.text), value)
        elif isinstance(value, list):
            yield from repeated_words(entry, name)
