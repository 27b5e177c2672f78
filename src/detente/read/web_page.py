"""Saved web pages: trafilatura finds the article, its headline and its date."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

import trafilatura

from detente.read.decode import encoding_of
from detente.read.fault import UnreadableError
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle

# Markup, scripts and embedded pictures make a page many times as long as its article.
_MARKUP = 20
_CHARSET = re.compile(
    rb"""<meta[^>]{,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE
)
_UNSOUND = re.compile("[\0\ud800-\udfff]")
_REPLACED = "\ufffd"
_CHARSET_WITHIN = 4096

# The wider search takes the first date in the text for the day of publication, and is often wrong.
_DATES = {"original_date": True, "extensive_search": False}


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle]:
    """The article of a page."""
    limit = min(_MARKUP * options.max_characters, options.max_file_characters)
    page = stream.read(limit + 1)
    if len(page) > limit:
        problem = f"is a page of more than {limit:,} bytes"
        raise UnreadableError(problem, "save the article alone, or raise max_characters")
    decoded = _decoded(page, options.encoding)
    # The parser would end the page, without a word, where one of these stands.
    sound = _UNSOUND.sub(_REPLACED, decoded)
    article = _article(sound)
    if sound != decoded and _REPLACED in str(article.text):
        problem = "null bytes or bytes that cannot be decoded in the text"
        raise UnreadableError(problem, "save the page as UTF-8, or name its encoding")
    yield article


def _article(page: str) -> RawArticle:
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
        )
    except Exception as fault:  # any page may come, and its parsers fail in many ways
        problem = f"is a page that cannot be taken apart ({type(fault).__name__})"
        raise UnreadableError(problem, "save its article as text") from fault
    if not isinstance(found, trafilatura.settings.Document) or not found.text:
        raise UnreadableError("is a page in which no article was found", "save its article as text")
    return RawArticle(
        text=found.text,
        published=found.date,
        title=found.title,
        url=found.url,
        publication=found.sitename,
    )


def _decoded(page: bytes, asked: str | None) -> str:
    encoding = encoding_of(page, asked)
    declared = _CHARSET.search(page[:_CHARSET_WITHIN])
    if asked is None and declared and not _is_utf8(page):
        encoding = encoding_of(page, _helpful(declared[1].decode("ascii")))
    return page.decode(encoding.name, encoding.errors)


def _is_utf8(page: bytes) -> bool:
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _helpful(declared: str) -> str | None:
    """The encoding that a page declares, or None where the usual way of decoding serves better.

    Pages that declare UTF-8 and are not are mixed, and those that declare ISO 8859-1 or ASCII
    are read by browsers as cp1252.
    """
    try:
        name = codecs.lookup(declared).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    return None if name in {"utf-8", "iso8859-1", "ascii"} else name
