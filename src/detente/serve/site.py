"""What every page needs: the ledger, the templates, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from detente.errors import LedgerError
from detente.ledger import Ledger
from detente.serve.access import Access, Visitor
from detente.serve.explaining import Explainer
from detente.serve.memory import Memory
from detente.serve.reading import Readers
from detente.serve.rendering import rendered
from detente.serve.sessions import Session, Sessions


@dataclass(frozen=True, slots=True)
class Site:
    """The page of one ledger.

    Args:
        readers: the ledger.
        writer: the ledger, to correct.
        explainer: codes reports again.
        memory: answers that are kept for a while.
        access: who may read and correct.
        sessions: the sessions of visitors.
    """

    readers: Readers
    writer: Ledger
    explainer: Explainer
    memory: Memory
    access: Access
    sessions: Sessions

    @property
    def has_ledger(self) -> bool:
        """Whether anything was ever added; so it is taken to be where that cannot be read."""
        try:
            return self.readers.ledger.version > 0
        except LedgerError:
            return True

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> Response:
        """A page.

        Args:
            request: what it answers.
            template: its template.
            status: HTTP status.
            values: what the template shows.
        """
        visitor, session = visitor_of(request), session_of(request)
        content = rendered(
            template,
            visitor=visitor,
            form_token=self.sessions.form_token(session),
            path=request.url.path,
            leaves=self.access.takes_tokens,
            **values,
        )
        return Response(content, status, media_type="text/html")


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    found: Site = request.app.state.site
    return found


def visitor_of(request: Request) -> Visitor:
    """Who asks."""
    found: Visitor = request.state.visitor
    return found


def session_of(request: Request) -> Session:
    """The session of who asks."""
    found: Session = request.state.session
    return found
