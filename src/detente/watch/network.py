"""Connections that lead to the public internet alone, and end in time."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from detente.watch.address import is_public


class ForbiddenHostError(httpcore.ConnectError):
    """An address leads to the own network, and the list of sources does not name it."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one request may do.

    Args:
        own: host and port that may be of the own network, since the list of sources names them.
        deadline: moment of ``time.monotonic`` by which it has to end.
    """

    own: tuple[str, int]
    deadline: float

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            ReadTimeout: there are none.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("it took too long")
        return left


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections after it has looked at where names lead.

    The address that was looked at is the one that is connected to, so that a name that leads
    elsewhere a moment later gains nothing.
    """

    def __init__(self) -> None:
        self._inner = httpcore.SyncBackend()
        self.allowance = Allowance(("", 0), 0.0)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - the interface is of httpcore
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Connect to a host."""
        allowance = self.allowance
        fault: Exception | None = None
        for address in _allowed(host, port, allowance):
            try:
                stream = self._inner.connect_tcp(
                    address, port, min(allowance.left(), timeout or allowance.left())
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                fault = failed
            else:
                return _Timed(stream, allowance)
        raise fault or httpcore.ConnectError(f"no address is known of {host}")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Refuse: the web has none."""
        raise ForbiddenHostError(path)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


def _allowed(host: str, port: int, allowance: Allowance) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise httpcore.ConnectError(f"the name {host} is not known") from fault
    addresses = list(dict.fromkeys(str(item[4][0]) for item in found))
    if (host.lower().rstrip("."), port) == allowance.own:
        return addresses
    # One private address among public ones is no accident.
    if not all(map(is_public, addresses)):
        raise ForbiddenHostError(f"{host} is a host of the own network")
    return addresses


class _Timed(httpcore.NetworkStream):
    """A connection on which all reading and writing ends in time, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._allowance.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._allowance.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        left = self._allowance.left()
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._allowance)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
