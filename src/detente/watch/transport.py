"""Carries requests of httpx over guarded connections."""

from __future__ import annotations

from collections.abc import Iterator

import httpcore
import httpx

from detente.watch.network import Allowance, GuardedBackend


class GuardedTransport(httpx.BaseTransport):
    """A transport that looks at where every connection leads, and ends it in time.

    No connection is kept: one that may lead into the own network must not serve another source.
    """

    def __init__(self) -> None:
        self._backend = GuardedBackend()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_keepalive_connections=0,
            network_backend=self._backend,
        )

    def allow(self, allowance: Allowance) -> None:
        """Set what the next request may do."""
        self._backend.allowance = allowance

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        assert isinstance(request.stream, httpx.SyncByteStream)  # noqa: S101 - tells the type
        found = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(found.status, headers=found.headers, stream=_Content(found))

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


class _Content(httpx.SyncByteStream):
    """The content of an answer."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
