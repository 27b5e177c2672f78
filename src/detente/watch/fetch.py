"""One request after another: within limits of time, size, redirects and unpacking."""

from __future__ import annotations

import math
import time
import zlib
from collections.abc import Callable, Iterator
from email.message import Message
from email.utils import parsedate_to_datetime

import httpcore
import httpx

from detente.version import CODER
from detente.watch.address import host_and_port, joined
from detente.watch.fetched import Fetched, UnfetchedError, Validators
from detente.watch.network import Allowance, ForbiddenHostError
from detente.watch.pacing import Pacing
from detente.watch.sources import Manner
from detente.watch.transport import GuardedTransport

AGENT = "detente"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK, _UNCHANGED = 200, 304
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 86_400.0
_CHUNK = 65_536
_BUSY = frozenset({429, 503})


class Fetcher:
    """Asks hosts, each no faster than it may be asked.

    Args:
        manner: the limits.
        pacing: knows when a host may be asked again.
    """

    def __init__(self, manner: Manner, pacing: Pacing) -> None:
        self._manner = manner
        self._pacing = pacing
        self._transport = GuardedTransport()
        self._client = httpx.Client(transport=self._transport, headers=_headers(manner))

    def close(self) -> None:
        """Close what is open."""
        self._client.close()

    def get(
        self,
        address: str,
        own: tuple[str, int],
        *,
        validators: Validators | None = None,
        permits: Callable[[str], bool] | None = None,
    ) -> Fetched:
        """Fetch an address, and whatever it leads to.

        Args:
            address: where to ask.
            own: host and port that may be of the own network.
            validators: of the last time, to be told if nothing has changed.
            permits: asked of every address on the way, or None.

        Raises:
            UnfetchedError: there is nothing to be had, or it may not be asked.
        """
        asked = (validators or Validators()).headers()
        for _ in range(self._manner.redirects + 1):
            if permits is not None and not permits(address):
                raise UnfetchedError("its robots.txt does not allow it")
            found = self._one(address, own, asked)
            if isinstance(found, Fetched):
                return found
            address = found
        raise UnfetchedError(f"leads on more than {self._manner.redirects} times")

    def _one(self, address: str, own: tuple[str, int], asked: dict[str, str]) -> Fetched | str:
        """What is at an address, or the address that it leads to."""
        host, _ = host_and_port(address)
        self._pacing.take_turn(host)
        self._transport.allow(Allowance(own, time.monotonic() + self._manner.timeout))
        try:
            with self._client.stream("GET", address, headers=asked) as answer:
                return self._taken(address, host, answer)
        except ForbiddenHostError as fault:
            raise UnfetchedError(f"{fault}, and is not in the list of sources") from fault
        except (httpcore.TimeoutException, httpx.TimeoutException) as fault:
            self._pacing.failed(host)
            raise UnfetchedError("took too long", passing=True) from fault
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.TransportError) as fault:
            self._pacing.failed(host)
            raise UnfetchedError(f"cannot be reached ({_line(fault)})", passing=True) from fault
        except (httpx.InvalidURL, UnicodeError, ValueError) as fault:
            raise UnfetchedError(f"is no address that can be asked ({_line(fault)})") from fault

    def _taken(self, address: str, host: str, answer: httpx.Response) -> Fetched | str:
        status = answer.status_code
        if status in _REDIRECTS:
            return _next(address, answer)
        if status not in {_OK, _UNCHANGED}:
            self._refused(host, answer)
        self._pacing.worked(host)
        message = Message()
        message["Content-Type"] = answer.headers.get("Content-Type", "")
        return Fetched(
            address=address,
            data=b"" if status == _UNCHANGED else _content(answer, self._manner.bytes),
            kind=message.get_content_type() if message["Content-Type"] else "",
            charset=message.get_content_charset(),
            validators=Validators(answer.headers.get("ETag"), answer.headers.get("Last-Modified")),
            is_changed=status != _UNCHANGED,
        )

    def _refused(self, host: str, answer: httpx.Response) -> None:
        status = answer.status_code
        wait = _wait(answer.headers.get("Retry-After")) if status in _BUSY else None
        if status in _BUSY:
            self._pacing.failed(host, wait)
        problem = f"answers {status} {answer.reason_phrase}".strip()
        raise UnfetchedError(problem, passing=status in _PASSING, wait=wait)


def _headers(manner: Manner) -> dict[str, str]:
    return {
        "User-Agent": f"{CODER.replace(' ', '/')} (reads news for research; {manner.contact})",
        "Accept": "text/html, application/xhtml+xml, application/xml, */*;q=0.5",
        "Accept-Encoding": "gzip",
    }


def _next(address: str, answer: httpx.Response) -> str:
    target = joined(address, answer.headers.get("Location", ""))
    if target is None:
        raise UnfetchedError("leads to something that is no address of the web")
    return target


def _content(answer: httpx.Response, limit: int) -> bytes:
    """The bytes of an answer, unpacked piece by piece so that a bomb never fills memory."""
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in {"identity", "", "gzip", "x-gzip", "deflate"}:
        raise UnfetchedError(f"is packed in a way that was not asked for ({packing[:20]})")
    raw = answer.iter_raw(_CHUNK)
    pieces = raw if packing in {"identity", ""} else unpacked(raw, limit)
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > limit:
            raise UnfetchedError(f"is longer than {limit:,} bytes")
    return bytes(data)


def unpacked(packed: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """What was packed with gzip or zlib, at most a little over a limit at a time.

    Raises:
        UnfetchedError: it is badly packed, or cut short.
    """
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for data in packed:
            yield inflate.decompress(data, limit + 1)
            if inflate.unconsumed_tail:
                return  # what was given is over the limit
    except zlib.error as fault:
        raise UnfetchedError("is badly packed", passing=True) from fault
    if not inflate.eof:
        raise UnfetchedError("is cut short", passing=True)


def _wait(text: str | None) -> float | None:
    """The seconds that a server asks to wait: a number, or a moment."""
    if text is None:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(text).timestamp() - time.time()
        except (ValueError, TypeError, OverflowError):
            return None
    return None if math.isnan(seconds) else min(max(seconds, 0.0), _LONGEST_WAIT)


def _line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:100] or type(fault).__name__
