"""A happening: its reports side by side, and what they agree and differ on."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detente.serve.site import site_of
from detente.serve.wording import one_line, shown

_NOT_FOUND = 404


def happening(request: Request) -> Response:
    """A happening as its reports tell it.

    Raises:
        HTTPException: the ledger has no such happening.
    """
    site = site_of(request)
    with site.readers.reading() as ledger:
        told = ledger.told(request.path_params["happening"])
        version = ledger.version
    if told is None:
        raise HTTPException(
            _NOT_FOUND,
            "There is no such happening now: a new report or a correction may have changed it.",
        )
    return site.page(
        request, "happening.html", told=told, happening=told.happening, version=version
    )


def words(request: Request) -> Response:
    """The best sentence of a happening, for a chart whose mark is pointed at.

    Raises:
        HTTPException: the ledger has no such happening.
    """
    with site_of(request).readers.reading() as ledger:
        told = ledger.told(request.path_params["happening"])
    if told is None:
        raise HTTPException(_NOT_FOUND)
    text = str(shown(one_line(told.happening.text)))
    return JSONResponse({"text": text}, headers={"cache-control": "private, max-age=60"})
