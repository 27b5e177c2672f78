"""TOML tables become entries; whatever is wrong names the file and the entry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from detente.errors import LexiconError, Place
from detente.lexicon.entries import (
    ActEntry,
    Category,
    LightVerbs,
    Mode,
    ModeCue,
    OperatorEntry,
    Outcome,
    Speech,
    Subject,
)
from detente.records import Status

_Entry = TypeVar("_Entry", ActEntry, OperatorEntry)
_SETS = frozenset(
    ("needs", "unless", "noun_needs", "needs_marker", "alone_never", "words", "by", "not_by")
)
_STATUSES = frozenset(("status", "others"))
_OUTCOMES = frozenset(("negated", "alone", "also"))


def parsed_toml(text: str, source: str) -> dict[str, Any]:
    """The table of a TOML text.

    Raises:
        LexiconError: it is no TOML; the message has the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(Place(source), str(fault), "correct the TOML") from fault


def act_entries(text: str, source: str) -> list[ActEntry]:
    """The base acts of one file."""
    table = parsed_toml(text, source).get("act", [])
    return [_entry(ActEntry, row, source, number) for number, row in enumerate(table, 1)]


def operator_entries(text: str, source: str) -> list[OperatorEntry]:
    """The operators of one file."""
    table = parsed_toml(text, source).get("operator", [])
    return [_entry(OperatorEntry, row, source, number) for number, row in enumerate(table, 1)]


def _entry(kind: type[_Entry], row: Mapping[str, Any], source: str, number: int) -> _Entry:
    known = {item.name for item in fields(kind)}
    unknown = sorted(set(row) - known)
    place = Place(source, number)
    if unknown:
        message = f"entry {row.get('id', '?')!r} has unknown fields {', '.join(unknown)}"
        raise LexiconError(place, message, f"use {', '.join(sorted(known - {'source'}))}")
    try:
        values = {name: _value(name, value) for name, value in row.items()}
        return kind(**values, source=source)
    except (TypeError, ValueError) as fault:
        raise LexiconError(place, f"entry {row.get('id', '?')!r}: {fault}", "correct it") from fault


def _value(name: str, value: Any) -> Any:
    if name in _SETS:
        return frozenset(value)
    if name in _OUTCOMES:
        return Outcome.of(value)
    if name in _STATUSES:
        return Status(value)
    return tuple(value) if isinstance(value, list) else value


def categories(text: str, source: str) -> dict[str, Category]:
    """The categories of the ontology, by name."""
    return {name: _category(name, row) for name, row in parsed_toml(text, source).items()}


def _category(name: str, row: Mapping[str, Any]) -> Category:
    future = row.get("future")
    return Category(
        name=name,
        quad=row["quad"],
        score=row["score"],
        cameo=row["cameo"],
        verbal=row.get("verbal", False),
        actor_optional=row.get("actor_optional", False),
        recipient_required=row.get("recipient_required", False),
        recipient_sought=row.get("recipient_sought", True),
        recipient_carried=row.get("recipient_carried", False),
        recipient_foreign=row.get("recipient_foreign", False),
        blames=row.get("blames", False),
        irrealis=row.get("irrealis", False),
        voices=row.get("voices", False),
        not_by=frozenset(row.get("not_by", ())),
        future=Outcome.of(future) if future else None,
        modes={mode: Mode(**values) for mode, values in row.get("modes", {}).items()},
    )


def mode_cues(text: str, source: str) -> list[ModeCue]:
    """The words that tell modes, in order of precedence."""
    rows = parsed_toml(text, source)["mode"]
    return [ModeCue(row["category"], row["mode"], frozenset(row["words"])) for row in rows]


def speech(text: str, source: str) -> Speech:
    """The words of saying."""
    return Speech(**{key: frozenset(words) for key, words in parsed_toml(text, source).items()})


def light_verbs(text: str, source: str) -> LightVerbs:
    """The light verbs."""
    return LightVerbs(**{key: frozenset(words) for key, words in parsed_toml(text, source).items()})


def contexts(text: str, source: str) -> dict[str, str]:
    """PLOVER contexts by the words that tell them."""
    rows = parsed_toml(text, source)
    return {word: context for context, words in rows.items() for word in words}


def word_sets(text: str, source: str, table: str) -> dict[str, frozenset[str]]:
    """The lists of one table as sets."""
    rows = parsed_toml(text, source)[table]
    return {name: frozenset(words) for name, words in rows.items()}


def subjects(text: str, source: str) -> tuple[Subject, ...]:
    """The subjects whose wording is no event."""
    rows = parsed_toml(text, source)
    return tuple(
        Subject(
            name=name,
            words=frozenset(row["words"]) | frozenset(row["alone"]),
            alone=frozenset(row["alone"]),
            serious=frozenset(row.get("serious", ())),
            shared=frozenset(row.get("shared", ())),
            sentence=row["sentence"],
            share=row["share"],
        )
        for name, row in rows.items()
    )
