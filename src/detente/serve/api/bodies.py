"""What a request of the API may send, and requests for the head of an answer alone."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from detente.serve.api.problems import problem

MOST_BYTES = 64_000
_TOO_LARGE = 413
_SENDING = frozenset(("POST", "PUT", "PATCH", "DELETE"))


class Bodies:
    """Refuses what is too large before it is understood; answers HEAD as GET without its content.

    Args:
        app: the application below.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["method"] == "HEAD":
            await self._app({**scope, "method": "GET"}, receive, _without_content(send))
        elif scope["method"] in _SENDING:
            await self._with_body(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _with_body(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = b""
        while True:
            message = await receive()
            if message["type"] != "http.request":
                return
            body += message.get("body", b"")
            if len(body) > MOST_BYTES:
                told = f"At most {MOST_BYTES:,} bytes can be sent."
                await problem(_TOO_LARGE, "too-large", told)(scope, receive, send)
                return
            if not message.get("more_body"):
                break
        await self._app(scope, _given(body, receive), send)


def _given(body: bytes, receive: Receive) -> Receive:
    """Gives a body that was read already, then whatever comes."""
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def received() -> Message:
        return pending.pop() if pending else await receive()

    return received


def _without_content(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sent
