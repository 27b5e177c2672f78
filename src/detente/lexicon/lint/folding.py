"""What the fold stage knows: fold/levels.toml, fold/words.toml and fold/evidence.toml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from detente.lexicon.folding import Points
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.fields import repeated_words
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys
from detente.records import Level

LEVELS, WORDS, EVIDENCE = "fold/levels.toml", "fold/words.toml", "fold/evidence.toml"
_PARTS = ("roles", "offices")
_LISTS = ("grammar", "reporting", "times", "actors", "meeting")
_LIMITS = ("join", "apart")
_NAMES = tuple(item.name for item in fields(Points))


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of the three tables."""
    yield from _level_faults(tables, codebook)
    yield from _word_faults(tables.toml(WORDS).whole())
    yield from _evidence_faults(tables, codebook)


def _level_faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    yield from unknown_keys(tables.toml(LEVELS).whole(), _PARTS)
    for part in _PARTS:
        section = tables.toml(LEVELS).section(part)
        yield from unknown_keys(section, list(Level))
        yield from _shared(section)
        for level in section.values:
            yield from _lower_case(section, level)
    for level, role in _rows(tables.toml(LEVELS).section("roles")):
        if role not in codebook.title_roles:
            yield tables.toml(LEVELS).section("roles").fault(f"{level}: no role {role!r}", level)


def _rows(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in entry.values:
        for word in entry.words(name):
            yield name, word


def _shared(entry: Entry) -> Iterator[Fault]:
    """Words that two lists of a section hold, or one holds twice."""
    first: dict[str, str] = {}
    for name, word in _rows(entry):
        other = first.setdefault(word, name)
        if other != name:
            yield entry.fault(f"{word!r} is in {other} and in {name}", f'"{word}"')
    for name in entry.values:
        yield from repeated_words(entry, name)


def _word_faults(entry: Entry) -> Iterator[Fault]:
    yield from unknown_keys(entry, _LISTS)
    yield from _shared(entry)
    for name in _LISTS:
        if not entry.words(name):
            yield entry.fault(f"no list {name}")
        yield from _lower_case(entry, name)


def _lower_case(entry: Entry, name: str) -> Iterator[Fault]:
    for word in entry.words(name):
        if word != word.lower():
            yield entry.fault(f"{name}: {word!r} is not in lower case", f'"{word}"')


def _evidence_faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    whole, points = tables.toml(EVIDENCE).whole(), tables.toml(EVIDENCE).section("points")
    yield from unknown_keys(whole, (*_LIMITS, "points", "category"))
    yield from _number_faults(whole, _LIMITS)
    yield from _point_faults(points)
    for name in _NAMES:
        if name not in points.values:
            yield points.fault(f"no {name}")
    for name, own in _table(whole, "category").items():
        entry = Entry(EVIDENCE, name, 0, own if isinstance(own, dict) else {})
        reason = codebook.outcome_fault(name)
        if reason:
            yield whole.fault(reason, name)
        yield from _point_faults(entry)
    join, apart = (whole.values.get(name) for name in _LIMITS)
    if isinstance(join, float) and isinstance(apart, float) and apart > join:
        yield whole.fault("what is alike would be apart: apart is above join", "apart =")


def _table(entry: Entry, name: str) -> Mapping[str, object]:
    found = entry.values.get(name, {})
    return found if isinstance(found, dict) else {}


def _point_faults(entry: Entry) -> Iterator[Fault]:
    yield from unknown_keys(entry, _NAMES)
    yield from _number_faults(entry, entry.values)


def _number_faults(entry: Entry, names: Iterable[str]) -> Iterator[Fault]:
    for name in names:
        if not isinstance(entry.values.get(name), float):
            yield entry.fault(f"{name} is no number with a decimal point", f"{name} =")
