"""The relation of two parties as people read it, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from detente.cli.dyad_chart import chart_lines
from detente.cli.dyad_grid import Grid
from detente.cli.dyad_signs import Signs
from detente.cli.dyad_words import Words
from detente.export.palette import QUIET_STYLE
from detente.export.wording import counted, one_line
from detente.ledger.dyad import Claims, DyadClaim, DyadView, Entry, LevelSilence, Openness
from detente.records import DateBasis, Status

_WIDE = 130
# What of the width the sentences of a line take, over three lines of it.
_ROOM_SHARE = 1.8
_NAMED, _NAMED_WIDE = 1, 2


class Screen:
    """Lays an answer out.

    Args:
        view: the answer.
        width: columns there are.
        signs: signs to write with.
        shown: lines of a list; the others are counted.
    """

    def __init__(self, view: DyadView, width: int, signs: Signs, shown: int) -> None:
        self._view = view
        self._wide = width >= _WIDE
        self._signs = signs
        self._shown = shown
        self._codes = [side.code for side in view.sides]
        self._names = {side.code: side.name for side in view.sides}
        self._words = Words(signs, int(width * _ROOM_SHARE), _NAMED_WIDE if self._wide else _NAMED)

    def lines(self) -> Iterator[RenderableType]:
        """Everything there is to print."""
        yield from self._heading()
        if self._view.is_empty:
            yield from self._neighbours()
            return
        yield from self._contacts()
        yield from self._silence()
        yield from self._openness()
        yield from self._disruptions()
        yield from self._claims()
        yield from chart_lines(self._view.balance, self._signs, self._view.last_report)

    def _heading(self) -> Iterator[RenderableType]:
        view = self._view
        names = f" {self._signs.dash} ".join(side.name for side in view.sides)
        known = "as known on" if view.known_on else "counted to"
        yield Text(names, "bold").append(f"  {known} {view.day}", "not bold")
        parts = [counted(view.happenings, "happening")]
        if view.last_report:
            parts.append(f"last report {view.last_report}")
        if view.last_in_ledger:
            parts.append(f"last of the ledger {view.last_in_ledger}")
        parts.append(f"version {view.version}")
        yield Text(", ".join(parts), QUIET_STYLE)
        yield Text()

    def _neighbours(self) -> Iterator[RenderableType]:
        yield Text("The ledger has nothing on these two.")
        for code, neighbours in self._view.neighbours.items():
            pairs = ", ".join(f"{item.code} ({item.happenings:,})" for item in neighbours)
            told = f"has most to do with {pairs}" if pairs else "does not occur with anybody"
            yield Text(f"  {self._names[code]} {told}")

    def _grid(self, heading: str, note: str = "") -> Grid:
        return Grid(heading, note, wide=self._wide)

    def _contacts(self) -> Iterable[RenderableType]:
        contacts = self._view.contacts
        last = self._grid("Last contact")
        if contacts.last is None:
            last.nothing("no contact is known")
            return last.lines()
        last.line(
            self._words.day(contacts.last),
            self._contact(contacts.last, full=True),
            self._words.reports(contacts.last.reports),
        )
        levels = self._grid("Last contact at each level")
        for level, entry in contacts.by_level.items():
            told = self._contact(entry, full=False)
            levels.line(str(level), told, self._words.reports(entry.reports))
        return (*last.lines(), *levels.lines())

    def _contact(self, entry: Entry, *, full: bool) -> Text:
        """Channel, level, parties, place and topics; in full, with the sentence."""
        told = Text(entry.channel or "", "bold")
        if full:
            told.append(f" at the level of {entry.level}{self._ago(entry)}", "not bold")
        else:
            days = self._words.day(entry).plain.replace("\n", "")
            told = Text(f"{days}{self._ago(entry)}, ").append_text(told)
        told.append(
            f": {self._words.parties(entry.actors + entry.recipients, self._codes)}", "not bold"
        )
        told.append(f", in {one_line(entry.place)}" if entry.place else "")
        told.append(f"; about {', '.join(entry.topics)}" if entry.topics and full else "")
        if word := self._words.word(entry):
            told.append(f"; {word}", QUIET_STYLE)
        return told.append(f"\n{self._words.quoted(entry.text)}" if full else "", QUIET_STYLE)

    def _ago(self, entry: Entry) -> str:
        """How long ago a contact was, at least; nothing where no text dates it."""
        if entry.when is None or entry.when.basis is not DateBasis.TEXT:
            return ""
        return f", {counted((self._view.day - entry.when.last).days, 'day')} ago"

    def _silence(self) -> Iterable[RenderableType]:
        silence = self._view.silence
        grid = self._grid("Silence", "levels with talks on two days or more within two years")
        for item in silence.levels:
            grid.line(str(item.level), _silent(item), self._words.reports(item.last.reports))
        for entry in silence.said[: self._shown]:
            met = self._words.parties(entry.actors + entry.recipients, self._codes)
            told = Text(f"said not to have been: {entry.channel}: {met}")
            told.append(f"\n{self._words.quoted(entry.text)}", QUIET_STYLE)
            grid.line(self._words.day(entry), told, self._words.reports(entry.reports))
        if not silence.levels and not silence.said:
            grid.nothing("no level at which they used to talk")
        return grid.lines()

    def _openness(self) -> Iterable[RenderableType]:
        grid = self._grid("Openness")
        for item in self._view.openness:
            self._side(grid, item)
        return grid.lines()

    def _side(self, grid: Grid, item: Openness) -> None:
        name = self._names[item.code]
        if not item.ready and not item.refuses:
            grid.line(name, Text("has neither shown itself ready nor refused", QUIET_STYLE))
            return
        grid.line(name, Text(_last_word(item), "bold"))
        for word, entries in (("ready", item.ready), ("refuses", item.refuses)):
            for entry in entries[: self._shown]:
                grid.line(
                    self._words.day(entry),
                    self._stand(word, entry),
                    self._words.reports(entry.reports),
                )
            grid.rest(self._shown, len(entries))

    def _stand(self, word: str, entry: Entry) -> Text:
        negated = "not " if entry.status is Status.NEGATED else ""
        told = Text.assemble(f"{word}: ", negated, self._words.act(entry))
        told.append(f"  {self._words.sides(entry)}")
        if entry not in self._view.disruptions.listed[: self._shown]:
            told.append(f"\n{self._words.quoted(entry.text)}", QUIET_STYLE)
        if entry.condition:
            told.append("\non condition: ").append(self._words.quoted(entry.condition))
        return told

    def _disruptions(self) -> Iterable[RenderableType]:
        disruptions = self._view.disruptions
        grid = self._grid("Disruptions")
        for entry in disruptions.listed[: self._shown]:
            told = self._words.act(entry).append(f"  {self._words.sides(entry)}")
            if word := self._words.word(entry):
                told.append(f"; {word}", QUIET_STYLE)
            told.append(f"\n{self._words.quoted(entry.text)}", QUIET_STYLE)
            grid.line(self._words.day(entry), told, self._words.reports(entry.reports))
        grid.rest(self._shown, disruptions.number)
        if not disruptions.listed:
            grid.nothing("no refusal, expulsion, sanction or broken tie is known")
        return grid.lines()

    def _claims(self) -> Iterator[RenderableType]:
        for own, other in zip(self._view.claims, reversed(self._codes), strict=True):
            grid = self._grid(f"Claims of {self._names[own.code]} about {self._names[other]}")
            self._claimed(grid, own)
            yield from grid.lines()

    def _claimed(self, grid: Grid, claims: Claims) -> None:
        for claim in claims.listed[: self._shown]:
            day = self._words.plain_day(claim.said_on)
            grid.line(day, self._claim(claim), self._words.reports(claim.reports))
            for denial in claim.denials:
                told = Text("denied", "bold").append(f" {denial.said_on or ''} by ", "not bold")
                told.append(self._words.party(denial.claimant))
                told.append(f"\n{self._words.quoted(denial.text)}", QUIET_STYLE)
                grid.line("", told, self._words.reports(denial.reports))
        grid.rest(self._shown, claims.number)
        if not claims.listed:
            grid.nothing("no claim is known")

    def _claim(self, claim: DyadClaim) -> Text:
        told = Text(f"{self._words.party(claim.claimant)}: {claim.category}")
        told.append(f" {claim.mode}" if claim.mode else "")
        return told.append(f"\n{self._words.quoted(claim.text)}", QUIET_STYLE)


def _last_word(item: Openness) -> str:
    if item.refusing_since:
        return f"refuses since {item.refusing_since}"
    last = max((entry.day for entry in item.ready if entry.day), default=None)
    return f"last ready on {last}" if last else "ready"


def _silent(item: LevelSilence) -> Text:
    days = Text(counted(item.days, "day"), "bold" if item.is_unusual else "")
    before = f"{item.talks} days with talks in two years, at most {item.longest_gap} apart"
    return days.append(f" since {item.since}; before that {before}", "not bold")
