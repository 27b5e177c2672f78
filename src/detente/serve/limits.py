"""How much a request may send."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.serve.refusals import refusal

# A long report has some 50,000 characters.
MOST_BYTES = 2_000_000
_LONGEST_ADDRESS = 4_000
_TOO_LARGE, _TOO_LONG = 413, 414


class Limits:
    """Refuses requests that are too large, before they are read.

    Args:
        app: the application below.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > _LONGEST_ADDRESS:
            await refusal(scope, _TOO_LONG, "The address is too long.")(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            told = f"At most {MOST_BYTES:,} bytes can be sent."
            await refusal(scope, _TOO_LARGE, told)(scope, receive, send)
            return
        await self._app(scope, _counted(receive), send)


def _counted(receive: Receive) -> Receive:
    """What is received, cut off where it is more than was said."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise ClientDisconnect
        return message

    return received
