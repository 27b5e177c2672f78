"""What the user can say about the input."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime

from detente.errors import SettingsError
from detente.read.dates import parse_published
from detente.read.fault import UnreadableError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How sources are read.

    Args:
        text_column: column or key of the text; None takes the first usual name that is there.
        published_column: the same for the day of publication.
        title_column: the same for the headline.
        id_column: the same for the id.
        url_column: the same for the address.
        publication_column: the same for the outlet.
        language_column: the same for the language.
        published: day of publication of articles that carry none.
        language: ISO 639-1 code of articles that carry none.
        encoding: encoding of sources without a byte order mark; None reads UTF-8, and as cp1252
            the bytes that are no UTF-8.
        day_first: how 03/04/2023 is meant: True 3 April, False 4 March, None rejects it.
        max_characters: longest text of one article.
        max_file_characters: longest JSON file or web page, which cannot be read piecemeal.
        stdin: what ``-`` reads, in place of the process's standard input; not closed.

    Raises:
        SettingsError: an unknown encoding, a limit below 1 or a default date that is none.
    """

    text_column: str | None = None
    published_column: str | None = None
    title_column: str | None = None
    id_column: str | None = None
    url_column: str | None = None
    publication_column: str | None = None
    language_column: str | None = None
    published: str | date | datetime | None = None
    language: str = "en"
    encoding: str | None = None
    day_first: bool | None = None
    max_characters: int = 1_000_000
    max_file_characters: int = 100_000_000
    stdin: io.BufferedIOBase | None = None

    def __post_init__(self) -> None:
        if self.max_characters < 1 or self.max_file_characters < 1:
            raise SettingsError("the longest text allowed must be at least 1 character")
        if self.encoding is not None:
            _check_encoding(self.encoding)
        if isinstance(self.published, str):
            object.__setattr__(self, "published", _moment(self.published, day_first=self.day_first))

    @property
    def record_limit(self) -> int:
        """Characters of the longest line or row that is held in memory.

        A character of the text can take twelve in JSON; the rest is room for the other columns.
        """
        return 12 * self.max_characters + 65_536

    @property
    def named_columns(self) -> dict[str, str]:
        """The columns that the user named, by part of the article."""
        named = {
            "text": self.text_column,
            "published": self.published_column,
            "title": self.title_column,
            "id": self.id_column,
            "url": self.url_column,
            "publication": self.publication_column,
            "language": self.language_column,
        }
        return {part: name for part, name in named.items() if name is not None}


def _check_encoding(name: str) -> None:
    try:
        b"a".decode(name, "replace")
    except (LookupError, ValueError) as fault:
        raise SettingsError(f"encoding {name!r} is unknown (usual ones: utf-8, cp1252)") from fault


def _moment(text: str, *, day_first: bool | None) -> date | datetime:
    try:
        return parse_published(text, day_first=day_first)
    except UnreadableError as fault:
        raise SettingsError(f"the default date of publication {fault}") from fault


DEFAULTS = ReadOptions()
