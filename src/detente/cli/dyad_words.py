"""How what an answer about a pair consists of is put into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from detente.cli.dyad_signs import Signs
from detente.export.palette import CATEGORY_STYLE, QUIET_STYLE
from detente.export.wording import counted, days_between, distinct_parties, one_line, party_name
from detente.ledger.dyad import Entry, Report
from detente.lexicon.codes import default_codes
from detente.records import Assertion, Party

_MOST_PARTIES = 4
_UNTOLD = "no day"
_OPENING, _CLOSING = "“", "”"
_WORD = {
    Assertion.ONE_SIDE: "on the word of one side",
    Assertion.BOTH_SIDES: "on the word of both sides",
    Assertion.DENIED: "denied",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Puts parties, sentences and reports into words.

    Args:
        signs: signs to write with.
        room: characters of a sentence to show.
        named: reports of a line that are named; the others are counted.
    """

    signs: Signs
    room: int
    named: int

    def day(self, entry: Entry) -> Text:
        """The day or days of a happening; in brackets where it is the report's own."""
        if entry.when is None:
            return self.plain_day(entry.day)
        shown = "\n".join(days_between(entry.when)).replace("–", self.signs.dash)
        return Text(shown)

    def plain_day(self, day: date | None) -> Text:
        """A day."""
        return Text(day.isoformat()) if day else Text(_UNTOLD, QUIET_STYLE)

    def quoted(self, text: str) -> str:
        """A sentence in quotation marks, cut at a word where it is long."""
        words = _without_odd_marks(one_line(text))
        if len(words) > self.room:
            words = words[: self.room].rpartition(" ")[0] or words[: self.room]
            words += self.signs.ellipsis
        return f"{self.signs.opening}{words}{self.signs.closing}"

    def party(self, party: Party) -> str:
        """A party with its code and office; a state by its name alone."""
        name = party_name(party)
        known = name in {party.code, default_codes().names.get(party.code)}
        named = f"{party.code} {name}" if party.code and not known else name
        office = one_line(party.office or "")
        return f"{named} ({office})" if office and office != name.lower() else named

    def parties(self, parties: Sequence[Party], codes: Iterable[str] = ()) -> str:
        """Parties, those of the pair first; of many, the others are counted."""
        wanted = list(codes)
        first = sorted(
            distinct_parties(parties),
            key=lambda party: wanted.index(party.code) if party.code in wanted else len(wanted),
        )
        shown = [self.party(party) for party in first[:_MOST_PARTIES]]
        if len(first) > _MOST_PARTIES:
            shown.append(f"and {counted(len(first) - _MOST_PARTIES, 'other')}")
        return ", ".join(shown)

    def act(self, entry: Entry) -> Text:
        """Category and mode."""
        act = Text(entry.category, CATEGORY_STYLE[entry.quad_code])
        return act.append(f" {entry.mode}", "default") if entry.mode else act

    def sides(self, entry: Entry) -> str:
        """Who does something to whom."""
        acting, acted_on = self.parties(entry.actors), self.parties(entry.recipients)
        return f"{acting} > {acted_on}" if acted_on else acting

    def word(self, entry: Entry) -> str:
        """On whose word a happening rests; nothing where the press itself tells it."""
        return _WORD.get(entry.assertion, "")

    def reports(self, reports: Sequence[Report]) -> str:
        """The reports that a line rests on: the first of them, and how many others."""
        if not reports:
            return "[no report]"
        shown = [self._report(report) for report in reports[: self.named]]
        if len(reports) > self.named:
            shown.append(f"+{len(reports) - self.named}")
        return f"[{'; '.join(shown)}]"

    def _report(self, report: Report) -> str:
        parts = (report.publication, report.published.isoformat() if report.published else None)
        source = " ".join(one_line(part) for part in parts if part)
        name = one_line(report.id)
        return f"{name}, {source}" if source else name


def _without_odd_marks(words: str) -> str:
    """A sentence out of a longer quotation, without the one mark that it has of it."""
    opened, closed = words.count(_OPENING), words.count(_CLOSING)
    if opened > closed and words.startswith(_OPENING):
        return words[1:]
    if closed > opened and words.endswith(_CLOSING):
        return words[:-1]
    return words
