"""What several entries have in common: ids given twice, and words that two kinds of act claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.toml_table import Entry

_WORDS = {
    # fields that hold words of one kind, with the conditions that settle between two entries
    "verbs": (
        "needs",
        "unless",
        "speaker",
        "negated_only",
        "told_only",
        "negated",
        "weak",
        "by",
        "not_by",
    ),
    "nouns": ("noun_needs", "speaker", "told_only", "weak"),
    "adjectives": ("needs", "unless", "speaker", "negated_only", "weak"),
}


def repeated_ids(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Ids that two entries have."""
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.name, entry)
        if other is not entry:
            yield entry.fault(f"the id is taken ({other.file}:{other.line})", "id =")


def contested_words(acts: Iterable[Entry]) -> Iterator[Fault]:
    """Words that mean two categories, in entries of which none asks for more than the word.

    The lexicon takes the first, so that the other is never reached.
    """
    first: dict[tuple[str, str], Entry] = {}
    for entry in acts:
        for field, conditions in _WORDS.items():
            if any(entry.values.get(condition) for condition in conditions):
                continue
            for word in entry.words(field):
                other = first.setdefault((field, word), entry)
                if other.values.get("category") != entry.values.get("category"):
                    yield entry.fault(
                        f"{field}: {word!r} is already {other.name} without a condition"
                        f" ({other.file}:{other.line}); give one of them a condition",
                        f'"{word}"',
                    )
