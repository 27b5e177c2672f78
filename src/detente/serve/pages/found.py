"""What some words can mean, and lists of happenings."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.serve.asked import (
    CHOICES,
    PAGE_SIZE,
    asked_values,
    filter_asked,
    page_asked,
)
from detente.serve.exports import export
from detente.serve.site import site_of

_LONGEST = 200


def search(request: Request) -> Response:
    """Parties, people, places and happenings that some words can mean."""
    site, asked = site_of(request), asked_values(request)
    words = " ".join(request.query_params.get("q", "").split())[:_LONGEST]
    if not words:
        return RedirectResponse("/", 303)
    page = page_asked(asked)
    with site.readers.reading() as ledger:
        found = ledger.search(words, PAGE_SIZE, (page - 1) * PAGE_SIZE)
        version = ledger.version
    return site.page(
        request,
        "search.html",
        found=found,
        sought=words,
        asked={"q": words},
        page=page,
        size=PAGE_SIZE,
        version=version,
    )


def happenings(request: Request) -> Response:
    """Happenings, by what the address asks for."""
    site, asked = site_of(request), asked_values(request)
    page = page_asked(asked)
    wanted = filter_asked(asked)
    with site.readers.reading() as ledger:
        listing = ledger.listing(replace(wanted, limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE))
        version = ledger.version
    return site.page(
        request,
        "happenings.html",
        listing=listing,
        asked=asked,
        choices=CHOICES,
        page=page,
        size=PAGE_SIZE,
        version=version,
    )


def happenings_data(request: Request) -> Response:
    """The happenings that an address asks for, as data."""
    return export(request, filter_asked(asked_values(request)))
