"""Fields of an entry against the record they become."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from detente.lexicon.entries import Outcome
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.toml_table import Entry, unknown_keys


def field_faults(entry: Entry, kind: type, needed: tuple[str, ...]) -> Iterator[Fault]:
    """Fields that are unknown, missing or of another kind than the record's.

    Args:
        entry: the entry.
        kind: the dataclass that it becomes.
        needed: fields that may not be missing or empty.
    """
    hints = _hints(kind)
    yield from unknown_keys(entry, hints)
    for name in needed:
        if not entry.values.get(name):
            yield entry.fault(f"no {name}")
    for name, value in entry.values.items():
        if name in hints and not _fits(value, hints[name]):
            yield entry.fault(f"{name} is not {_described(hints[name])}", f"{name} =")
        elif isinstance(value, list):
            yield from repeated_words(entry, name)


def repeated_words(entry: Entry, name: str) -> Iterator[Fault]:
    """Words that a list holds twice."""
    seen: set[str] = set()
    for word in entry.words(name):
        if word in seen:
            yield entry.fault(f"{name} has {word!r} twice", f"{name} =")
        seen.add(word)


def outcome_faults(entry: Entry, kind: type, codebook: Codebook) -> Iterator[Fault]:
    """Outcomes that an entry gives and the codebook does not have."""
    for name, hint in _hints(kind).items():
        value = entry.values.get(name)
        if Outcome in (hint, *get_args(hint)) and isinstance(value, str):
            reason = codebook.outcome_fault(value)
            if reason:
                yield entry.fault(f"{name}: {reason}", f"{name} =")


@cache
def _hints(kind: type) -> dict[str, Any]:
    found = get_type_hints(kind)
    found.pop("source", None)
    return found


def _fits(value: object, hint: Any) -> bool:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return any(_fits(value, choice) for choice in get_args(hint) if choice is not type(None))
    if origin in (tuple, frozenset):
        return isinstance(value, list) and all(_is_word(word) for word in value)
    if origin is Mapping:
        return isinstance(value, dict) and all(_is_word(word) for word in value.values())
    if hint is bool:
        return isinstance(value, bool)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return value in [str(item) for item in hint]
    return _is_word(value)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip()


def _described(hint: Any) -> str:
    origin = get_origin(hint)
    if origin in (tuple, frozenset):
        return "a list of words"
    if origin is Mapping:
        return "a table of words"
    if hint is bool:
        return "true or false"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"one of {', '.join(map(str, hint))}"
    return "a category or category/mode" if Outcome in (hint, *get_args(hint)) else "a word"
