"""Signing in with a token, and out again."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.serve.access import Right
from detente.serve.forms import own_form
from detente.serve.guard import SIGN_IN, session_cookie
from detente.serve.sessions import COOKIE
from detente.serve.site import site_of

_UNASKED = 401
# Whoever guesses tokens is kept waiting.
_WAIT_S = 0.5


def sign_in(request: Request) -> Response:
    """The form for a token."""
    to = _local(request.query_params.get("to", "/"))
    return site_of(request).page(request, "sign_in.html", to=to, fault="")


async def signed_in(request: Request) -> Response:
    """A session with the right of the token that was sent."""
    form = await own_form(request)
    site, to = site_of(request), _local(form.get("to", "/"))
    right = site.access.right_of(form.get("token", "").strip())
    if right is Right.NONE:
        await asyncio.sleep(_WAIT_S)
        fault = "That is no token of this page."
        return site.page(request, "sign_in.html", _UNASKED, to=to, fault=fault)
    answer = RedirectResponse(to, 303)
    session = site.sessions.new(right)
    is_secure = request.url.scheme == "https"
    cookie = session_cookie(site.sessions, session, is_secure=is_secure)
    answer.headers["set-cookie"] = cookie
    return answer


async def signed_out(request: Request) -> Response:
    """No session any more."""
    await own_form(request)
    answer = RedirectResponse(SIGN_IN, 303)
    is_secure = request.url.scheme == "https"
    answer.delete_cookie(COOKIE, secure=is_secure, samesite="strict", httponly=True)
    return answer


def _local(address: str) -> str:
    """An address of this page, whatever was asked for."""
    is_local = address.startswith("/") and address[1:2] not in ("/", "\\")
    return address if is_local and address.isprintable() else "/"
