"""Saved web pages: trafilatura finds the article, its headline and its date."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

import trafilatura

from detente.read.decode import encoding_of
from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.page_lines import page_lines
from detente.read.press import exported
from detente.read.reader import RawArticle

# Markup, scripts and embedded pictures make a page many times as long as its article.
_MARKUP = 20
_CHARSET = re.compile(
    rb"""<meta[^>]{,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE
)
_UNSOUND = re.compile("[\0\ud800-\udfff]")
# Cheap signs of an export of Nexis or Factiva, to be looked at closely.
_EXPORT = re.compile(rb"End of Document|\d of \d+ DOCUMENT|Document [A-Za-z][A-Za-z0-9]{11}")
_REPLACED = "\ufffd"
_CHARSET_WITHIN = 4096

# The wider search takes the first date in the text for the day of publication, and is often wrong.
_DATES = {"original_date": True, "extensive_search": False}


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The article of a page, or the articles of an export of a news archive."""
    page = stream.read(page_limit(options) + 1)
    found = _exported(page, options) if _EXPORT.search(page) else None
    yield from found if found is not None else [article_of(page, options)]


def _exported(page: bytes, options: ReadOptions) -> Iterator[RawArticle | Fault] | None:
    if len(page) > page_limit(options):
        return None
    return exported(page_lines(decoded_page(page, options.encoding)), options)


def page_limit(options: ReadOptions) -> int:
    """Bytes of the longest page that is read."""
    return min(_MARKUP * options.max_characters, options.max_file_characters)


def article_of(page: bytes, options: ReadOptions, declared: str | None = None) -> RawArticle:
    """The article of a page.

    Args:
        page: its bytes; one more than the limit is enough to know that it is too long.
        options: what the user said about the input.
        declared: the encoding that whoever sent the page named, or None.

    Raises:
        UnreadableError: it is too long, cannot be decoded, or holds no article.
    """
    if len(page) > page_limit(options):
        problem = f"is a page of more than {page_limit(options):,} bytes"
        raise UnreadableError(problem, "save the article alone, or raise max_characters")
    asked = options.encoding or (_helpful(declared) if declared else None)
    decoded = decoded_page(page, asked)
    # The parser would end the page, without a word, where one of these stands.
    sound = _UNSOUND.sub(_REPLACED, decoded)
    article = _article(sound)
    if sound != decoded and _REPLACED in str(article.text):
        problem = "null bytes or bytes that cannot be decoded in the text"
        raise UnreadableError(problem, "save the page as UTF-8, or name its encoding")
    return article


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


def decoded_page(page: bytes, asked: str | None) -> str:
    """The characters of a page.

    Args:
        page: its bytes.
        asked: the encoding that is known, or None to go by what the page declares.
    """
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
