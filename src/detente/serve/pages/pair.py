"""The relation of two parties."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from detente.serve.site import site_of


def pair(request: Request) -> Response:
    """Who last spoke to whom, who is ready, who refuses, and how it all went."""
    site = site_of(request)
    names = request.path_params
    with site.readers.reading() as ledger:
        view = ledger.show(names["first"], names["second"])
    return site.page(request, "pair.html", view=view)
