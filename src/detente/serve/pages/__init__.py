"""The pages."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from detente.serve.pages.pair import pair
from detente.serve.pages.start import start


def page_routes() -> list[BaseRoute]:
    """The addresses of the pages."""
    return [
        Route("/", start),
        Route("/relations/{first}-{second}", pair),
    ]
