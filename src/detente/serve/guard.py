"""Who gets in: the name that a page is asked by, the session, and the right to read."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.serve.access import Access, Right
from detente.serve.refusals import API_PATH, refusal
from detente.serve.sessions import COOKIE, LIFETIME, Session, Sessions

SIGN_IN, STATIC = "/sign-in", "/static/"
_UNASKED, _FORBIDDEN, _MISDIRECTED = 401, 403, 421
_NOT_ALLOWED = 1008


class Guard:
    """Lets through who may read, with ``visitor`` and ``session`` in the request's state.

    Args:
        app: the application below.
        access: who may read and correct.
        sessions: makes and checks sessions.
    """

    def __init__(self, app: ASGIApp, access: Access, sessions: Sessions) -> None:
        self._app = app
        self._access = access
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "websocket":
            # There is none here; one that were added would have to be let in first.
            await send({"type": "websocket.close", "code": _NOT_ALLOWED})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self._access.is_guarded and _is_https_outside(headers):
            scope["scheme"] = "https"
        if not self._access.knows_host(headers.get("host", "")):
            told = "This page goes by another name: use the address that detente serve printed."
            await refusal(scope, _MISDIRECTED, told)(scope, receive, send)
            return
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        known = self._sessions.read(cookie)
        session = known or self._sessions.new()
        visitor = self._access.visitor(_once(headers), session.right)
        scope.setdefault("state", {}).update(visitor=visitor, session=session)
        path = scope["path"]
        if visitor.right is Right.NONE and path != SIGN_IN and not path.startswith(STATIC):
            await self._refused(scope)(scope, receive, send)
            return
        is_page = not path.startswith((STATIC, API_PATH))
        is_new = is_page and known is None
        await self._app(scope, receive, self._with_cookie(scope, session, send) if is_new else send)

    def _refused(self, scope: Scope) -> Response:
        if self._access.user_header:
            return refusal(scope, _FORBIDDEN, "The proxy before this page names no user.")
        if scope["path"].startswith(API_PATH) or scope["path"].endswith(".atom"):
            told = "Show a token: Authorization: Bearer TOKEN."
            challenge = 'Bearer realm="detente", Basic realm="detente"'
            return refusal(scope, _UNASKED, told, www_authenticate=challenge)
        wanted = scope["path"]
        if scope["query_string"]:
            wanted += "?" + scope["query_string"].decode("latin-1")
        return RedirectResponse(f"{SIGN_IN}?to={quote(wanted, safe='')}", 303)

    def _with_cookie(self, scope: Scope, session: Session, send: Send) -> Send:
        """Sends a new session with the answer, unless that sends one of its own."""
        value = session_cookie(self._sessions, session, is_secure=scope["scheme"] == "https")

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("set-cookie", value)
            await send(message)

        return sent


def _is_https_outside(headers: Headers) -> bool:
    """Whether the visitor speaks TLS with a proxy before the page.

    Whoever says so falsely only keeps the own cookies from coming back.
    """
    return headers.get("x-forwarded-proto", "").strip().lower() == "https"


def _once(headers: Headers) -> dict[str, str]:
    """The headers that came once: of two, one may be the visitor's and not the proxy's."""
    return {name: headers[name] for name in headers if len(headers.getlist(name)) == 1}


def session_cookie(sessions: Sessions, session: Session, *, is_secure: bool) -> str:
    """The header that gives a visitor a session."""
    secure = "; Secure" if is_secure else ""
    value = sessions.cookie(session)
    return f"{COOKIE}={value}; Path=/; Max-Age={LIFETIME}; HttpOnly; SameSite=Strict{secure}"
