"""Records as a model reads them: shortened, each with the words that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from detente.ledger import Ledger
from detente.ledger.evidence import Evidence

Record = dict[str, Any]
_PARTY = ("code", "sector", "identifier_text", "office")
_ACT = ("date", "enddate", "date_basis", "category", "mode", "contexts", "status", "assertion")
_CONTACT = ("level", "channel", "condition")
_COUNTS = ("dead_least", "dead_most", "injured_least", "injured_most")
_ARRESTS = ("arrested_least", "arrested_most")
_INNER = ("coder", "lexicon", "coded_date", "cite_info", "text", "text_info", "event_text")
_REPORT = ("key", "id", "title", "published", "publication", "url", "language", "events")
_FROM = "What happened on it: list_happenings with these arguments."


def items_of(topic: str, ledger: Ledger, records: Sequence[Record]) -> list[Record]:
    """Records of a list with their evidence.

    Args:
        topic: one of ``TOPICS``.
        ledger: bound to the version they are of.
        records: as the list has them.
    """
    if topic == "relations":
        return [{**record, "evidence": _pointer(record)} for record in records]
    if topic == "articles":
        return [_some(record, _REPORT) for record in records]
    shorten, events_of = _FORMS[topic]
    found = ledger.evidence([name for record in records for name in events_of(record)])
    return [
        {**shorten(record), "evidence": evidence_list(events_of(record), found)}
        for record in records
    ]


def evidence_list(events: Iterable[str], found: Mapping[str, Evidence]) -> list[Record]:
    """The evidence of some events, in their order.

    Args:
        events: their ids.
        found: evidence by id; what an analyst rejected has none.
    """
    return [found[name].to_dict() for name in events if name in found]


def short_event(record: Record) -> Record:
    """An event without what its evidence says again."""
    return {name: value for name, value in record.items() if name not in _INNER}


def _happening(record: Record) -> Record:
    place = record["location"]
    counted = {name: record[name] for name in (*_COUNTS, *_ARRESTS) if record[name] is not None}
    contact = {name: record[name] for name in _CONTACT if record[name] is not None}
    return {
        "id": record["id"],
        **_some(record, _ACT),
        "actors": [_some(party, _PARTY) for party in record["actors"]],
        "recipients": [_some(party, _PARTY) for party in record["recipients"]],
        **contact,
        **counted,
        **({"place": place["name"]} if place else {}),
        "text": record["text"],
    }


def _claim(record: Record) -> Record:
    return {
        "id": record["id"],
        "claimant": _some(record["claimant"], _PARTY),
        **_some(record, ("stance", "about", "category", "mode", "said_on", "text")),
        **_some(record, ("happening", "answers")),
    }


def _pointer(record: Record) -> Record:
    day = record["date"]
    arguments = {"dyad": [record["dyad"]], "from": day, "to": day, "status": ["actual"]}
    return {"told": _FROM, "tool": "list_happenings", "arguments": arguments}


def _some(record: Record, names: Iterable[str]) -> Record:
    return {name: record[name] for name in names}


def _own(record: Record) -> list[str]:
    return [record["id"]]


def _told(record: Record) -> list[str]:
    return list(record["events"])


_FORMS: Mapping[str, tuple[Callable[[Record], Record], Callable[[Record], list[str]]]] = {
    "events": (short_event, _own),
    "happenings": (_happening, _told),
    "contacts": (_happening, _told),
    "claims": (_claim, _told),
}
