"""Nouns of offices and bodies: offices.toml and bodies.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.lexicon.lint.act_examples import is_sentence
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.meanings import repeated_ids
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys
from detente.lexicon.registry_nouns import singular

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[\w.'’-]+")


@dataclass(frozen=True, slots=True)
class _Form:
    """How a table of nouns is laid out."""

    file: str
    entry: str
    nouns: str
    needed: tuple[str, ...]
    flags: tuple[str, ...]
    optional: tuple[str, ...] = ()


_OFFICES = _Form("offices.toml", "office", "titles", ("role", "sector"), ("generic",), ("state",))
_BODIES = _Form("bodies.toml", "body", "nouns", ("sector", "kind"), ("persons", "weak", "generic"))


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of both tables."""
    taken: dict[str, Entry] = {}
    for form in (_OFFICES, _BODIES):
        table = tables.toml(form.file)
        yield from unknown_keys(table.whole(), (form.entry,))
        entries = table.entries(form.entry)
        yield from repeated_ids(entries)
        for entry in entries:
            yield from _field_faults(entry, form)
            yield from _reference_faults(entry, codebook)
            yield from _noun_faults(entry, form, taken)
            yield from _example_faults(entry, form)


def _field_faults(entry: Entry, form: _Form) -> Iterator[Fault]:
    yield from unknown_keys(
        entry, ("id", "example", form.nouns, *form.needed, *form.flags, *form.optional)
    )
    if not _ID.fullmatch(entry.name):
        yield entry.fault("the id has the form what-it-is", "id =")
    for name in (*form.needed, "example"):
        if not isinstance(entry.values.get(name), str) or not entry.values[name]:
            yield entry.fault(f"no {name}")
    for name in form.flags:
        if not isinstance(entry.values.get(name, False), bool):
            yield entry.fault(f"{name} is true or false", f"{name} =")


def _reference_faults(entry: Entry, codebook: Codebook) -> Iterator[Fault]:
    for field, known in (
        ("sector", codebook.sectors),
        ("role", codebook.title_roles),
        ("state", codebook.states),
        ("kind", codebook.kinds.get("bodies", frozenset())),
    ):
        value = entry.values.get(field)
        if isinstance(value, str) and value not in known:
            yield entry.fault(f"no {field} {value!r}", f"{field} =")


def _noun_faults(entry: Entry, form: _Form, taken: dict[str, Entry]) -> Iterator[Fault]:
    nouns = entry.words(form.nouns)
    if not nouns:
        yield entry.fault(f"no {form.nouns}")
    for noun in nouns:
        near = f'"{noun}"'
        if noun != noun.lower() or noun != " ".join(noun.split()):
            yield entry.fault(f"{noun!r} is not in plain lower case", near)
        other = taken.setdefault(_key(noun), entry)
        if other is not entry:
            place = f"{other.name} ({other.file}:{other.line})"
            yield entry.fault(f"{noun!r} already belongs to {place}", near)
    keys = [_key(noun) for noun in nouns]
    for noun in sorted({noun for noun in nouns if keys.count(_key(noun)) > 1}):
        yield entry.fault(f"{noun!r} is there twice", f'"{noun}"')


def _key(noun: str) -> str:
    """The form under which a text's noun is looked up."""
    return " ".join(map(singular, noun.split()))


def _example_faults(entry: Entry, form: _Form) -> Iterator[Fault]:
    example = str(entry.values.get("example", ""))
    if not example:
        return
    if not is_sentence(example):
        yield entry.fault(
            "the example begins with a capital and ends with a full stop", "example ="
        )
    words = f" {' '.join(_key(word.rstrip('.')) for word in _WORD.findall(example.lower()))} "
    if not any(f" {_key(noun)} " in words for noun in entry.words(form.nouns)):
        yield entry.fault(f"the example has none of the {form.nouns}", "example =")
