"""What holds of every format: nothing is lost, everything streams, an empty run is sound."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from export_cases import LECORNU, REBELS, Stream, article, event, said

from detente.export import (
    COLUMNS,
    CsvWriter,
    JsonLinesWriter,
    TableWriter,
    formats,
    writer_for,
)
from detente.records import Status


@dataclass(frozen=True, slots=True)
class Case:
    """A format with a way to count the events in its output."""

    form: str
    count: Callable[[str], int]

    def __str__(self) -> str:
        return self.form


CASES = [
    Case("jsonl", lambda text: len(text.splitlines())),
    Case("csv", lambda text: len(list(csv.reader(io.StringIO(text)))) - 1),
    Case("table", lambda text: text.count("AGREE ")),
]
every_format = pytest.mark.parametrize("case", CASES, ids=str)


def test_the_formats_of_text_have_their_writers() -> None:
    kinds = {case.form: type(writer_for(case.form, io.StringIO())) for case in CASES}
    assert kinds == {"table": TableWriter, "jsonl": JsonLinesWriter, "csv": CsvWriter}
    assert {*kinds} <= {*formats()}


@every_format
def test_every_event_is_written_once_the_report_is_done(case: Case) -> None:
    stream = Stream()
    writer = writer_for(case.form, stream)
    for number in range(1, 4):
        writer.report(article(f"a{number}"), [event(), event()])
        assert case.count(stream.flushed) == 2 * number


@every_format
def test_a_run_without_events_ends_well(case: Case) -> None:
    stream = Stream()
    writer = writer_for(case.form, stream)
    writer.report(article(), [])
    writer.finish(skipped=2)
    assert case.count(stream.flushed) == 0
    assert stream.flushed == stream.getvalue()


@every_format
def test_a_run_without_reports_ends_well(case: Case) -> None:
    stream = Stream()
    writer_for(case.form, stream).finish()
    assert case.count(stream.getvalue()) == 0


@every_format
def test_the_stream_stays_open(case: Case) -> None:
    stream = Stream()
    writer_for(case.form, stream).finish()
    assert not stream.closed


@every_format
@pytest.mark.parametrize("status", list(Status), ids=str)
def test_status_and_names_come_out_as_they_are(case: Case, status: Status) -> None:
    stream = Stream()
    writer_for(case.form, stream).report(article(), [event(status=status, actors=(LECORNU,))])
    text = " ".join(stream.getvalue().split())
    assert str(status) in text
    assert "Sébastien" in text


@every_format
def test_characters_with_a_meaning_elsewhere_are_only_characters(case: Case) -> None:
    odd = event(sentence_text='[bold]"A", b\nc;[/bold]', actors=(REBELS,), words=(), condition=None)
    stream = Stream()
    writer_for(case.form, stream).report(article(title="[red]x[/nothing]"), [odd])
    assert case.count(stream.getvalue()) == 1
    assert "[bold]" in stream.getvalue()


def test_json_lines_are_the_records() -> None:
    stream = Stream()
    made = [event(), event(status=Status.NEGATED, attribution=(said(LECORNU), said(None)))]
    JsonLinesWriter(stream).report(article(), made)
    assert [json.loads(line) for line in stream.getvalue().splitlines()] == [
        item.to_dict() for item in made
    ]


def test_a_line_separator_in_a_text_does_not_split_a_record() -> None:
    stream = Stream()
    JsonLinesWriter(stream).report(article(), [event(sentence_text="a\u2028b\nc")])
    assert stream.getvalue().count("\n") == 1
    assert json.loads(stream.getvalue())["text"] == "a\u2028b\nc"


def _row(**changes: Any) -> dict[str, str]:
    stream = Stream()
    CsvWriter(stream).report(article(), [event(**changes)])
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    return row


def test_a_csv_row_is_flat_and_complete() -> None:
    row = _row(actors=(LECORNU, REBELS), attribution=(said(LECORNU), said(None, "reportedly")))
    assert list(row) == [column.name for column in COLUMNS]
    assert {name: row[name] for name in row if name.startswith(("actor", "attribution"))} == {
        "actor_code": "FRA;SYR",
        "actor_sector": "GOV;REB",
        "actor_name": "Sébastien Lecornu;People's Protection, Units",
        "actor_text": "Lecornu;People's Protection, Units",
        "actor_office": "minister of the armed forces;",
        "actor_span": "5-11;5-11",
        "attribution_code": "FRA;",
        "attribution_sector": "GOV;",
        "attribution_name": "Sébastien Lecornu;",
        "attribution_relation": "said;reportedly",
    }
    assert (row["date"], row["enddate"], row["date_basis"]) == ("2023-11-07", "2023-11-07", "text")
    assert (row["event_text"], row["condition"]) == ("resume;talks", "if they are useful")
    assert (row["historical"], row["context"], row["cameo"]) == ("0", "diplomatic;military", "030")


def test_a_csv_cell_of_nothing_is_empty() -> None:
    row = _row(when=None, mode=None, recipients=(), condition=None)
    assert {row[name] for name in ("date", "mode", "recipient_code", "condition", "dead")} == {""}


def test_every_csv_column_has_a_name_of_its_own_and_a_meaning() -> None:
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(column.meaning for column in COLUMNS)
