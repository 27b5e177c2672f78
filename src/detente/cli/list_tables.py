"""Answers of a ledger as tables for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from rich.table import Column, Table
from rich.text import Text

from detente.export.cells import (
    act_cell,
    days_cell,
    excerpt_cell,
    parties_cell,
    says_cell,
    whether_cell,
)
from detente.export.palette import CATEGORY_STYLE, QUIET_STYLE
from detente.export.wording import NOTHING, counted, one_line
from detente.lexicon.closed_lists import closed_lists
from detente.records import Happening, Stance
from detente.store import Row, claim_of, event_of, happening_of

_ID = 8
_SHOWN = 3
_WIDE = 110
_ONLY_WIDE = frozenset(("In the text", "Who says so"))
_TEXT_SHARE = 2 / 5
_QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")

Cells = Callable[[Row, int], list[Text | str]]


class ListTable:
    """A list as a table; on a narrow terminal without the words of the text.

    Args:
        topic: what is listed.
        width: columns of the terminal.
    """

    def __init__(self, topic: str, width: int) -> None:
        names, self._cells = _TABLES[topic]
        self._width = width
        self._shown = [
            place for place, name in enumerate(names) if width >= _WIDE or name not in _ONLY_WIDE
        ]
        columns = [Column(names[place], **_LOOKS.get(names[place], {})) for place in self._shown]
        self.table = Table(
            *columns, box=None, expand=True, padding=(0, 1, 0, 1), header_style="dim"
        )

    def add(self, row: Row) -> None:
        """Add a row of the ledger's table."""
        cells = self._cells(row, self._width)
        self.table.add_row(*(cells[place] for place in self._shown))


def _event(row: Row, width: int) -> list[Text | str]:
    event = event_of(row)
    review = f"\n{row['review']}" if row.get("review") else ""
    return [
        days_cell(event),
        parties_cell(event.actors),
        act_cell(event),
        parties_cell(event.recipients),
        whether_cell(event).append(review, QUIET_STYLE),
        says_cell(event),
        excerpt_cell(event, int(width * _TEXT_SHARE)),
        Text(event.id[:_ID], QUIET_STYLE),
    ]


def _happening(row: Row, width: int) -> list[Text | str]:
    happening = happening_of(row)
    return [
        days_cell(happening),
        parties_cell(happening.actors),
        act_cell(happening),
        parties_cell(happening.recipients),
        whether_cell(happening).append(f"\n{happening.assertion}", QUIET_STYLE),
        _reports(happening),
        _sentence(happening.text, width),
    ]


def _contact(row: Row, width: int) -> list[Text | str]:
    happening = happening_of(row)
    return [
        days_cell(happening),
        parties_cell((*happening.actors, *happening.recipients)),
        Text(row["level"]),
        Text(row["channel"]),
        whether_cell(happening),
        Text(", ".join(happening.contexts) or NOTHING),
        _reports(happening),
        _sentence(happening.text, width),
    ]


def _claim(row: Row, width: int) -> list[Text | str]:
    claim = claim_of(row)
    quad = closed_lists().categories[claim.category].quad
    act = Text(claim.category, CATEGORY_STYLE[quad])
    if claim.mode:
        act.append(f" {claim.mode}", "default")
    denies = claim.stance is Stance.DENIES
    return [
        _day(claim.said_on),
        parties_cell([claim.claimant]),
        Text(str(claim.stance), "bold red" if denies else ""),
        Text(", ".join(claim.about) or NOTHING),
        act,
        Text(counted(len(claim.answers), "answer") if claim.answers else NOTHING, QUIET_STYLE),
        _sentence(claim.text, width),
    ]


def _relation(row: Row, _: int) -> list[Text | str]:
    counts = [
        Text(str(row[name]), CATEGORY_STYLE[quad]) if row[name] else Text("·", QUIET_STYLE)
        for quad, name in enumerate(_QUADS, 1)
    ]
    acts = ", ".join(f"{name} {number}" for name, number in row["categories"].items())
    scores = [f"{row[name]:g}" for name in ("event_scale", "goldstein")]
    return [_day(row["date"]), Text(row["dyad"]), *counts, *scores, Text(acts, QUIET_STYLE)]


def _article(row: Row, _: int) -> list[Text | str]:
    return [
        _day(row["published_on"]),
        Text(one_line(row["publication"] or NOTHING)),
        Text(one_line(row["title"] or NOTHING)),
        Text(str(row["events"])),
        Text(one_line(row["id"]), QUIET_STYLE),
    ]


def _day(day: date | None) -> Text:
    return Text(day.isoformat()) if day else Text(NOTHING, QUIET_STYLE)


def _reports(happening: Happening) -> Text:
    names = dict.fromkeys(one_line(telling.report) for telling in happening.tellings)
    shown = list(names)[:_SHOWN]
    rest = [f"and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
    return Text("\n".join([*shown, *rest]), QUIET_STYLE)


def _sentence(text: str, width: int) -> Text:
    line = one_line(text)
    room = int(width * _TEXT_SHARE)
    return Text(line if len(line) <= room else f"{line[:room].rsplit(' ', 1)[0]}…")


_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "When": {"width": 12, "no_wrap": True},
    "Said on": {"width": 12, "no_wrap": True},
    "Who": {"ratio": 5},
    "What": {"ratio": 3, "min_width": 9},
    "To whom": {"ratio": 5},
    "Whether": {"width": 12},
    "Who says so": {"ratio": 4},
    "In the text": {"ratio": 7},
    "Id": {"width": _ID, "no_wrap": True},
    "Pair": {"width": 7, "no_wrap": True},
    "Acts": {"ratio": 1},
    "Published": {"width": 12, "no_wrap": True},
    "Outlet": {"ratio": 2},
    "Headline": {"ratio": 5},
    "Cited as": {"ratio": 3},
    **{
        name: {"justify": "right"}
        for name in ("+ words", "+ deeds", "- words", "- deeds", "Score", "Goldstein", "Events")
    },
}
_TABLES: Mapping[str, tuple[tuple[str, ...], Cells]] = {
    "events": (
        ("When", "Who", "What", "To whom", "Whether", "Who says so", "In the text", "Id"),
        _event,
    ),
    "happenings": (
        ("When", "Who", "What", "To whom", "Whether", "Reports", "In the text"),
        _happening,
    ),
    "contacts": (
        ("When", "Who", "Level", "Channel", "Whether", "About", "Reports", "In the text"),
        _contact,
    ),
    "claims": (
        ("Said on", "Who", "Stance", "Of whom", "What", "Answered", "In the text"),
        _claim,
    ),
    "relations": (
        (
            *("When", "Pair", "+ words", "+ deeds", "- words", "- deeds"),
            *("Score", "Goldstein", "Acts"),
        ),
        _relation,
    ),
    "articles": (("Published", "Outlet", "Headline", "Events", "Cited as"), _article),
}
