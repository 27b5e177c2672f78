"""What the ledger rests on: sources, versions, rejects, corrections, the codebook."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from detente.ledger.coverage import Coverage
from detente.ledger.dataset_pages import codebook_record
from detente.lexicon.closed_lists import closed_lists
from detente.serve.asked import asked_values, page_asked
from detente.serve.charts import chart_answer, coverage_chart
from detente.serve.site import site_of

_AGE_S = 60
_SIZE, _LATEST, _APART = 50, 8, 5
_OTHERS, _UNNAMED = "all others", "none named"
_SORTS = {"reports": True, "events": True, "name": False, "last": True}
_Item = TypeVar("_Item")


def data(request: Request) -> Response:
    """The ledger in figures, its outlets and its latest versions."""
    site = site_of(request)
    sort = request.query_params.get("sort", "reports")
    sort = sort if sort in _SORTS else "reports"
    with site.readers.reading() as ledger:
        summary = site.memory.recall("summary", _AGE_S, ledger.summary)
        coverage = site.memory.recall("coverage", _AGE_S, ledger.coverage)
        runs = ledger.history()
    outlets = sorted(coverage.outlets, key=attrgetter("name"))
    outlets.sort(key=lambda item: str(getattr(item, sort) or ""), reverse=_SORTS[sort])
    if sort in ("reports", "events"):
        outlets.sort(key=attrgetter(sort), reverse=True)
    page = page_asked(asked_values(request))
    return site.page(
        request,
        "data.html",
        summary=summary,
        outlets=_page(outlets, page),
        number=len(outlets),
        sort=sort,
        runs=runs[: -_LATEST - 1 : -1],
        page=page,
        size=_SIZE,
        version=runs[-1].version if runs else 0,
    )


def coverage(request: Request) -> Response:
    """Reports by month and outlet, as a chart."""
    site = site_of(request)
    with site.readers.reading() as ledger:
        found = site.memory.recall("coverage", _AGE_S, ledger.coverage)
    rows = _largest_apart(found)
    return chart_answer(request, lambda colours, width: coverage_chart(rows, colours, width))


def versions(request: Request) -> Response:
    """Every version, the latest first."""
    site = site_of(request)
    with site.readers.reading() as ledger:
        runs = ledger.history()[::-1]
    return _list_page(request, "versions.html", runs)


def rejects(request: Request) -> Response:
    """What could not be read."""
    site = site_of(request)
    with site.readers.reading() as ledger:
        found = ledger.rejects()
    return _list_page(request, "rejects.html", found)


def corrections(request: Request) -> Response:
    """What analysts said, the latest first."""
    site = site_of(request)
    with site.readers.reading() as ledger:
        found = ledger.corrections()[::-1]
    return _list_page(request, "corrections.html", found)


def codebook(request: Request) -> Response:
    """What the categories, modes, codes and sectors mean."""
    lists = closed_lists()
    book = {**codebook_record(), "states": lists.states, "others": lists.others}
    return site_of(request).page(request, "codebook.html", book=book)


def _list_page(request: Request, template: str, found: Sequence[Any]) -> Response:
    page = page_asked(asked_values(request))
    return site_of(request).page(
        request, template, items=_page(found, page), number=len(found), page=page, size=_SIZE
    )


def _page(found: Sequence[_Item], page: int) -> Sequence[_Item]:
    return found[(page - 1) * _SIZE : page * _SIZE]


def _largest_apart(found: Coverage) -> list[tuple[date, str, int]]:
    """Reports by month, those of all but the largest outlets together."""
    largest = {item.name for item in found.outlets[:_APART]}
    months: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for month, outlet, number in found.months:
        name = (outlet or _UNNAMED) if outlet in largest else _OTHERS
        months[month][name] += number
    names = [item.name or _UNNAMED for item in found.outlets[:_APART]] + [_OTHERS]
    return [
        (month, name, counts[name])
        for name in names
        for month, counts in sorted(months.items())
        if counts[name]
    ]
