"""A real server of news on this machine, which can be told to misbehave."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(slots=True)
class Answer:
    """What the server says.

    Args:
        body: the content.
        kind: what it says the content is.
        status: the status.
        headers: more headers.
        drip: seconds between two bytes of the content, 0 to send it at once.
        hang: seconds before anything is sent.
        cut: bytes of the content that are kept back.
    """

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    hang: float = 0.0
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came."""

    path: str
    at: float
    headers: dict[str, str]


class News:
    """The server, and what it was asked.

    Pages are answers by path, or functions that give one.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Answer | Callable[[Asked], Answer]] = {}
        self.asked: list[Asked] = []

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        """The paths that were asked for, without those of robots.txt."""
        return [item.path for item in self.asked if item.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Answer:
        """What is said to a request."""
        self.asked.append(asked)
        found = self.pages.get(asked.path, Answer(status=404))
        return found(asked) if callable(found) else found


@contextmanager
def news_server() -> Iterator[News]:
    """A server that runs until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.news = News(server.server_port)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.news  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        answer = self.server.news.answer(  # type: ignore[attr-defined]
            Asked(self.path, time.time(), {k.lower(): v for k, v in self.headers.items()})
        )
        try:
            self._send(answer)
        except OSError:
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        time.sleep(answer.hang)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Connection", "close")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        body = answer.body[: len(answer.body) - answer.cut]
        if not answer.drip:
            self.wfile.write(body)
        for byte in body if answer.drip else b"":
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(answer.drip)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def ago(**span: float) -> datetime:
    """A moment in the past."""
    return (datetime.now(UTC) - timedelta(**span)).replace(microsecond=0)


TEXTS = {
    "kenya": "Kenya's foreign minister met his Ugandan counterpart in Nairobi on Monday. They agreed"
    " to open two crossings of the border by the end of the year, his office said. Officials will"
    " meet again in Kampala in May to look at the work.",
    "norway": "Norway and Chile signed an agreement on fishing rights in Oslo on Saturday. It sets"
    " limits for three kinds of fish in the waters of both countries. The accord is the first of"
    " its kind between the two, a spokesman in Oslo said.",
    "ghana": "Ghana recalled its ambassador to Togo on Tuesday after soldiers had crossed the border"
    " near Aflao. The government in Lome regretted what had happened and proposed talks. A"
    " commission of both armies is to look at maps of the place.",
}


def page(
    text: str,
    *,
    title: str = "A report",
    published: str | None = None,
    canonical: str | None = None,
) -> Answer:
    """A page with a report."""
    head = f"<title>{escape(title)}</title>"
    if published:
        head += f'<meta property="article:published_time" content="{published}">'
    if canonical:
        head += f'<link rel="canonical" href="{escape(canonical)}">'
    body = f"<nav><a href='/'>Home</a></nav><article><p>{escape(text)}</p></article>"
    return Answer(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def rss(*items: tuple[str, datetime | None], summary: str = "") -> Answer:
    """A feed with addresses and moments of publication."""
    parts = "".join(
        f"<item><title>Told at {escape(address)}</title><link>{escape(address)}</link>"
        + (f"<pubDate>{format_datetime(moment)}</pubDate>" if moment else "")
        + (f"<description>{escape(summary)}</description>" if summary else "")
        + "</item>"
        for address, moment in items
    )
    content = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{parts}</channel></rss>"
    return Answer(content.encode(), "application/rss+xml")


def atom(*items: tuple[str, datetime]) -> Answer:
    """The same as Atom."""
    parts = "".join(
        f"<entry><id>{escape(address)}</id><title>A</title><link href='{escape(address)}'/>"
        f"<updated>{moment.isoformat()}</updated></entry>"
        for address, moment in items
    )
    content = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title>{parts}</feed>"
    return Answer(content.encode(), "application/atom+xml")


def sitemap(*items: tuple[str, datetime]) -> Answer:
    """A site map of news."""
    parts = "".join(
        f"<url><loc>{escape(address)}</loc><n:news><n:publication_date>{moment.isoformat()}"
        "</n:publication_date><n:title>Headline</n:title></n:news></url>"
        for address, moment in items
    )
    content = (
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
        f" xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>{parts}</urlset>"
    )
    return Answer(content.encode(), "application/xml")


def packed(answer: Answer) -> Answer:
    """An answer whose content is packed."""
    body = gzip.compress(answer.body)
    return Answer(body, answer.kind, headers={"Content-Encoding": "gzip"})
