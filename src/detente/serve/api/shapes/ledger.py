"""What a ledger says of itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from detente.serve.api.shapes.tables import Shape


class Correction(Shape):
    """What an analyst said of an event; an edit of several fields is one for each."""

    event: str = Field(description="Id of the event when it was said.")
    action: Literal["accept", "reject", "edit"]
    field: str | None
    value: str | None
    by: str
    why: str
    time: datetime
    version: int
    standing: Literal["holds", "moved", "stale"]
    about: str | None = Field(description="Id of the event that it is about now.")
    article: str = Field(description="Key of the report.")
    category: str
    words: list[str]
    start: int
    end: int


class Run(Shape):
    """A version of the ledger."""

    version: int
    time: datetime
    command: str = Field(description="What was done: add, recode, correct.")
    coder: str | None
    lexicon: str | None
    articles: int
    events: int
    rejects: int
    author: str | None
    note: str | None


class Reject(Shape):
    """A file or record that could not be read."""

    source: str
    record: int | None
    problem: str
    remedy: str


class Party(Shape):
    """A party that occurs."""

    code: str
    happenings: int
    last: date | None = Field(description="Day of the first report of the last of them.")


class Outlet(Shape):
    """An outlet."""

    publication: str | None
    articles: int


class Coding(Shape):
    """A coder and its lexicon."""

    coder: str
    lexicon: str


class Summary(Shape):
    """The ledger in some figures."""

    version: int
    time: datetime | None
    articles: int
    events: int
    happenings: int
    contacts: int
    claims: int
    corrections: int
    rejects: int
    first_published: date | None
    last_published: date | None
    sources: list[Outlet]
    codings: list[Coding]
    bytes: int


class Codebook(Shape):
    """Categories, modes, statuses, sectors, codes and contexts."""

    note: str
    categories: dict[str, Any]
    quad_codes: dict[str, str]
    statuses: dict[str, str]
    sectors: dict[str, str]
    codes: dict[str, str]
    contexts: list[str]


class Version(Shape):
    """What answers."""

    version: int = Field(description="Ledger version; 0 where there is none yet.")
    detente: str = Field(description="Version of the program.")
