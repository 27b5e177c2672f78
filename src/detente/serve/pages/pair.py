"""The relation of two parties."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.ledger import Filter, Ledger
from detente.ledger.dyad import DyadView, sides_of
from detente.lexicon.closed_lists import closed_lists
from detente.serve.asked import (
    ALL_CONTACTS,
    CHOICES,
    PAGE_SIZE,
    asked_values,
    day_asked,
    filter_asked,
    page_asked,
)
from detente.serve.calendar import calendar_of
from detente.serve.charts import balance_chart, chart_answer, timeline_chart
from detente.serve.exports import export
from detente.serve.site import site_of
from detente.serve.wording import pair_address

_SHOWN, _MARKS = 5, 1_000
_BACK = (5, 2, 0)
_VIEW_AGE_S = 10


def pair(request: Request) -> Response:
    """Who last spoke to whom, who is ready, who refuses, and how it all went."""
    site, asked = site_of(request), asked_values(request)
    names = request.path_params
    sides = sides_of(names["first"], names["second"])
    address = pair_address(*(side.code for side in sides))
    if request.url.path != address:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(address + query, 307)
    wanted, page = _wanted(request), page_asked(asked)
    with site.readers.reading() as ledger:
        view = _view(request, ledger)
        some = replace(wanted, limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE)
        listing = ledger.listing(some)
    return site.page(
        request,
        "pair.html",
        view=view,
        calendar=calendar_of(view),
        listing=listing,
        asked=asked,
        choices=CHOICES,
        all_contacts=ALL_CONTACTS,
        page=page,
        size=PAGE_SIZE,
        shown=_SHOWN,
        marked=_MARKS,
        ranges=_ranges(view),
        quads=_quads(),
        version=view.version,
    )


def timeline(request: Request) -> Response:
    """The happenings that are asked for, by day."""
    site = site_of(request)
    with site.readers.reading() as ledger:
        marks = ledger.marks(_wanted(request), _MARKS)
    return chart_answer(request, lambda colours, width: timeline_chart(marks.shown, colours, width))


def balance(request: Request) -> Response:
    """Cooperation and conflict by month."""
    with site_of(request).readers.reading() as ledger:
        view = _view(request, ledger)
    return chart_answer(request, lambda colours, width: balance_chart(view.balance, colours, width))


def pair_data(request: Request) -> Response:
    """The happenings that are asked for, as data."""
    return export(request, _wanted(request))


def _view(request: Request, ledger: Ledger) -> DyadView:
    """The relation, which may be some seconds old: the page asks for it twice, and others do."""
    names = request.path_params
    sides = sides_of(names["first"], names["second"])
    first, second = (side.code for side in sides)
    day = day_asked(asked_values(request))
    key = ("show", first, second, day, datetime.now(UTC).date())
    return site_of(request).memory.recall(key, _VIEW_AGE_S, lambda: ledger.show(first, second, day))


def _wanted(request: Request) -> Filter:
    names: dict[str, Any] = request.path_params
    sides = sides_of(names["first"], names["second"])
    dyad = "-".join(side.code for side in sides)
    return filter_asked(asked_values(request), dyad=dyad)


def _ranges(view: DyadView) -> list[str]:
    """Years from which the timeline can begin, the latest first, and the beginning of all."""
    last = view.last_report.year if view.last_report else view.day.year
    return ["", *(str(last - back) for back in _BACK)]


def _quads() -> dict[str, int]:
    return {name: item.quad for name, item in closed_lists().categories.items()}
