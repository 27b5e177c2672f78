"""Categories, modes, and the words that tell modes and contexts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from detente.lexicon.entries import Category, Mode
from detente.lexicon.lint.codebook import Codebook
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.fields import repeated_words
from detente.lexicon.lint.goldstein import cameo_fault, codes
from detente.lexicon.lint.tables import Tables
from detente.lexicon.lint.toml_table import Entry, unknown_keys
from detente.lexicon.lint.wording import Wording

FILE, MODES, CONTEXTS = "ontology.toml", "modes.toml", "contexts.toml"
_NEEDED = ("quad", "score", "cameo")
_QUADS = (1, 2, 3, 4)
_FLAGS = ("verbal", "actor_optional", "recipient_required")


def used_codes(tables: Tables) -> Iterator[str]:
    """The CAMEO codes of categories and modes."""
    for entry in tables.toml(FILE).sections():
        for row in (entry.values, *_modes(entry).values()):
            yield str(row.get("cameo", ""))


def _modes(entry: Entry) -> dict[str, Mapping[str, Any]]:
    found = entry.values.get("modes")
    rows = found.items() if isinstance(found, dict) else ()
    return {name: row for name, row in rows if isinstance(row, dict)}


def faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of categories and modes."""
    known = {item.name for item in fields(Category)} - {"name"}
    for entry in tables.toml(FILE).sections():
        yield from unknown_keys(entry, known)
        yield from _value_faults(entry, codebook)
        yield from cameo_fault(entry, tables)
        for name, row in _modes(entry).items():
            yield from _mode_faults(entry, name, row, tables)


def _value_faults(entry: Entry, codebook: Codebook) -> Iterator[Fault]:
    values = entry.values
    for name in _NEEDED:
        if name not in values:
            yield entry.fault(f"no {name}")
    if values.get("quad", 1) not in _QUADS:
        yield entry.fault("quad is 1, 2, 3 or 4", "quad =")
    if not isinstance(values.get("score", 0.0), float):
        yield entry.fault("score is a number such as 2.5", "score =")
    for name in _FLAGS:
        if not isinstance(values.get(name, False), bool):
            yield entry.fault(f"{name} is true or false", f"{name} =")
    for sector in entry.words("not_by"):
        if sector not in codebook.sectors:
            yield entry.fault(f"not_by: no sector {sector!r}", "not_by =")
    future = values.get("future")
    if future is not None and codebook.outcome_fault(str(future)):
        yield entry.fault(f"future: {codebook.outcome_fault(str(future))}", "future =")


def _mode_faults(
    entry: Entry, name: str, row: Mapping[str, Any], tables: Tables
) -> Iterator[Fault]:
    near, wanted = f"modes.{name} =", {item.name for item in fields(Mode)}
    if set(row) != wanted:
        yield entry.fault(f"mode {name} has {', '.join(sorted(wanted))} and nothing else", near)
    elif not isinstance(row["score"], float):
        yield entry.fault(f"mode {name}: score is a number such as 2.5", near)
    elif row["cameo"] not in codes(tables):
        yield entry.fault(f"mode {name}: CAMEO code {row['cameo']} is not in goldstein.csv", near)


def cue_faults(tables: Tables, codebook: Codebook, wording: Wording) -> Iterator[Fault]:
    """Faults of the words that tell modes."""
    yield from unknown_keys(tables.toml(MODES).whole(), ("mode",))
    first: dict[tuple[str, str], str] = {}
    for entry in tables.toml(MODES).entries("mode"):
        category, mode = (str(entry.values.get(name, "")) for name in ("category", "mode"))
        yield from unknown_keys(entry, ("category", "mode", "words"))
        reason = codebook.outcome_fault(f"{category}/{mode}" if mode else category)
        if reason or not mode:
            yield entry.fault(reason or "no mode", "category =")
        if not entry.words("words"):
            yield entry.fault("no words")
        yield from repeated_words(entry, "words")
        for word in dict.fromkeys(entry.words("words")):
            other = first.setdefault((category, word), mode)
            reason = wording.noun_fault(word)
            if reason:
                yield entry.fault(f"{word!r} {reason}", "words =")
            if other != mode:
                yield entry.fault(f"{word!r} already tells {category}/{other}", "words =")


def context_faults(tables: Tables, codebook: Codebook) -> Iterator[Fault]:
    """Faults of the words that tell contexts."""
    entry, first = tables.toml(CONTEXTS).whole(), dict[str, str]()
    for context in entry.values:
        if context not in codebook.contexts:
            yield entry.fault(f"no context {context!r}", f"{context} =")
        yield from repeated_words(entry, context)
        for word in dict.fromkeys(entry.words(context)):
            other = first.setdefault(word, context)
            if word != word.lower():
                yield entry.fault(f"{word!r} is not in lower case", f"{context} =")
            if other != context:
                yield entry.fault(f"{word!r} already tells {other}", f"{context} =")
