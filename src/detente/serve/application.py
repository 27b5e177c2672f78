"""The pages, the feeds and the API of a ledger as one ASGI application."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from detente.ledger import Ledger
from detente.serve.access import Access
from detente.serve.api import api_app
from detente.serve.explaining import Explainer
from detente.serve.faults import HANDLERS
from detente.serve.feeds import feed_routes
from detente.serve.files import static
from detente.serve.guard import Guard
from detente.serve.headers import Headers
from detente.serve.limits import Limits
from detente.serve.memory import Memory
from detente.serve.pages import page_routes
from detente.serve.reading import Readers
from detente.serve.sessions import Sessions
from detente.serve.site import Site

API = "/api/v1"


def application(path: Path, access: Access) -> Starlette:
    """The application of a ledger.

    Args:
        path: folder of the ledger.
        access: who may read and correct.

    Raises:
        LedgerError: no ledger can be at such a path.
    """
    site = Site(
        readers=Readers(Ledger(path)),
        writer=Ledger(path),
        explainer=Explainer(),
        memory=Memory(),
        access=access,
        sessions=Sessions(access.secret),
    )
    routes: list[BaseRoute] = [
        Route("/static/{digest}/{name}", static),
        Mount(API, api_app(site)),
        *feed_routes(),
        *page_routes(),
    ]
    middleware = [
        Middleware(Headers),
        Middleware(Limits),
        Middleware(Guard, access=access, sessions=site.sessions),
    ]
    made = Starlette(routes=routes, middleware=middleware, exception_handlers=HANDLERS)
    made.state.site = site
    return made
