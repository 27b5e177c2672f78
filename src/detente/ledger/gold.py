"""Reviewed reports as reference files, against which a coding is evaluated."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import LedgerError, Place
from detente.ledger.whole_folder import whole_folder
from detente.records import Article, DateBasis, DateSpan, Event, Party
from detente.store import REVIEWED, Snapshot, article_of, event_of

EVENTS, ARTICLES = "events", "articles.jsonl"
_ARTICLES = "SELECT * FROM articles WHERE key IN (SELECT unnest(?)) ORDER BY published_on, id, key"
_CODED = "SELECT article, id FROM events WHERE article IN (SELECT unnest(?))"
_REVIEWED = f"""
    SELECT * FROM {REVIEWED} WHERE article IN (SELECT unnest(?)) ORDER BY sentence_start, id
"""  # noqa: S608 - own name
_LONGEST_NAME = 200
_NO_NAME = frozenset('/\\:*?"<>|\0')


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that analysts spoke of and that gives no reference file.

    Args:
        article: id under which it is cited.
        reason: why it was left out.
    """

    article: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gold:
    """Reference files that were written.

    Args:
        folder: where they are; the reference is its folder ``events``.
        articles: ids of the reports.
        events: number of events.
        left_out: reports that were left out.
    """

    folder: Path
    articles: tuple[str, ...]
    events: int
    left_out: tuple[LeftOut, ...]


def write_gold(snapshot: Snapshot, folder: Path, *, partly: bool = False) -> Gold:
    """Write the reports whose events analysts reviewed as a reference coding.

    Rejected events are left out, edited ones are as edited. What the coder missed is not among
    them, so that a recall measured on such a reference is an upper bound.

    Args:
        snapshot: the version, with its corrections.
        folder: where to write; it must not exist, or be empty.
        partly: whether reports count of which only some events were reviewed.

    Raises:
        LedgerError: no report has been reviewed, or the folder cannot be written or is taken.
    """
    spoken = _spoken_of(snapshot)
    left_out = [] if partly else list(_unfinished(snapshot, spoken))
    articles = _articles(snapshot, spoken, left_out)
    if not articles:
        problem = "has no report whose events are all reviewed"
        raise LedgerError(Place(str(snapshot.folder)), problem, "review more with detente correct")
    events = _events(snapshot, list(articles))
    with whole_folder(folder) as part:
        (part / EVENTS).mkdir()
        with (part / ARTICLES).open("w", encoding="utf-8", newline="\n") as file:
            for key, article in articles.items():
                file.write(json.dumps(_article_record(article), ensure_ascii=False) + "\n")
                text = json.dumps(_reference(article, events[key]), ensure_ascii=False, indent=1)
                path = part / EVENTS / f"{article.id}.json"
                path.write_text(text + "\n", "utf-8", newline="\n")
    number = sum(len(events[key]) for key in articles)
    ids = tuple(article.id for article in articles.values())
    return Gold(folder, ids, number, tuple(left_out))


def _spoken_of(snapshot: Snapshot) -> dict[str, set[str]]:
    """Ids of all coded events of each report of which an event was reviewed, by key."""
    marked = sorted(snapshot.review.marks)
    found = snapshot.rows(
        "SELECT DISTINCT article FROM events WHERE id IN (SELECT unnest(?))", [marked]
    )
    coded: defaultdict[str, set[str]] = defaultdict(set)
    for row in snapshot.rows(_CODED, [[row["article"] for row in found]]):
        coded[row["article"]].add(row["id"])
    return coded


def _unfinished(snapshot: Snapshot, spoken: dict[str, set[str]]) -> Sequence[LeftOut]:
    """Takes out the reports that have an event of which nobody has spoken."""
    open_ = {key: ids - snapshot.review.marks.keys() for key, ids in spoken.items()}
    names = _names(snapshot, [key for key, ids in open_.items() if ids])
    for key in names:
        del spoken[key]
    return [
        LeftOut(name, f"{len(open_[key])} of its events not reviewed")
        for key, name in names.items()
    ]


def _names(snapshot: Snapshot, keys: list[str]) -> dict[str, str]:
    return {row["key"]: row["id"] for row in snapshot.rows(_ARTICLES, [keys])}


def _articles(
    snapshot: Snapshot, keys: Mapping[str, object], left_out: list[LeftOut]
) -> dict[str, Article]:
    """The reports by key; each id names one file, so it must be one that a file can have."""
    found: dict[str, Article] = {}
    taken: set[str] = set()
    for row in snapshot.rows(_ARTICLES, [sorted(keys)]):
        article = article_of(row)
        if (
            _NO_NAME & set(article.id)
            or not article.id.strip(".")
            or len(article.id) > _LONGEST_NAME
        ):
            left_out.append(LeftOut(article.id, "its id cannot name a file"))
        elif article.id.casefold() in taken:
            left_out.append(LeftOut(article.id, "another report has its id"))
        else:
            taken.add(article.id.casefold())
            found[row["key"]] = article
    return found


def _events(snapshot: Snapshot, keys: list[str]) -> Mapping[str, list[Event]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for row in snapshot.rows(_REVIEWED, [keys]):
        found[row["article"]].append(event_of(row))
    return found


def _article_record(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "id": article.id,
        "text": article.text,
        "published": published if isinstance(published, str | None) else published.isoformat(),
        "title": article.title,
        "url": article.url,
        "publication": article.publication,
        "language": article.language,
    }


def _reference(article: Article, events: Sequence[Event]) -> dict[str, Any]:
    day = article.published_on
    return {
        "id": article.id,
        "published": day.isoformat() if day else None,
        "events": [_event(event) for event in events],
    }


def _event(event: Event) -> dict[str, Any]:
    speaker = event.attribution[0].party if event.attribution else None
    return {
        "type": event.category,
        "mode": event.mode,
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "status": str(event.status),
        "date": _days(event.when),
        "attribution": _party(speaker) if speaker else None,
        "evidence": [event.sentence_span.start, event.sentence_span.end],
    }


def _days(when: DateSpan | None) -> list[str] | None:
    """The days that the text gives; a day of publication that stands in for one is none."""
    if when is None or when.basis is not DateBasis.TEXT:
        return None
    return [when.first.isoformat(), when.last.isoformat()]


def _party(party: Party) -> dict[str, str]:
    return {"code": party.code, "sector": party.sector, "name": party.identifier_text}
