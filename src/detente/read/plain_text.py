"""Plain text and Markdown: the file is the article, or the export of a news archive."""

from __future__ import annotations

import io
from collections.abc import Iterator

from detente.read.decode import text_of
from detente.read.fault import Fault
from detente.read.nexis import begins_export, paragraphs
from detente.read.options import ReadOptions
from detente.read.press import documents
from detente.read.reader import RawArticle


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The one article of a text file, every character of it, or the articles of an export."""
    text = text_of(stream, options, "")
    # One character more than allowed is enough to know that it is too long.
    start = text.read(options.max_characters + 1)
    if begins_export(start):
        whole = start + text.read(options.max_file_characters)
        yield from documents(paragraphs(whole), options)
    else:
        yield RawArticle(text=start)
