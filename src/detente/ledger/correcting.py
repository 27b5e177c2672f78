"""An analyst's word on an event goes into the ledger, and what it touches is folded again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from detente.errors import QuestionError
from detente.ledger.edits import edited
from detente.ledger.folding import refolded, write
from detente.ledger.reviewing import as_corrected, corrections_of, event_of_correction
from detente.records import Correction, Event, Verdict
from detente.settings import Settings
from detente.store import Row, Run, Snapshot, Store, Transaction, correction_row, event_of

_BY_ID = "SELECT * FROM events WHERE starts_with(id, ?) ORDER BY id LIMIT 3"
_OF_ARTICLE = "SELECT * FROM events WHERE article = ? ORDER BY id"


def correct(
    store: Store,
    wanted: str,
    verdict: Verdict,
    changes: Mapping[str, str],
    *,
    author: str,
    why: str,
    settings: Settings,
) -> tuple[Correction, ...]:
    """Keep a correction in a version of its own.

    Args:
        store: the tables.
        wanted: the event's id, or as much of its beginning as is its alone.
        verdict: what is said of it.
        changes: for an edit, new values by field.
        author: who says so.
        why: the reason.
        settings: how to fold.

    Returns:
        The correction; an edit of several fields is one for each.

    Raises:
        QuestionError: there is no such event, or the edit is none that can be made.
        LedgerError: the ledger cannot be written.
    """
    store.folder.check()
    if not author.strip() or not why.strip():
        raise QuestionError("a correction needs a name and a reason")
    if (verdict is Verdict.EDIT) != bool(changes):
        raise QuestionError("field=value belongs to an edit, and an edit needs one at least")
    with store.transaction() as transaction:
        row = found_event(transaction.snapshot, wanted)
        made = _corrections(transaction.snapshot, row, verdict, changes, author, why)
        version = transaction.version
        transaction.add("corrections", [correction_row(item, version) for item in made])
        _refold(transaction, row["article"], made, settings)
        run = Run(version, made[0].time, "correct", folded_to=version, author=author, note=why)
        transaction.commit(run)
    return made


def found_event(snapshot: Snapshot, wanted: str) -> Row:
    """The row of the event whose id begins so.

    Raises:
        QuestionError: there is none, or more than one.
    """
    rows = snapshot.rows(_BY_ID, [wanted.strip()]) if wanted.strip() else []
    if not rows:
        raise QuestionError(
            f"there is no event whose id begins with {wanted!r}; see detente events"
        )
    if len(rows) > 1:
        names = ", ".join(row["id"] for row in rows[:2])
        raise QuestionError(f"more than one event's id begins with {wanted!r}: {names} ...")
    return rows[0]


def _corrections(
    snapshot: Snapshot,
    row: Row,
    verdict: Verdict,
    changes: Mapping[str, str],
    author: str,
    why: str,
) -> tuple[Correction, ...]:
    event = event_of(row)
    whole = _whole(_edits_before(snapshot, row, event), changes, event)
    now = datetime.now(UTC)
    return tuple(
        Correction(
            event=event.id,
            verdict=verdict,
            field=field,
            value=value,
            author=author.strip(),
            why=why.strip(),
            time=now,
            article=row["article"],
            category=event.category,
            sentence=event.sentence_span,
            words=event.words,
            codes=tuple(row["codes"]),
        )
        for field, value in (whole.items() if whole else [(None, None)])
    )


def _edits_before(snapshot: Snapshot, row: Row, event: Event) -> dict[str, str]:
    """What earlier edits made of an event, by field."""
    events = [event_of(item) for item in snapshot.rows(_OF_ARTICLE, [row["article"]])]
    return {
        str(item.field): item.value or ""
        for item in corrections_of(snapshot)
        if item.verdict is Verdict.EDIT
        and item.article == row["article"]
        and (found := event_of_correction(item, events))
        and found.id == event.id
    }


def _whole(before: Mapping[str, str], changes: Mapping[str, str], event: Event) -> dict[str, str]:
    """Changes with what follows from them: a new category decides on the mode, a day on its end.

    Raises:
        QuestionError: they cannot be made.
    """
    whole = dict(changes)
    if "date" in whole:
        whole.setdefault("enddate", "")
    if "category" in whole and "mode" not in whole:
        rest = {name: value for name, value in before.items() if name != "mode"}
        whole["mode"] = edited(event, {**rest, **whole}).mode or ""
    edited(event, {**before, **whole})
    return whole


def _refold(
    transaction: Transaction, article: str, made: tuple[Correction, ...], settings: Settings
) -> None:
    """Fold the report of a corrected event again, as if it were new."""
    snapshot = transaction.snapshot
    events = [event_of(row) for row in snapshot.rows(_OF_ARTICLE, [article])]
    mentions = as_corrected(snapshot, {article: events}, made)
    write(refolded(snapshot, mentions, settings, frozenset([article])), transaction, settings)
