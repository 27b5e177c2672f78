"""The first page: what is new, which pairs have changed, and the search."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from detente.ledger import Ledger
from detente.ledger.movers import Movers
from detente.serve.site import Site, site_of

_NEWS, _MOVERS = 15, 10
# What two years are measured by does not change within minutes.
_CHANGE_AGE_S = 300


def start(request: Request) -> Response:
    """What is new."""
    site = site_of(request)
    if not site.has_ledger:
        return empty_page(request)
    with site.readers.reading() as ledger:
        news = ledger.news(_NEWS)
        if not news and not ledger.summary().articles:
            return empty_page(request)
        return site.page(
            request,
            "start.html",
            news=news,
            movers=_movers(site, ledger),
            version=ledger.version,
        )


def empty_page(request: Request, status: int = 200) -> Response:
    """What to do while the ledger holds nothing."""
    site = site_of(request)
    return site.page(request, "empty.html", status, folder=str(site.readers.ledger.path))


def _movers(site: Site, ledger: Ledger) -> Movers:
    return site.memory.recall("movers", _CHANGE_AGE_S, lambda: ledger.movers(_MOVERS))
