"""WARC files: the pages that a crawler kept, one article a page."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message

from detente.errors import MissingExtraError
from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle, binary
from detente.read.web_page import article_of, decoded_page, page_limit

try:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException
except ModuleNotFoundError as missing:
    raise MissingExtraError("reading WARC files", "archives") from missing

# What it finds odd in a record is no matter of the user's.
logging.getLogger("warcio").addHandler(logging.NullHandler())
logging.getLogger("warcio").propagate = False

_START = b"WARC/"
_LONGEST_LINE = 65_536
_FOUND = "200"
_KINDS = frozenset({"response", "resource", "conversion"})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = "text/plain"
_BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, EOFError)
_REMEDY = "fetch it again; the records after it are read"


@dataclass(frozen=True, slots=True)
class _Content:
    """What a server gave for an address, as far as it may be an article.

    Args:
        address: where it was asked for.
        kind: media type, in lower case.
        charset: the encoding that the server named, or None.
        data: the bytes, one more than the limit at most.
    """

    address: str
    kind: str
    charset: str | None
    data: bytes


@binary
def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of the pages in a crawl; a record's number counts all records of the file.

    What the crawler fetched besides pages (pictures, scripts, redirects, pages that were not
    there) and its notes are passed over, as such files are in a folder.
    """
    number = pages = 0
    lost = False
    while line := _next_start(stream, number, known=lost):
        if isinstance(line, Fault):
            yield line
            continue
        number += 1
        lost = False
        for found in _record(stream, line, options):
            pages += 1
            lost = isinstance(found, _Lost)
            yield replace(found.fault if isinstance(found, _Lost) else found, record=number)
    if not number:
        raise UnreadableError("is no WARC file", "see what it is; WARC files begin with WARC/1")
    if not pages:
        problem = f"holds no page, only other records ({number:,})"
        raise UnreadableError(problem, "leave it out, or see why nothing was fetched")


@dataclass(frozen=True, slots=True)
class _Lost:
    """A fault after which the place of the next record is not known."""

    fault: Fault


def _next_start(stream: io.BufferedReader, number: int, *, known: bool) -> bytes | Fault | None:
    """The line that begins the next record, or a fault for bytes that stand before it.

    Args:
        stream: the file.
        number: records so far.
        known: whether the fault that left the bytes there has been told.
    """
    stray = False
    while (head := stream.peek(len(_START))[: len(_START)]) and head != _START:
        if len(head) < len(_START) and not _START.startswith(head):
            head = b""
        stray = bool(stream.readline(_LONGEST_LINE).strip()) or stray
    if stray and number and not known:
        problem = "bytes that belong to no record: the length of the one before is wrong"
        return Fault(number, problem, _REMEDY)
    return stream.readline(_LONGEST_LINE) or None


def _record(
    stream: io.BufferedReader, line: bytes, options: ReadOptions
) -> Iterator[RawArticle | Fault | _Lost]:
    loader = ArcWarcRecordLoader()
    try:
        record = loader.parse_record_stream(stream, line, "warc", no_record_parse=True)
    except _BROKEN as fault:
        yield _Lost(_broken(fault))
        return
    if not str(record.rec_headers.get_header("Content-Length")).isdigit():
        yield _Lost(Fault(None, "broken record: it does not tell its length", _REMEDY))
        return
    try:
        content = _content(record, loader, options)
        yield from [_article(content, options)] if content else []
    except _BROKEN as fault:
        yield _broken(fault)
    while record.raw_stream.read(min(_LONGEST_LINE, record.raw_stream.limit)):
        pass
    if record.raw_stream.limit > 0:
        yield Fault(None, "the file is cut short, its last part is missing", "fetch it again")


def _content(
    record: ArcWarcRecord, loader: ArcWarcRecordLoader, options: ReadOptions
) -> _Content | None:
    address = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
    if record.rec_type not in _KINDS or not address:
        return None
    headers = loader.load_http_headers(record.rec_type, address, record.raw_stream, record.length)
    record.http_headers = headers
    if headers is not None and headers.get_statuscode() != _FOUND:
        return None
    message = Message()
    message["Content-Type"] = headers.get_header("Content-Type") if headers else record.content_type
    kind = message.get_content_type()
    if kind not in _PAGES and kind != _TEXT:
        return None
    data = record.content_stream().read(page_limit(options) + 1)
    charset = message.get_content_charset()
    return _Content(address, kind, charset, data)


def _article(content: _Content, options: ReadOptions) -> RawArticle | Fault:
    if not content.data:
        return Fault(None, "the page is empty", _REMEDY)
    if content.kind == _TEXT:
        asked = options.encoding or content.charset
        return RawArticle(text=decoded_page(content.data, asked), url=content.address)
    try:
        found = article_of(content.data, options, content.charset)
    except UnreadableError as fault:
        return fault.at(None)
    return replace(found, url=found.url or content.address)


def _broken(fault: Exception) -> Fault:
    return Fault(None, f"broken record ({type(fault).__name__})", _REMEDY)
