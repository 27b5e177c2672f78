"""The interface that every format implements."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from detente.read.fault import Fault
from detente.read.options import ReadOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """The parts of an article as a format gives them, not yet checked; None where there is none.

    Args:
        text: the body; anything but a string is rejected later.
        record: 1-based number of the record, or None where the source is one article.
        published: day of publication in any form that ``parse_published`` knows.
        title: headline.
        id: id.
        url: address.
        publication: outlet.
        language: code or name of the language.
        member: name of the file inside the archive that holds the article, or None; it stands in
            messages and citations, and is never opened.
    """

    text: object
    record: int | None = None
    published: object = None
    title: object = None
    id: object = None
    url: object = None
    publication: object = None
    language: object = None
    member: str | None = None


class Reader(Protocol):
    """Reads one format; a function or any callable of this form."""

    def __call__(
        self, stream: io.BufferedReader, options: ReadOptions, /
    ) -> Iterator[RawArticle | Fault]:
        """Give the articles of one source in order, and a fault for each record that is none.

        Args:
            stream: the bytes, unpacked and not empty; the first ``peek`` shows at least four.
            options: what the user said about the input.

        Raises:
            UnreadableError: the rest of the source cannot be read.
        """
        ...


AnyReader = TypeVar("AnyReader", bound=Reader)
_MARK = "reads_binary"


def binary(read: AnyReader) -> AnyReader:
    """Mark a reader of a format that is no text, so that its bytes are not refused for that."""
    setattr(read, _MARK, True)
    return read


def is_binary(read: Reader) -> bool:
    """Whether a reader takes bytes that are no text."""
    return getattr(read, _MARK, False)
