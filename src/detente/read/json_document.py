"""JSON files: one article, a list of articles, or an object with such a list."""

from __future__ import annotations

import io
from collections.abc import Iterator

from detente.read.columns import Columns
from detente.read.decode import text_of
from detente.read.fault import Fault, UnreadableError
from detente.read.objects import gather_objects, parse
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle

_LIST_KEY = "articles"


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of a JSON file."""
    limit = options.max_file_characters
    text = text_of(stream, options, "").read(limit + 1)
    if len(text) > limit:
        problem = f"is longer than {limit:,} characters, the limit for JSON read in one piece"
        raise UnreadableError(
            problem, "store it as JSON lines (.jsonl), or raise max_file_characters"
        )
    yield from gather_objects(_values(parse(text), options), options)


def _values(value: object, options: ReadOptions) -> Iterator[tuple[int | None, object]]:
    if isinstance(value, dict) and isinstance(value.get(_LIST_KEY), list):
        is_article = bool(Columns(options).locate(list(value))["text"])
        value = value if is_article else value[_LIST_KEY]
    if not isinstance(value, list):
        yield None, value
        return
    if not value:
        raise UnreadableError("holds an empty list", "leave it out, or see why it holds no article")
    yield from enumerate(value, 1)
