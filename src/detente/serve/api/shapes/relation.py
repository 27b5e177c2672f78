"""The relation of two parties, as ``detente show --json`` has it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from detente.serve.api.shapes.tables import Day, Shape


class Side(Shape):
    """One of the two."""

    code: str
    name: str


class Member(Shape):
    """A party of a happening or claim."""

    code: str
    sector: str
    entity_text: str
    identifier_text: str
    identifier_id: str | None
    office: str | None


class Source(Shape):
    """A report that tells of something."""

    event: str = Field(description="Id of the event coded from it.")
    id: str = Field(description="The id under which it is cited.")
    publication: str | None
    published: Day | None


class Entry(Shape):
    """A happening with the reports it rests on."""

    happening: str = Field(description="Its id.")
    event: str = Field(description="PLOVER category.")
    mode: str | None
    quad_code: int
    status: Literal["actual", "future", "hypothetical", "negated"]
    assertion: Literal["press", "one side", "both sides", "denied"]
    date: Day | None
    enddate: Day | None
    date_basis: Literal["text", "published"] | None
    actor: list[Member]
    recipient: list[Member]
    level: str | None = Field(description="Rank of a contact.")
    channel: str | None = Field(description="Channel of a contact.")
    place: str | None
    context: list[str]
    condition: str | None
    text: str = Field(description="The best sentence.")
    reports: list[Source]


class Silence(Shape):
    """How long they have not talked at a level at which they used to."""

    level: str
    since: Day
    days: int
    talks: int = Field(description="Days with a contact in the two years up to the last one.")
    longest_gap: int = Field(description="Most days between two of them.")
    unusual: bool = Field(description="Whether it lasts longer than that.")
    last_contact: str = Field(description="Id of the happening.")


class Silences(Shape):
    """Where they are silent, and what is said of it."""

    levels: list[Silence]
    said: list[Entry]


class Openness(Shape):
    """How a side has shown itself."""

    code: str
    ready: list[Entry]
    refuses: list[Entry]
    refusing_since: Day | None


class Disruptions(Shape):
    """What cut their relation back, the latest first."""

    number: int
    listed: list[Entry]


class Denial(Shape):
    """A claim's denial."""

    id: str
    claimant: Member
    said_on: Day | None
    text: str
    reports: list[Source]


class DyadClaim(Denial):
    """What one side says that the other did."""

    happening: str
    event: str
    mode: str | None
    denials: list[Denial]


class Claims(Shape):
    """The claims of a side."""

    code: str
    number: int
    listed: list[DyadClaim]


class Month(Shape):
    """Acts of a month."""

    month: str = Field(examples=["2023-11"])
    cooperation: int
    conflict: int


class Band(Shape):
    """What is usual over two years."""

    mean: float
    low: float
    high: float


class Usual(Shape):
    """What is usual."""

    cooperation: Band
    conflict: Band
    net: Band


class Balance(Shape):
    """Cooperation and conflict by month, against their own two years."""

    months: list[Month]
    running: Month | None
    usual: Usual
    recent: float
    trend: str | None


class Neighbour(Shape):
    """With whom a side has to do."""

    code: str
    happenings: int


class Relation(Shape):
    """Who last spoke to whom, who is ready to talk, who refuses, what each side claims."""

    sides: list[Side]
    version: int
    day: Day = Field(description="The day that it is told for; days of silence count to it.")
    as_of: Day | None
    happenings: int
    last_report: Day | None
    last_report_in_ledger: Day | None
    days_since_contact: int | None
    last_contact: Entry | None
    last_contacts: dict[str, Entry] = Field(description="The last one at each level.")
    silence: Silences
    openness: list[Openness]
    disruptions: Disruptions
    claims: list[Claims]
    balance: Balance
    neighbours: dict[str, list[Neighbour]] = Field(
        description="With whom each has most to do, where the two have nothing."
    )
