"""The first page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from detente.serve.site import site_of


def start(request: Request) -> Response:
    """What is new."""
    return site_of(request).page(request, "start.html")
