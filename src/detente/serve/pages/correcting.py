"""An analyst's word on an event, sent by a form."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.errors import QuestionError
from detente.ledger import EDITABLE
from detente.ledger.editable import editable_values
from detente.ledger.reports import Report, ReportEvent
from detente.records import Event, Verdict
from detente.serve.forms import own_form
from detente.serve.pages.report import NAME_COOKIE, report_page
from detente.serve.site import site_of, visitor_of
from detente.serve.wording import sentence

_NOT_FOUND, _UNFIT, _FORBIDDEN = 404, 400, 403
_LONGEST = 500
_YEAR_S = 365 * 24 * 3600


async def correct(request: Request) -> Response:
    """Keep what an analyst says of an event, then show the report as it is now.

    Raises:
        HTTPException: there is no such event, the visitor may not, or the form is not ours.
    """
    if not visitor_of(request).may_correct:
        raise HTTPException(_FORBIDDEN, "You may read this ledger, and not correct it.")
    form = await own_form(request)
    return await run_in_threadpool(_corrected, request, form)


def _corrected(request: Request, form: Mapping[str, str]) -> Response:
    site, names = site_of(request), request.path_params
    with site.readers.reading() as ledger:
        found = ledger.report(names["key"])
    chosen = found.event(names["event"]) if found else None
    if found is None or chosen is None:
        raise HTTPException(_NOT_FOUND)
    author = (visitor_of(request).name or form.get("author", "")).strip()[:_LONGEST]
    try:
        verdict = _keep(request, chosen, form, author)
    except QuestionError as fault:
        return _shown_again(request, found, chosen, form, sentence(fault))
    site.memory.forget()
    address = f"/reports/{found.key}?event={chosen.event.id}&done={verdict}#chosen"
    answer = RedirectResponse(address, 303)
    answer.set_cookie(
        NAME_COOKIE,
        quote(author),
        max_age=_YEAR_S,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


def _keep(request: Request, chosen: ReportEvent, form: Mapping[str, str], author: str) -> Verdict:
    """Put a correction into the ledger.

    Raises:
        QuestionError: it is none that can be made.
    """
    wanted = form.get("verdict", "")
    if wanted not in set(Verdict):
        raise QuestionError("say accept, reject or edit")
    verdict = Verdict(wanted)
    changes = _changes(chosen.event, form) if verdict is Verdict.EDIT else {}
    if verdict is Verdict.EDIT and not changes:
        raise QuestionError("nothing was changed")
    site_of(request).writer.correct(
        chosen.event.id,
        verdict,
        changes,
        author=author,
        why=form.get("why", "").strip()[:_LONGEST],
    )
    return verdict


def _changes(event: Event, form: Mapping[str, str]) -> dict[str, str]:
    """What a form changes of an event.

    A mode that was left as it was says nothing of a category that was not.
    """
    now = editable_values(event)
    given = {name: form[name].strip() for name in EDITABLE if name in form}
    return {name: value for name, value in given.items() if value != now[name]}


def _shown_again(
    request: Request, found: Report, chosen: ReportEvent, form: Mapping[str, str], fault: str
) -> Response:
    return report_page(request, found, chosen, fault=fault, given=form, status=_UNFIT)
