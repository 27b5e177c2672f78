"""Corrections as rows, and back."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from detente.records import Correction, Span, Verdict
from detente.store.cells import words_cells, words_of
from detente.store.schema import Row

_SAME = ("event", "field", "value", "author", "why", "article", "category")


def correction_row(correction: Correction, version: int) -> Row:
    """A correction as a row, ready for ``json.dumps``.

    Args:
        correction: the correction.
        version: ledger version that adds it.
    """
    return {
        "version": version,
        **{name: getattr(correction, name) for name in _SAME},
        "action": str(correction.verdict),
        "time": correction.time.astimezone(UTC).isoformat(),
        "sentence_start": correction.sentence.start,
        "sentence_end": correction.sentence.end,
        "words": [words_cells(words) for words in correction.words],
        "codes": list(correction.codes),
    }


def correction_of(row: Row) -> Correction:
    """The correction of a row of the table."""
    same: dict[str, Any] = {name: row[name] for name in _SAME}
    return Correction(
        **same,
        verdict=Verdict(row["action"]),
        time=row["time"].astimezone(UTC),
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        words=tuple(words_of(cells) for cells in row["words"]),
        codes=tuple(row["codes"]),
        version=row["version"],
    )
