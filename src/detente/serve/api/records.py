"""Single answers: a record by its id, a report, the relation of two parties, the ledger itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detente.ledger import Ledger
from detente.ledger.dataset_pages import codebook_record
from detente.ledger.records import report_event_record, report_record
from detente.serve.api.answers import Record, asked_ledger, document, tag_of, unchanged
from detente.serve.api.forms import Form, chosen
from detente.serve.api.problems import ApiError
from detente.serve.api.shapes import RECORDS, SINGLE, responses
from detente.serve.questions import LONGEST_VALUE, OfRelation, OfVersion
from detente.serve.site import site_of
from detente.version import VERSION

_NOT_FOUND = 404


def _name(told: str, example: str) -> Any:
    return Path(min_length=1, max_length=LONGEST_VALUE, description=told, examples=[example])


Id = Annotated[str, _name("Its id, as every list has it.", "3ba2a596ba9a8e4c")]
Key = Annotated[
    str, _name("Its key, as `article` of an event names it.", "8d1b5c0a4e7f29b6a3c1d0e2")
]
First = Annotated[str, _name("A code, name or adjective: FRA, France, french.", "FRA")]
Second = Annotated[str, _name("The other one.", "RUS")]
OfThen = Annotated[OfVersion, Query()]

router = APIRouter(default_response_class=Response)


@router.get("/events/{id}", tags=["Records"], responses=responses(SINGLE["event"]))
def read_event(request: Request, id: Id, asked: OfThen) -> Response:  # noqa: A002 - as clients see it
    """One event as corrected and as coded, with the key of its report and what analysts said.

    The id can be as much of its beginning as is its alone, eight characters at least.
    """

    def find(ledger: Ledger) -> Record | None:
        key = ledger.report_key(id)
        report = ledger.report(key) if key else None
        for item in report.events if report else ():
            if item.coded.id.startswith(id):
                return {"article": key, **report_event_record(item)}
        return None

    return _single(request, asked, find, f"The ledger has no event {id!r}, or several.")


@router.get("/happenings/{id}", tags=["Records"], responses=responses(RECORDS["happenings"]))
def read_happening(request: Request, id: Id, asked: OfThen) -> Response:  # noqa: A002
    """One happening with every report that tells of it."""
    return _record(request, asked, "happenings", id)


@router.get("/contacts/{id}", tags=["Records"], responses=responses(RECORDS["contacts"]))
def read_contact(request: Request, id: Id, asked: OfThen) -> Response:  # noqa: A002
    """One happening that is a contact."""
    return _record(request, asked, "contacts", id)


@router.get("/claims/{id}", tags=["Records"], responses=responses(RECORDS["claims"]))
def read_claim(request: Request, id: Id, asked: OfThen) -> Response:  # noqa: A002
    """One claim, with the claims that answer it."""
    return _record(request, asked, "claims", id)


@router.get("/articles/{key}", tags=["Records"], responses=responses(SINGLE["article"]))
def read_article(request: Request, key: Key, asked: OfThen) -> Response:
    """One report with its text, on which all offsets count, and the events coded from it."""

    def find(ledger: Ledger) -> Record | None:
        report = ledger.report(key)
        return report_record(report) if report else None

    return _single(request, asked, find, f"The ledger has no report with the key {key!r}.")


@router.get(
    "/relations/{first}-{second}", tags=["Relations"], responses=responses(SINGLE["relation"])
)
def show_relation(
    request: Request, first: First, second: Second, asked: Annotated[OfRelation, Query()]
) -> Response:
    """The relation of two parties: what `detente show` shows.

    Last contact and the last at each level, levels that have fallen silent, who is ready to talk
    and on what condition, who refuses, what cut the relation back, what each side claims with the
    denials, cooperation and conflict by month. Every entry names the reports it rests on.
    """
    return _single(
        request,
        asked,
        lambda ledger: ledger.show(first, second, asked.as_of, asked.limit).to_dict(),
        is_of_today=asked.as_of is None,
    )


@router.get("/summary", tags=["Ledger"], responses=responses(SINGLE["summary"]))
def summary(request: Request, asked: OfThen) -> Response:
    """The ledger in some figures."""

    def find(ledger: Ledger) -> Record:
        # Where it lies on the server is nobody's business.
        return {name: value for name, value in ledger.summary().to_dict().items() if name != "path"}

    return _single(request, asked, find)


@router.get("/codebook", tags=["Ledger"], responses=responses(SINGLE["codebook"]))
def codebook() -> Response:
    """What categories, modes, statuses, sectors, codes and contexts mean."""
    return JSONResponse(codebook_record())


@router.get("/version", tags=["Ledger"], responses=responses(SINGLE["version"]))
def version(request: Request) -> Response:
    """The latest version of the ledger, and the version of the program that answers."""
    return JSONResponse({"version": site_of(request).readers.ledger.version, "detente": VERSION})


def _record(request: Request, asked: OfVersion, topic: str, name: str) -> Response:
    missing = f"The ledger has nothing with the id {name!r} among its {topic}."
    return _single(request, asked, lambda ledger: ledger.record(topic, name), missing)


def _single(
    request: Request,
    asked: OfVersion,
    find: Callable[[Ledger], Record | None],
    missing: str = "",
    *,
    is_of_today: bool = False,
) -> Response:
    form = chosen(None, request.headers.get("accept"), [Form.JSON])
    with asked_ledger(request, asked) as ledger:
        tag = tag_of(request, ledger, form, is_of_today=is_of_today)
        if had := unchanged(request, ledger, tag):
            return had
        found = find(ledger)
        if found is None:
            raise ApiError(_NOT_FOUND, "unknown-record", missing)
        return document(found, ledger, tag)
