"""Atom feeds of pairs: what was reported last, and the contacts among it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from detente.errors import QuestionError
from detente.export.wording import counted, distinct_parties, one_line, party_name
from detente.ledger import Ledger
from detente.ledger.dyad import Entry, sides_of
from detente.ledger.pair_news import PairNews
from detente.records import Party, Status
from detente.serve.atom import MEDIA_TYPE, Feed, FeedEntry, Link, document
from detente.serve.cursors import question_digest
from detente.serve.site import site_of
from detente.serve.wording import days, meaning, name, on_whose_word, pair_address
from detente.version import VERSION

_USUAL, _MOST = 50, 200
_UNCHANGED = 304
_SHOWN, _DIGITS = 6, 6
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def feed_routes() -> list[BaseRoute]:
    """The addresses of the feeds, which stand before those of the pages."""
    pair = "/relations/{first}-{second}"
    return [
        Route(f"{pair}/contacts.atom", contacts_feed),
        Route(f"{pair}.atom", happenings_feed),
    ]


def happenings_feed(request: Request) -> Response:
    """What was reported last of a pair.

    Raises:
        PartyError: a party is not known.
        LedgerError: the ledger cannot be read.
    """
    return _feed(request, contacts=False)


def contacts_feed(request: Request) -> Response:
    """The contacts of a pair that were reported last.

    Raises:
        PartyError: a party is not known.
        LedgerError: the ledger cannot be read.
    """
    return _feed(request, contacts=True)


def _feed(request: Request, *, contacts: bool) -> Response:
    sides = sides_of(request.path_params["first"], request.path_params["second"])
    first, second = sorted(side.code for side in sides)
    limit = _limit(request.query_params.get("limit", str(_USUAL)))
    with site_of(request).readers.reading() as ledger:
        made = _made(ledger)
        root = _root(request)
        digest = question_digest(
            VERSION, ledger.version, made, first, second, limit, contacts, root
        )
        headers = {"etag": f'W/"{digest}"', "last-modified": format_datetime(made, usegmt=True)}
        if headers["etag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=_UNCHANGED, headers=headers)
        news = ledger.pair_news(first, second, limit, contacts=contacts)
    kind = ":contacts" if contacts else ""
    feed = Feed(
        id=f"urn:detente:relation:{first}-{second}{kind}",
        title=f"{name(first)} and {name(second)}{': contacts' if contacts else ''}",
        updated=made,
        links=[
            Link("self", f"{root}{_address(first, second, kind)}", "application/atom+xml"),
            Link("alternate", f"{root}{pair_address(first, second)}"),
        ],
        entries=[_entry(item, root) for item in news],
    )
    return Response(document(feed), headers=headers, media_type=MEDIA_TYPE)


def _made(ledger: Ledger) -> datetime:
    """When the version was made, to the second."""
    run = ledger.snapshot().run
    return run.time.astimezone(UTC).replace(microsecond=0) if run else _NEVER


def _address(first: str, second: str, kind: str) -> str:
    return f"{pair_address(first, second)}{kind.replace(':', '/')}.atom"


def _limit(text: str) -> int:
    """How many entries are wanted.

    Raises:
        QuestionError: it is no number, or too many.
    """
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text[:_DIGITS]) <= _MOST:
        raise QuestionError(f"limit is a number up to {_MOST}, not {text[:20]!r}")
    return int(text[:_DIGITS])


def _root(request: Request) -> str:
    """The address of the site, as its visitor has it."""
    return f"{request.url.scheme}://{request.url.netloc}"


def _entry(news: PairNews, root: str) -> FeedEntry:
    entry = news.entry
    return FeedEntry(
        id=f"urn:detente:happening:{news.first}",
        title=_title(entry),
        summary=_summary(entry),
        published=news.first_seen or entry.day,
        updated=news.last_seen or entry.day,
        terms=list(_terms(entry)),
        links=[
            Link("alternate", f"{root}/events/{news.first}"),
            Link("related", f"{root}/happenings/{entry.happening}"),
        ],
    )


def _title(entry: Entry) -> str:
    """``2022-10-23: Sergei Shoigu and Sébastien Lecornu, CONSULT phone``."""
    who = _names(entry.actors)
    if entry.recipients:
        who += f" → {_names(entry.recipients)}"
    act = " ".join(filter(None, (entry.category, entry.mode)))
    notes = [] if entry.status is Status.ACTUAL else [str(entry.status)]
    notes += filter(None, [on_whose_word(entry.assertion)])
    return ", ".join([f"{days(entry.when)}: {who or 'somebody'}", act, *notes])


def _names(parties: Sequence[Party]) -> str:
    found = [party_name(party) for party in distinct_parties(parties)]
    if len(found) > _SHOWN:
        found = [*found[:_SHOWN], f"{len(found) - _SHOWN} others"]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def _summary(entry: Entry) -> str:
    """The words, and who reports them."""
    lines = [f"“{one_line(entry.text)}”"]
    if entry.condition:
        lines.append(f"on condition: “{one_line(entry.condition)}”")
    lines += [
        " ".join(filter(None, (one_line(item.publication or item.id), _iso(item.published))))
        for item in entry.reports[:_SHOWN]
    ]
    if len(entry.reports) > _SHOWN:
        lines.append(f"and {counted(len(entry.reports) - _SHOWN, 'other report')}")
    return "\n".join(lines)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _terms(entry: Entry) -> Iterator[tuple[str, str]]:
    yield entry.category, meaning(entry.category)
    if entry.mode:
        yield entry.mode, entry.mode
    if entry.level:
        yield "contact", "a contact"
        yield str(entry.level), f"contact of {entry.level}"
