"""A report: its text with the events marked, why they were coded so, and the analyst's word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.errors import CodingError, ModelError
from detente.export.explained import Line, explained
from detente.ledger.editable import editable_values
from detente.ledger.reports import Report, ReportEvent
from detente.lexicon.closed_lists import closed_lists
from detente.records import Article, Event, Span, Status
from detente.serve.explaining import Explainer
from detente.serve.marking import Role, pieces, roles_of
from detente.serve.site import site_of, visitor_of

NAME_COOKIE = "detente_name"
CHECKED = "checked against the text"
_DONE = {"accept": "accepted", "reject": "rejected", "edit": "edited"}
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event was coded as it was.

    Args:
        lines: what it rests on.
        event: the event as it is coded now, with the words of its date; None where it is not.
        fault: why there is nothing to tell, or empty.
    """

    lines: tuple[Line, ...] = ()
    event: Event | None = None
    fault: str = ""


def report(request: Request) -> Response:
    """A report; the event that the address names is lit up and explained.

    Raises:
        HTTPException: the ledger has no such report.
    """
    site = site_of(request)
    with site.readers.reading() as ledger:
        found = ledger.report(request.path_params["key"])
    if found is None:
        raise HTTPException(_NOT_FOUND)
    chosen = found.event(request.query_params.get("event", ""))
    done = _DONE.get(request.query_params.get("done", ""), "")
    return report_page(request, found, chosen, done=done)


def event(request: Request) -> Response:
    """The report of an event, with the event chosen.

    Raises:
        HTTPException: there is no such event.
    """
    wanted = request.path_params["event"]
    with site_of(request).readers.reading() as ledger:
        key = ledger.report_key(wanted)
    if key is None:
        raise HTTPException(_NOT_FOUND)
    return RedirectResponse(f"/reports/{key}?event={wanted}#chosen", 303)


def report_page(
    request: Request,
    found: Report,
    chosen: ReportEvent | None,
    *,
    done: str = "",
    fault: str = "",
    given: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """The page of a report.

    Args:
        request: what it answers.
        found: the report.
        chosen: the event that is lit up, or None.
        done: what was just done, or empty.
        fault: why what was sent could not be done, or empty.
        given: what was sent, to be mended.
        status: HTTP status.
    """
    site = site_of(request)
    reason = _reason(site.explainer, found.article, chosen) if chosen else Reason()
    lit = list(_lit(chosen, reason)) if chosen else []
    values = {**(editable_values(chosen.event) if chosen else {}), **(given or {})}
    order = [item.event.id for item in found.events]
    return site.page(
        request,
        "report.html",
        status,
        report=found,
        chosen=chosen,
        reason=reason,
        pieces=list(pieces(found.article.text, _marked(found, chosen), lit)),
        quads={item.event.id: item.event.quad_code for item in found.events},
        neighbours=_neighbours(order, chosen),
        values=values,
        lists=closed_lists(),
        statuses=list(Status),
        roles=[role for role in Role if role in {role for role, _ in lit}],
        author=_author(request, given),
        why=(given or {}).get("why", CHECKED),
        done=done,
        fault=fault,
        version=found.version,
    )


def _marked(found: Report, chosen: ReportEvent | None) -> list[Event]:
    """The events whose acts are marked, the one that is chosen first."""
    events = [item.event for item in found.events if item.mark != "rejected"]
    return [*([chosen.event] if chosen else []), *events]


def _lit(chosen: ReportEvent, reason: Reason) -> Iterator[tuple[Role, Span]]:
    yield from roles_of(chosen.event)
    # The ledger does not keep the words of a date; coding the report again finds them.
    when = reason.event.when if reason.event else None
    if when and when.words and chosen.mark != "edited":
        yield Role.DATE, when.words


def _reason(explainer: Explainer, article: Article, chosen: ReportEvent) -> Reason:
    try:
        coding = explainer.coding(article)
    except (ModelError, CodingError) as fault:
        return Reason(fault=str(fault))
    again = next((item for item in coding.events if item.id == chosen.coded.id), None)
    if again is None:
        return Reason(fault="It was coded by another coder or lexicon, which alone could say why.")
    return Reason(tuple(explained(article, again)), again)


def _neighbours(order: list[str], chosen: ReportEvent | None) -> tuple[str | None, str | None]:
    """The events before and after the one that is chosen."""
    if chosen is None:
        return None, order[0] if order else None
    place = order.index(chosen.event.id)
    before = order[place - 1] if place else None
    return before, order[place + 1] if place + 1 < len(order) else None


def _author(request: Request, given: Mapping[str, str] | None) -> str:
    named = visitor_of(request).name
    return named or (given or {}).get("author") or request.cookies.get(NAME_COOKIE, "")
