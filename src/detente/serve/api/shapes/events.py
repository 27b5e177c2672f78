"""The record of a coded event, and the report that it is from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.serve.api.shapes.ledger import Correction
from detente.serve.api.shapes.tables import Day, Shape


class Party(Shape):
    """A party, and the words of the text that name it."""

    code: str = Field(description="State or body: ISO 3166 alpha-3, or a code of the codebook.")
    sector: str = Field(description="Sector of the codebook: GOV, MIL, CVL ...")
    entity_text: str = Field(description="The words of the text.")
    identifier_text: str = Field(description="The fullest name known for it.")
    identifier_id: str | None = Field(description="Its id in the registry.")
    office: str | None = Field(description="The office held on the day.")
    start: int = Field(description="Offset of its first character in the report's text.")
    end: int = Field(description="Offset after its last character.")


class Speaker(Shape):
    """Who asserts an event."""

    code: str | None
    sector: str | None
    entity_text: str | None
    identifier_text: str | None
    relation: str = Field(description="How they say it: said, denied, accused ...")
    start: int
    end: int


class Place(Shape):
    """Where an event was."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames_id: int | None
    start: int
    end: int


class Size(Shape):
    """What the text counts."""

    dead: int | None
    injured: int | None
    arrested: int | None


class Words(Shape):
    """Words of the text."""

    text: str
    start: int
    end: int


class Sentence(Shape):
    """Where the sentence stands in the report."""

    sequence: int = Field(description="Its number, from 0.")
    start: int = Field(description="Offset of its first character.")
    end: int = Field(description="Offset after its last character.")


class Citation(Shape):
    """The report."""

    id: str = Field(description="The id under which it is cited.")
    source: str = Field(description="Path or address it was read from.")
    title: str | None
    publication: str | None
    published: Day | None
    language: str


class Event(Shape):
    """Who did what to whom, when, whether it took place and who says so, with its words.

    Offsets count characters of the report's text, from 0, half-open.
    """

    id: str
    date: Day | None = Field(description="First possible day.")
    enddate: Day | None = Field(description="Last possible day.")
    date_basis: Literal["text", "published"] | None = Field(
        description="What the days rest on: words of the text, or the day of publication."
    )
    actor: list[Party]
    recipient: list[Party]
    event: list[str] = Field(description="PLOVER category.", examples=[["CONSULT"]])
    mode: list[str] = Field(description="PLOVER mode.", examples=[["phone"]])
    context: list[str] = Field(description="PLOVER contexts.")
    quad_code: int = Field(ge=1, le=4)
    event_scale: float = Field(description="PLOVER score, -10 to 10.")
    cameo: str = Field(description="Nearest CAMEO code.")
    goldstein: float
    status: Literal["actual", "future", "hypothetical", "negated"]
    historical: bool = Field(description="Whether it is told as background.")
    attribution: list[Speaker] = Field(description="Who asserts it, outermost first.")
    event_loc: Place | None
    event_text: list[str] = Field(description="The words that carry the act.")
    size: Size
    condition: Words | None = Field(description="The words of the condition it is bound to.")
    text: str = Field(description="The sentence.")
    text_info: Sentence
    mentions: list[int] = Field(description="Numbers of the other sentences that tell it.")
    cite_info: Citation
    confidence: float = Field(ge=0, le=1)
    coder: str
    lexicon: str
    coded_date: str
    review: Literal["accepted", "edited"] | None = Field(
        None, description="What an analyst said of it; left out where none has."
    )


class ReportEvent(Shape):
    """An event of a report, and what analysts said of it."""

    event: Event = Field(description="As corrected; as coded where it was rejected.")
    coded: Event = Field(description="The coder's own word.")
    mark: Literal["accepted", "edited", "rejected"] | None = Field(
        description="What an analyst said of it; null where none has."
    )
    happening: str | None = Field(
        description="Id of the happening that it tells of; null where it was rejected."
    )
    corrections: list[Correction] = Field(description="What analysts said of it, oldest first.")


class SingleEvent(ReportEvent):
    """An event, and the report that it is from."""

    article: str = Field(description="Key of the report.")


class Article(Shape):
    """A report with its text, on which all offsets count, and its events."""

    key: str = Field(description="Its key in the ledger, a digest of what it says.")
    id: str = Field(description="The id under which it is cited.")
    title: str | None
    published: str | None = Field(description="Day or moment of publication, ISO 8601.")
    publication: str | None
    url: str | None
    language: str
    source: str = Field(description="Path or address it was read from.")
    text: str
    events: list[ReportEvent] = Field(description="In the order of the text.")
