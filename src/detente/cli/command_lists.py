"""``detente events``, ``happenings``, ``contacts``, ``claims``, ``relations``, ``articles``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

import typer
from rich.text import Text

from detente.cli.filter_options import takes_filter
from detente.cli.ledger_options import (
    DEFAULT_FOLDER,
    LedgerFolder,
    LedgerTime,
    LedgerVersion,
    opened_ledger,
)
from detente.cli.list_output import (
    AskedFormat,
    OutputFile,
    chosen_list_format,
    refuse_inside,
    write_answer,
)
from detente.cli.teaching import examples
from detente.export import Paper
from detente.export.palette import QUIET_STYLE
from detente.export.wording import counted
from detente.ledger.filters import Filter

if TYPE_CHECKING:
    from detente import Ledger

# What a person reads on a screen; data goes out whole.
_ON_SCREEN = 50

_NOTE = (
    "A filter given twice means either value; --party and --text mean both. A table shows 50 at"
    " most unless --limit says otherwise; the other formats give all."
)
EVENTS_EPILOG = examples(
    (
        "what Russia did to Ukraine in a month",
        "detente events --actor RUS --recipient UKR --from 2022-10 --to 2022-10",
    ),
    ("the same records as detente code writes", "detente events --format jsonl > events.jsonl"),
    ("for R or Python", "detente events --category ASSAULT -o assaults.parquet"),
    ("as the ledger was in its third version", "detente events --version 3 --format csv"),
    note=_NOTE,
)
HAPPENINGS_EPILOG = examples(
    ("what rests on one side's word alone", "detente happenings --assertion 'one side'"),
    ("what an outlet told of", "detente happenings --source Gazette --order newest"),
    note=_NOTE,
)
CONTACTS_EPILOG = examples(
    (
        "who of the two spoke to whom, the latest first",
        "detente contacts --dyad FRA-RUS --order newest",
    ),
    ("calls of defence ministers", "detente contacts --level 'defence ministers' --channel phone"),
    ("contacts that are said not to have been", "detente contacts --status negated"),
    note=_NOTE,
)
CLAIMS_EPILOG = examples(
    ("what Russia says that France did", "detente claims --actor RUS --recipient FRA"),
    ("denials of attacks", "detente claims --stance denies --category ASSAULT"),
    note=_NOTE,
)
RELATIONS_EPILOG = examples(
    ("a pair, day by day", "detente relations --dyad FRA-RUS --from 2022"),
    ("all pairs of a state, for a spreadsheet", "detente relations --party FRA -o france.csv"),
    note=_NOTE,
)
ARTICLES_EPILOG = examples(
    (
        "what was read of an outlet, the latest first",
        "detente articles --source Gazette --order newest",
    ),
    ("reports that name a place", "detente articles --text Kherson --from 2022-10"),
    note=_NOTE,
)
_LISTS: Mapping[str, tuple[str, str]] = {
    "events": (
        (
            "List coded events: one for each report that tells of an act.\n\nEvents come as"
            " analysts corrected them; those that were rejected are left out."
        ),
        EVENTS_EPILOG,
    ),
    "happenings": (
        "List what happened, was announced or denied, however many reports tell of it.",
        HAPPENINGS_EPILOG,
    ),
    "contacts": (
        "List contacts: who spoke to whom, at which level, by which channel, about what.",
        CONTACTS_EPILOG,
    ),
    "claims": (
        "List claims: what a party says that another did, and what is denied.",
        CLAIMS_EPILOG,
    ),
    "relations": (
        (
            "List relations: cooperation and conflict of each pair, day by day.\n\nOnly what is"
            " told as having taken place counts, each happening once."
        ),
        RELATIONS_EPILOG,
    ),
    "articles": (
        "List the reports that were coded, without their text.",
        ARTICLES_EPILOG,
    ),
}


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    for topic, (text, epilog) in _LISTS.items():
        app.command(topic, help=text, epilog=epilog)(takes_filter(topic, _command(topic)))


def _command(topic: str) -> Callable[..., None]:
    def command(
        *,
        wanted: Filter,
        form: AskedFormat = None,
        output: OutputFile = None,
        ledger: LedgerFolder = DEFAULT_FOLDER,
        version: LedgerVersion = None,
        at: LedgerTime = None,
    ) -> None:
        chosen = chosen_list_format(form, output)
        refuse_inside(output, ledger)
        found = opened_ledger(ledger, version, at)
        answer = found.ask(topic, wanted)
        write_answer(answer, chosen, output, lambda stream: _show(found, topic, wanted, stream))

    command.__name__ = topic
    return command


def _show(ledger: Ledger, topic: str, wanted: Filter, stream: TextIO) -> None:
    """A table of the first rows, and how many more there are."""
    from detente.cli.list_tables import ListTable  # noqa: PLC0415 - it loads the database

    limit = _ON_SCREEN if wanted.limit is None else wanted.limit
    rows = list(ledger.ask(topic, replace(wanted, limit=limit)).result.rows())
    paper = Paper(stream)
    if not rows:
        paper.print(Text(f"no {topic} that fit", QUIET_STYLE))
        return
    table = ListTable(topic, paper.width)
    for row in rows:
        table.add(row)
    paper.print(table.table)
    if wanted.limit is None and len(rows) == _ON_SCREEN:
        every = ledger.ask(topic, wanted).count()
        if every > len(rows):
            line = f"the first {_ON_SCREEN} of {counted(every, topic[:-1])}; --limit shows more"
            paper.print(Text(), Text(line, QUIET_STYLE))
