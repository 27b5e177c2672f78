"""``detente correct`` and ``detente corrections``: an analyst's word on events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Column, Table
from rich.text import Text

import detente
from detente.cli.ledger_options import (
    DEFAULT_FOLDER,
    LedgerFolder,
    LedgerTime,
    LedgerVersion,
    opened_ledger,
)
from detente.cli.output import standard_output
from detente.cli.problems import say
from detente.cli.teaching import described, examples
from detente.export import Paper
from detente.export.palette import QUIET_STYLE
from detente.export.wording import NOTHING, one_line
from detente.records import Verdict

if TYPE_CHECKING:
    from detente.ledger import Standpoint

_ID = 8
_STALE_STYLE = {"stale": "bold red", "moved": "yellow"}

CORRECT_EPILOG = examples(
    ("it is right as it was coded", "detente correct 3ba2a596 accept --by Ann --why 'read it'"),
    ("it is no event", "detente correct 3ba2a596 reject --by Ann --why 'a film'"),
    (
        "it was a visit, by the foreign ministry",
        "detente correct 3ba2a596 edit mode=visit actor=FRA/GOV --by Ann --why 'see line 3'",
    ),
    (
        "two days on which it can have been",
        "detente correct 3ba2a596 edit date=2022-10-23 enddate=2022-10-24 --by Ann --why 'weekend'",
    ),
    note="Fields: category, mode, status, date, enddate, historical, context, actor, recipient,"
    " attribution, dead, injured, arrested. Parties are written FRA, FRA/MIL or FRA/MIL:name, with"
    " commas between them. An empty value (mode=) clears a field.",
)
CORRECTIONS_EPILOG = examples(
    ("all corrections, the stale ones marked", "detente corrections"),
    ("those that no longer fit what is coded", "detente corrections --stale"),
    ("for a script, one JSON record a line", "detente corrections --json"),
)


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("correct", help=described(_correct), epilog=CORRECT_EPILOG)(_correct)
    app.command("corrections", help=described(_corrections), epilog=CORRECTIONS_EPILOG)(
        _corrections
    )


def _correct(
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT",
            help="The event's id, or as much of its beginning as is its alone.",
            show_default=False,
        ),
    ],
    verdict: Annotated[
        Verdict,
        typer.Argument(metavar="VERDICT", help="accept, reject or edit.", show_default=False),
    ],
    changes: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE", help="What an edit changes.", show_default=False),
    ] = None,
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason.")],
    ledger: LedgerFolder = DEFAULT_FOLDER,
) -> None:
    """Accept, reject or edit a coded event.

    What the coder said stays in the ledger; the correction is kept beside it with its evidence,
    is applied whenever the ledger is read, and holds after coding again as long as the same words
    still give an event of the category.
    """
    wanted = dict(_change(text) for text in changes or ())
    kept = detente.Ledger(ledger).correct(event, verdict, wanted, author=by, why=why)
    fields = ", ".join(f"{item.field}={item.value}" for item in kept if item.field)
    say(f"{kept[0].event}: {verdict} kept{f' ({fields})' if fields else ''}")


def _change(text: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign:
        message = f"{text!r} is no change; write field=value"
        raise typer.BadParameter(message, param_hint="FIELD=VALUE")
    return field.strip().lower(), value


def _corrections(
    *,
    stale: Annotated[bool, typer.Option("--stale", help="Only those that are stale.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON record a line.")] = False,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    version: LedgerVersion = None,
    at: LedgerTime = None,
) -> None:
    """List all corrections, oldest first, and how they stand to what is coded now.

    A correction holds for the event with its id; it has moved where the event was coded again
    under another id; it is stale where no event of that category rests on those words any more.
    """
    from detente.ledger.records import correction_record  # noqa: PLC0415 - it loads the database

    found = opened_ledger(ledger, version, at).corrections()
    shown = [point for point in found if point.standing == "stale" or not stale]
    stream = standard_output()
    if as_json:
        for point in shown:
            stream.write(json.dumps(correction_record(point), ensure_ascii=False) + "\n")
        return
    Paper(stream).print(_table(shown) if shown else Text("no corrections", QUIET_STYLE))


def _table(points: list[Standpoint]) -> Table:
    columns = ("Event", "What", "Field", "Value", "By", "Why", "When", "Words", "Standing")
    table = Table(
        *(Column(name) for name in columns), box=None, padding=(0, 2, 0, 0), header_style="dim"
    )
    for point in points:
        item = point.correction
        standing = str(point.standing)
        table.add_row(
            item.event[:_ID],
            str(item.verdict),
            item.field or NOTHING,
            one_line(item.value or "") or NOTHING,
            one_line(item.author),
            one_line(item.why),
            f"{item.time:%Y-%m-%d %H:%M}",
            Text(one_line(" ".join(words.text for words in item.words)), QUIET_STYLE),
            Text(standing, _STALE_STYLE.get(standing, "")),
        )
    return table
