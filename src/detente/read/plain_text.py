"""Plain text and Markdown: the file is the article."""

from __future__ import annotations

import io
from collections.abc import Iterator

from detente.read.decode import text_of
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle]:
    """The one article of a text file, every character of it."""
    # One character more than allowed is enough to know that it is too long.
    yield RawArticle(text=text_of(stream, options, "").read(options.max_characters + 1))
