"""Standard input: JSON lines if the first line is a JSON object, else one plain text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain

from detente.read.assemble import too_long
from detente.read.decode import text_of
from detente.read.fault import Fault
from detente.read.json_lines import is_object, lines, read_lines
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle


def read(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of standard input, each as soon as its line is there."""
    text = text_of(stream, options, "\n")
    numbered = lines(text, options.record_limit)
    begun: list[tuple[int, str | None]] = []
    for item in numbered:
        begun.append(item)
        if item[1] is None or item[1].strip():
            break
    if begun and is_object(begun[-1][1]):
        yield from read_lines(chain(begun, numbered), options)
    elif any(line is None for _, line in begun):
        raise too_long(options)
    else:
        start = "".join(line or "" for _, line in begun)
        yield RawArticle(text=start + text.read(options.max_characters + 1))
