"""Reports with their text, single events, and what happened with all its reports."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from detente.ledger import Ledger
from detente.ledger.plain import plain
from detente.ledger.records import correction_record
from detente.ledger.reports import Report, ReportEvent
from detente.serve.api.answers import KNOWN, answered
from detente.serve.api.parameters import Moment, Version

_LONGEST = 100
_Key = Annotated[
    str, Path(max_length=_LONGEST, description="Key of the report: `article` of its events.")
]
_Event = Annotated[str, Path(max_length=_LONGEST, description="Id of the event, or its beginning.")]
_Happening = Annotated[str, Path(max_length=_LONGEST, description="Id of the happening.")]


def router() -> APIRouter:
    """The routes of reports, events and happenings."""
    made = APIRouter(tags=["evidence"])
    routes = (
        ("/reports/{key}", _report, "report", "A report with its text and events"),
        ("/events/{event}", _event, "event", "An event, as coded and as corrected"),
        ("/happenings/{happening}", _happening, "happening", "A happening with all its reports"),
    )
    for path, route, name, summary in routes:
        made.add_api_route(
            path,
            route,
            operation_id=name,
            summary=summary,
            response_class=Response,
            responses=KNOWN,
        )
    return made


def _report(
    request: Request,
    key: _Key,
    version: Annotated[Version, Query()] = None,
    at: Annotated[Moment, Query()] = None,
) -> Response:
    return answered(request, version, at, lambda ledger: _report_record(_known(ledger, key)))


def _event(
    request: Request,
    event: _Event,
    version: Annotated[Version, Query()] = None,
    at: Annotated[Moment, Query()] = None,
) -> Response:
    return answered(request, version, at, lambda ledger: _event_of(ledger, event))


def _happening(
    request: Request,
    happening: _Happening,
    version: Annotated[Version, Query()] = None,
    at: Annotated[Moment, Query()] = None,
) -> Response:
    def made(ledger: Ledger) -> object:
        record = ledger.happening(happening)
        if record is None:
            raise HTTPException(404, f"There is no happening {happening!r} in this version.")
        return record

    return answered(request, version, at, made)


def _known(ledger: Ledger, key: str) -> Report:
    report = ledger.report(key)
    if report is None:
        raise HTTPException(404, f"There is no report {key!r} in this version.")
    return report


def _event_of(ledger: Ledger, wanted: str) -> dict[str, Any]:
    key = ledger.report_key(wanted)
    report = ledger.report(key) if key else None
    found = [item for item in report.events if item.coded.id.startswith(wanted)] if report else []
    if not found or report is None:
        raise HTTPException(404, f"There is no event {wanted!r} in this version, or several.")
    return {"report": report.key, **_told(found[0])}


def _report_record(report: Report) -> dict[str, Any]:
    article = report.article
    return {
        "key": report.key,
        "id": article.id,
        "title": article.title,
        "publication": article.publication,
        "published": plain(article.published),
        "language": article.language,
        "source": article.source,
        "text": article.text,
        "events": [_told(item) for item in report.events],
    }


def _told(item: ReportEvent) -> dict[str, Any]:
    return {
        "event": item.event.to_dict(),
        "coded": item.coded.to_dict(),
        "mark": item.mark,
        "happening": item.happening,
        "corrections": [correction_record(point) for point in item.corrections],
    }
