"""Newsletters: mailboxes and single messages, one article a message."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr

from detente.read.assemble import too_long
from detente.read.decode import encoding_of
from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.page_lines import page_lines
from detente.read.reader import RawArticle
from detente.read.web_page import decoded_page

_BEGIN = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_REMEDY = "save its text on its own"


def read_mailbox(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of a mailbox (mbox); a record's number is that of its message."""
    number = 0
    for number, message in enumerate(_messages(stream, options), 1):
        yield _told(message, number, options)
    if not number:
        problem = "is no mailbox: no line begins a message ('From ' and who sent it)"
        raise UnreadableError(problem, "give a single message the ending .eml")


def read_message(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The article of a single message."""
    data = stream.read(options.record_limit + 1)
    if len(data) > options.record_limit:
        raise too_long(options)
    yield _told(data, None, options)


def _messages(stream: io.BufferedReader, options: ReadOptions) -> Iterator[bytes | None]:
    """The messages one by one, None in place of one that is too long."""
    lines: list[bytes] | None = None
    size, blank = 0, True
    while line := stream.readline(options.record_limit):
        if blank and line.startswith(_BEGIN):
            if lines is not None:
                yield b"".join(lines) if size <= options.record_limit else None
            lines, size = [], 0
        elif lines is not None:
            size += len(line)
            if size <= options.record_limit:
                lines.append(line)
        blank = not line.strip()
    if lines is not None:
        yield b"".join(lines) if size <= options.record_limit else None


def _told(data: bytes | None, record: int | None, options: ReadOptions) -> RawArticle | Fault:
    try:
        if data is None:
            raise too_long(options)
        return replace(_article(data, options), record=record)
    except UnreadableError as fault:
        return fault.at(record)


def _article(data: bytes, options: ReadOptions) -> RawArticle:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        text, page = _bodies(message, options)
        told = _told_by_headers(message)
    except UnreadableError:
        raise
    except Exception as fault:  # any bytes may come, and the parser of headers fails in many ways
        problem = f"is a message that cannot be taken apart ({type(fault).__name__})"
        raise UnreadableError(problem, _REMEDY) from fault
    body = text if text and text.strip() else page
    if body is None:
        raise UnreadableError("is a message without text", _REMEDY)
    return replace(told, text=body)


def _told_by_headers(message: EmailMessage) -> RawArticle:
    name, address = parseaddr(_header(message, "From") or "")
    return RawArticle(
        text=None,
        title=_header(message, "Subject"),
        published=_raw(message, "date"),
        id=_header(message, "Message-ID"),
        url=_header(message, "Archived-At"),
        publication=name or address or None,
        language=_header(message, "Content-Language"),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    value = message[name]
    return None if value is None else " ".join(str(value).split()).strip("<>") or None


def _raw(message: EmailMessage, name: str) -> str | None:
    """A header as it stands; the parser would make nothing of a date that is wrong."""
    return next((str(value) for key, value in message.raw_items() if key.lower() == name), None)


def _bodies(message: EmailMessage, options: ReadOptions) -> tuple[str | None, str | None]:
    """The plain text of a message, and that of its page where there is no plain one."""
    plain = message.get_body(("plain",))
    if isinstance(plain, EmailMessage):
        return _plain(plain, options), None
    page = message.get_body(("html",))
    if not isinstance(page, EmailMessage):
        return None, None
    return None, _page(page, options)


def _plain(part: EmailMessage, options: ReadOptions) -> str:
    data = _QUOTED.sub(rb"\1", _payload(part))
    asked = options.encoding or _codec(part.get_content_charset())
    encoding = encoding_of(data, asked)
    return data.decode(encoding.name, encoding.errors).strip("\r\n")


def _page(part: EmailMessage, options: ReadOptions) -> str:
    # Newsletters are laid out with tables, in which no article stands out.
    asked = options.encoding or _codec(part.get_content_charset())
    return "\n".join(page_lines(decoded_page(_payload(part), asked)))


def _payload(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _codec(name: str | None) -> str | None:
    try:
        return name if name and isinstance(b"a".decode(name), str) and _is_narrow(name) else None
    except (LookupError, ValueError):
        return None


def _is_narrow(name: str) -> bool:
    """Whether an encoding tells more than the usual way of decoding finds out by itself."""
    return name.lower() not in {"utf-8", "us-ascii", "ascii"}
