"""The tools: the questions of a ledger, for reading only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from detente.errors import QuestionError
from detente.ledger import Ledger
from detente.ledger.dataset_pages import codebook_record
from detente.ledger.dyad import side_of
from detente.ledger.paging import Bookmark
from detente.serve.cursors import Cursor
from detente.serve.mcp.asked import (
    Few,
    FewCorrections,
    FewOfTopic,
    Nothing,
    OfPair,
    OfParty,
    OfReport,
)
from detente.serve.mcp.items import Record, evidence_list, items_of, short_event
from detente.serve.plain_lists import plain_page
from detente.serve.questions import OfPage, OfVersion, of_topic

_PAGES = " `next` is the cursor of the page that follows, or null."
_LISTS = {
    "events": "Coded events, one for each report that tells of an act: who did what to whom, when,"
    " whether it took place and who says so.",
    "happenings": "What happened, was announced or denied, however many reports tell of it.",
    "contacts": "Who spoke to whom, at which level, by which channel, about what; a negated one is"
    " said not to have been.",
    "claims": "What a party says that another did, and what is denied; `answers` are the claims set"
    " against it.",
    "relations": "Cooperation and conflict of each pair, day by day, in counts and scores.",
    "articles": "The reports that were coded, without their text: read_report has it.",
}
_PLAIN: dict[str, tuple[str, type[OfPage]]] = {
    "corrections": (
        "What analysts said of events, oldest first, and how it stands to what is coded now.",
        FewCorrections,
    ),
    "history": ("Every version of the ledger: when it was made, by what, what it added.", Few),
    "parties": ("The parties that occur, those in most happenings first.", Few),
    "rejects": ("Files and records that could not be read, and what to do about it.", Few),
}


@dataclass(frozen=True, slots=True)
class LedgerTool:
    """A question as a tool.

    Args:
        name: as whoever calls it says.
        title: for people.
        told: what it answers, and with what evidence.
        asked: its arguments.
        answer: answers it.
    """

    name: str
    title: str
    told: str
    asked: type[BaseModel]
    answer: Callable[[Ledger, Any], Record]


def ledger_tools() -> Iterator[LedgerTool]:
    """All tools."""
    yield LedgerTool(
        "show_relation",
        "The relation of two parties",
        "Who last spoke to whom and at which level, where they have fallen silent, who is ready to"
        " talk and on what condition, who refuses, what cut the relation back, what each side"
        " claims with the denials, cooperation and conflict by month. `evidence` has the words of"
        " every report that is named, by the id of its event. Ask this first.",
        OfPair,
        _relation,
    )
    for topic, told in _LISTS.items():
        asked = of_topic(topic, FewOfTopic)
        yield LedgerTool(
            f"list_{topic}", _title(topic), told + _PAGES, asked, partial(_topic, topic)
        )
    yield LedgerTool(
        "read_report",
        "A report with its text",
        "The text of a report, on which all offsets count, and the events coded from it with the"
        " words they rest on.",
        OfReport,
        _report,
    )
    for name, (told, asked_page) in _PLAIN.items():
        yield LedgerTool(
            f"list_{name}", _title(name), told + _PAGES, asked_page, partial(_plain, name)
        )
    yield from _about()


def _about() -> Iterator[LedgerTool]:
    yield LedgerTool(
        "summary",
        "The ledger in figures",
        "How many reports, events, happenings, contacts and claims there are, of which days and"
        " outlets.",
        OfVersion,
        _summary,
    )
    yield LedgerTool(
        "find_party",
        "The code of a party",
        "The code that a name, adjective or capital stands for; or those that may have been meant.",
        OfParty,
        _party,
    )
    yield LedgerTool(
        "codebook",
        "The codebook",
        "What categories, modes, statuses, sectors, codes and contexts mean: the values of filters.",
        Nothing,
        lambda _ledger, _asked: codebook_record(),
    )


def _title(name: str) -> str:
    return name.capitalize()


def _pinned(ledger: Ledger, asked: OfVersion, cursor: Cursor | None = None) -> Ledger:
    version, time = asked.bound(cursor)
    return ledger.pinned(version=version, time=time)


def _relation(ledger: Ledger, asked: OfPair) -> Record:
    pinned = _pinned(ledger, asked)
    relation = pinned.show(asked.first, asked.second, asked.as_of, asked.limit).to_dict()
    names = list(dict.fromkeys(_events_in(relation)))
    found = pinned.evidence(names)
    evidence = {name: found[name].to_dict() for name in names if name in found}
    return {"relation": relation, "evidence": evidence}


def _events_in(value: Any) -> Iterator[str]:
    """The events of all reports that an answer names."""
    if isinstance(value, dict):
        yield from (report["event"] for report in value.get("reports", ()))
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from _events_in(inner)


def _topic(topic: str, ledger: Ledger, asked: FewOfTopic) -> Record:
    wanted, cursor = asked.wanted(), asked.going_on(topic)
    pinned = _pinned(ledger, asked, cursor)
    page = pinned.page(topic, wanted, cursor.mark if cursor else None)
    return _page(topic, pinned, asked, items_of(topic, pinned, list(page.answer)), page.last)


def _plain(name: str, ledger: Ledger, asked: Few) -> Record:
    cursor = asked.going_on(name)
    pinned = _pinned(ledger, asked, cursor)
    records, last = plain_page(name, pinned, asked, cursor.mark if cursor else None)
    return _page(name, pinned, asked, list(records), last)


def _page(
    name: str, ledger: Ledger, asked: OfPage, items: list[Record], last: Bookmark | None
) -> Record:
    cursor = Cursor(ledger.version, asked.question(name), last).text() if last else None
    return {"version": ledger.version, "items": items, "next": cursor}


def _report(ledger: Ledger, asked: OfReport) -> Record:
    pinned = _pinned(ledger, asked)
    report = pinned.report(asked.key)
    if report is None:
        raise QuestionError(f"the ledger has no report with the key {asked.key!r}")
    shown = [item for item in report.events if item.mark != "rejected"]
    found = pinned.evidence([item.event.id for item in shown])
    events = [
        {
            **short_event(item.event.to_dict()),
            **({"review": item.mark} if item.mark else {}),
            "happening": item.happening,
            "evidence": evidence_list([item.event.id], found),
        }
        for item in shown
    ]
    return {
        "version": report.version,
        "key": report.key,
        "id": report.article.id,
        "title": report.article.title,
        "publication": report.article.publication,
        "published": day.isoformat() if (day := report.article.published_on) else None,
        "url": report.article.url,
        "text": report.article.text,
        "events": events,
    }


def _summary(ledger: Ledger, asked: OfVersion) -> Record:
    return _pinned(ledger, asked).summary().to_dict()


def _party(_ledger: Ledger, asked: OfParty) -> Record:
    side = side_of(asked.name)
    return {"code": side.code, "name": side.name}
