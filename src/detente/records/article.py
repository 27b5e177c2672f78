"""What comes in: a report, and what could not be read as one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from detente.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Article:
    """One news report.

    Args:
        id: the name under which its events are cited.
        text: the body, as read; every offset in an event counts characters of this string.
        published: the day of publication as ISO 8601 text, date or datetime; None if unknown.
            A time with an offset is kept, so that a dateline in another zone can be dated.
        title: headline, or None.
        url: address, or None.
        publication: outlet, or None.
        language: ISO 639-1 code.
        source: path or URL it was read from; empty where the caller built it.

    Raises:
        ArticleError: the text is no string, or the date is none.
    """

    id: str
    text: str
    published: str | date | datetime | None = None
    title: str | None = None
    url: str | None = None
    publication: str | None = None
    language: str = "en"
    source: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(f"article {self.id!r}: text must be a string")
        if isinstance(self.published, str):
            object.__setattr__(self, "published", _moment(self.id, self.published))

    @property
    def key(self) -> str:
        """Digest of the content, by which a ledger knows the article wherever it was read from."""
        published = str(self.published or "")
        parts = (self.id, published, self.title, self.url, self.publication, self.language)
        content = "\0".join([*(part or "" for part in parts), self.text])
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:24]

    @property
    def published_on(self) -> date | None:
        """The calendar day of publication, or None."""
        moment = self.published
        if isinstance(moment, datetime):
            return moment.date()
        return moment if isinstance(moment, date) else None


def _moment(article: str, text: str) -> date | datetime:
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError as fault:
        message = f"article {article!r}: {text!r} is no ISO 8601 date (write it as 2023-11-12)"
        raise ArticleError(message) from fault


@dataclass(frozen=True, slots=True)
class Reject:
    """A file or record that could not be read, kept so that nothing is lost silently.

    Args:
        source: path or URL as given, or ``<stdin>``.
        record: 1-based number of the record in the source, or None for the whole source.
        problem: what is wrong.
        remedy: what the user can do.
    """

    source: str
    record: int | None
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = self.source if self.record is None else f"{self.source}:{self.record}"
        return f"{place}: {self.problem}; {self.remedy}"
