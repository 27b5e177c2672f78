"""Writes articles in formats that are not plain text with keys."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from typing import Any

Record = dict[str, Any]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def member(number: int) -> str:
    """Name of the file of a record in an archive."""
    return f"day/a{number:05}.json"


def zip_archive(records: Sequence[Record]) -> bytes:
    """An archive with a JSON file for each record."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, record in enumerate(records, 1):
            archive.writestr(member(number), json.dumps(record, ensure_ascii=False))
    return out.getvalue()


def tar_archive(records: Sequence[Record]) -> bytes:
    """The same as a TAR archive."""
    files = [
        (member(number), json.dumps(record, ensure_ascii=False).encode())
        for number, record in enumerate(records, 1)
    ]
    return tar_of(files)


def tar_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A TAR archive of files with their names."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files:
            item = tarfile.TarInfo(name)
            item.size = len(data)
            archive.addfile(item, io.BytesIO(data))
    return out.getvalue()


def petrarch(records: Sequence[Record]) -> str:
    """The XML of PETRARCH, a story each."""
    return "\n".join(["<Sentences>", *map(_story, records), "</Sentences>"])


def _story(record: Record) -> str:
    names = {
        "date": _published(record),
        "id": record.get("id"),
        "source": record.get("publication"),
    }
    given = "".join(f' {name}="{escape(value)}"' for name, value in names.items() if value)
    text = escape(record["text"], quote=False).replace("\n", "\n\n")
    return f'<Sentence{given} sentence="False">\n<Text>\n{text}\n</Text>\n</Sentence>'


def _published(record: Record) -> str | None:
    return record.get("published") or record.get("date")


def page(record: Record) -> str:
    """A web page."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in record["text"].split("\n"))
    names = {
        "og:title": record.get("title"),
        "og:site_name": record.get("publication"),
        "article:published_time": record.get("published"),
        "og:url": record.get("url"),
    }
    metas = "".join(
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in names.items()
        if value
    )
    return (
        f"<!DOCTYPE html><html><head>{metas}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{paragraphs}</article><footer>About us</footer></body></html>"
    )


def web_archive(records: Sequence[Record]) -> bytes:
    """A WARC file with a page for each record."""
    return b"".join(
        response(record.get("url") or f"https://example.org/{number}", page(record).encode())
        for number, record in enumerate(records, 1)
    )


def response(
    address: str,
    body: bytes,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    more: str = "",
) -> bytes:
    """A record of a WARC file: what a server gave for an address."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode()
    return warc_record("response", address, "application/http;msgtype=response", http + body)


def warc_record(kind: str, address: str, content: str, block: bytes) -> bytes:
    """A record of a WARC file."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2024-01-05T10:00:00Z\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def message(records: Sequence[Record]) -> bytes:
    """A message with a newsletter."""
    return _message(records[0])


def mailbox(records: Sequence[Record]) -> bytes:
    """A mailbox with a message for each record."""
    parts = []
    for record in records:
        data = _message(record).replace(b"\nFrom ", b"\n>From ")
        parts.append(b"From list@example.org Sun Nov 12 09:00:00 2023\n" + data + b"\n\n")
    return b"".join(parts)


def _message(record: Record) -> bytes:
    found = EmailMessage()
    found.set_content(record["text"], cte="8bit" if record["text"].isascii() else "base64")
    names = {
        "Subject": record.get("title"),
        "Message-ID": f"<{record['id']}>" if record.get("id") else None,
        "Archived-At": f"<{record['url']}>" if record.get("url") else None,
        "From": f"{record['publication']} <a@example.org>" if record.get("publication") else None,
        "Content-Language": record.get("language"),
    }
    for name, value in names.items():
        if value:
            found[name] = value
    day = _published(record)
    # By hand, since the library would write no wrong date.
    return (f"Date: {_mail_date(day)}\n".encode() if day else b"") + found.as_bytes()


def _mail_date(text: str) -> str:
    try:
        return format_datetime(datetime.fromisoformat(text).astimezone())
    except ValueError:
        return text


def rich_text(records: Sequence[Record]) -> bytes:
    """An RTF document, a paragraph a line."""
    return rich_text_of(records[0]["text"].split("\n"))


def rich_text_of(lines: Sequence[str]) -> bytes:
    """An RTF document of paragraphs, with the parts of one that are no text."""
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}"
        r"{\*\generator Writer 1;}{\info{\title Hidden title}}{\header Page \chpgn}\uc1 "
    )
    body = "".join(f"\\pard\\f0 {_escaped(line)}\\par\n" for line in lines)
    return f"{head}{body}}}".encode("ascii")


def _escaped(line: str) -> str:
    return "".join(
        f"\\{letter}" if letter in "\\{}" else letter if letter.isascii() else _unicode(letter)
        for letter in line
    )


def _unicode(letter: str) -> str:
    data = letter.encode("utf-16-le")
    units = [
        int.from_bytes(data[at : at + 2], "little", signed=True) for at in range(0, len(data), 2)
    ]
    return "".join(f"\\u{unit}?" for unit in units)


def word_document(records: Sequence[Record]) -> bytes:
    """A Word document, a paragraph a line."""
    return word_document_of(records[0]["text"].split("\n"))


def word_document_of(lines: Sequence[str]) -> bytes:
    """A Word document of paragraphs, each in two runs."""
    body = "".join(map(_paragraph, lines))
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


def _paragraph(line: str) -> str:
    half = len(line) // 2
    runs = "".join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (line[:half], line[half:])
    )
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{runs}</w:p>"


def pdf_document(records: Sequence[Record]) -> bytes:
    """A PDF document of one page, a line each."""
    return pdf_of(records[0]["text"].split("\n"))


def pdf_of(lines: Sequence[str]) -> bytes:
    """A PDF document of one page with lines in a built-in font."""
    shown = b"".join(b"(" + _pdf_escaped(line) + b") Tj T* " for line in lines)
    content = b"BT /F1 9 Tf 12 TL 40 800 Td " + shown + b"ET"
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)


def _pdf_escaped(line: str) -> bytes:
    data = line.encode("cp1252", "replace")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
