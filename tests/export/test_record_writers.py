"""What holds of every format for programs, whoever reads it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest
from export_cases import FRANCE, LECORNU, REBELS, RUSSIA, article, event
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from detente.errors import OutputError
from detente.export import formats, layouts, record_formats, record_writer_for, writer_for
from detente.export.dictionary import has_dictionary, write_dictionary
from detente.export.keeping import FIELDS
from detente.export.pairs import pairs
from detente.export.rows import RowWriter
from detente.records import Event, Location, Span, Status, TextSpan

PARIS = Location("Paris", "FRA", Span(0, 5), 48.85, 2.35, 2988507)


def written(form: str, *events: Event) -> bytes:
    """What a format makes of some events."""
    below = io.BytesIO()
    stream = io.TextIOWrapper(below, "utf-8", newline="")
    writer = record_writer_for(form, stream)
    writer.report(article(), events)
    writer.finish()
    stream.flush()
    assert not below.closed
    return below.getvalue()


def _layout_rows(name: str) -> Callable[[bytes], int]:
    def count(data: bytes) -> int:
        layout = layouts()[name]
        lines = data.decode().splitlines()
        assert all(line.count(layout.delimiter) == len(layout.columns) - 1 for line in lines)
        return len(lines) - layout.header

    return count


COUNTS: dict[str, Callable[[bytes], int]] = {
    "jsonl": lambda data: len([json.loads(line) for line in data.decode().split("\n")[:-1]]),
    "csv": lambda data: len(list(csv.reader(io.StringIO(data.decode(), newline="")))) - 1,
    "geojson": lambda data: len(json.loads(data)["features"]),
    "parquet": lambda data: parquet.read_table(io.BytesIO(data)).num_rows,
    "arrow": lambda data: pa.ipc.open_stream(data).read_all().num_rows,
    **{name: _layout_rows(name) for name in layouts()},
}
every_format = pytest.mark.parametrize("form", record_formats())
every_layout = pytest.mark.parametrize("form", list(layouts()))


def test_every_format_is_held_to_what_follows() -> None:
    assert COUNTS.keys() == {*record_formats()}
    assert formats()[0] == "table"


@every_format
def test_every_event_is_written(form: str) -> None:
    assert COUNTS[form](written(form, event(), event(id="b"), event(location=PARIS))) == 3


@every_format
def test_no_events_are_sound_output(form: str) -> None:
    assert COUNTS[form](written(form)) == 0


@every_format
def test_the_same_events_give_the_same_bytes(form: str) -> None:
    assert written(form, event(location=PARIS)) == written(form, event(location=PARIS))


@every_format
def test_every_event_is_written_or_counted_as_left_out(form: str) -> None:
    told = [event(status=status) for status in Status] + [event(when=None)]
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
    writer = record_writer_for(form, stream)
    for item in told:
        writer.write(item)
    writer.finish()
    stream.flush()
    data = stream.buffer.getvalue()
    assert COUNTS[form](data) + sum(writer.left_out.values()) == len(told)


@every_format
@settings(max_examples=30, deadline=None)
@given(text=st.text(), name=st.text(min_size=1))
def test_whatever_a_text_holds_is_one_record(form: str, text: str, name: str) -> None:
    odd = event(
        sentence_text=text,
        actors=(replace(LECORNU, identifier_text=name, entity_text=name),),
        location=Location(name, None, Span(0, 1)),
        words=(TextSpan(text, Span(0, 1)),),
        citation=replace(event().citation, id=name, source=text, title=text, publication=name),
    )
    assert COUNTS[form](written(form, odd)) == 1


@every_layout
def test_no_cell_is_outside_the_columns(form: str) -> None:
    full = event(location=PARIS, actors=(LECORNU,), recipients=(REBELS,))
    writer = record_writer_for(form, io.StringIO())
    assert isinstance(writer, RowWriter)
    (pair,) = pairs(full)
    for cells in writer.rows(pair):
        assert cells.keys() <= {*layouts()[form].names}


@every_layout
def test_what_a_layout_keeps_is_something_that_an_event_has(form: str) -> None:
    assert {*layouts()[form].keeps} <= FIELDS.keys()


@every_layout
def test_a_meeting_of_three_is_three_pairs(form: str) -> None:
    meeting = event(actors=(FRANCE, RUSSIA, REBELS), recipients=())
    assert COUNTS[form](written(form, meeting)) == 3


def test_numbers_of_columns_are_those_that_readers_expect() -> None:
    numbers = {name: len(layout.columns) for name, layout in layouts().items()}
    assert numbers == {
        "gdelt": 61,
        "gdelt-mentions": 16,
        "gdelt1": 58,
        "icews": 20,
        "polecat": 40,
        "phoenix": 26,
    }


def test_what_is_lost_is_counted_by_what_it_is() -> None:
    writer = record_writer_for("icews", io.StringIO())
    writer.write(event())
    writer.write(event(status=Status.FUTURE))
    assert writer.left_out == {"future": 1}
    assert writer.lost["condition"] == writer.lost["sentence"] == 1
    assert "outlet" not in writer.lost


def test_a_format_that_is_none_names_those_there_are() -> None:
    with pytest.raises(OutputError, match="there is no format 'xls'; there is table, jsonl"):
        writer_for("xls", io.StringIO())


@pytest.mark.parametrize("form", ["parquet", "arrow"])
def test_bytes_do_not_go_where_only_text_does(form: str) -> None:
    with pytest.raises(OutputError, match="write it to a file"):
        writer_for(form, io.StringIO())


@pytest.mark.parametrize("form", ["csv", "geojson", *layouts()])
def test_a_dictionary_names_every_column(form: str) -> None:
    stream = io.StringIO()
    write_dictionary(form, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert has_dictionary(form)
    assert all(all(row.values()) for row in rows)
    if form in layouts():
        assert [row["column"] for row in rows] == [*layouts()[form].names]


def test_arrow_holds_the_record() -> None:
    (row,) = pa.ipc.open_stream(written("arrow", event(location=PARIS))).read_all().to_pylist()
    expected = event(location=PARIS).to_dict()
    days = {"date": date(2023, 11, 7), "enddate": date(2023, 11, 7), "coded_date": date(2024, 1, 2)}
    assert row["cite_info"].pop("published") == date(2023, 11, 12)
    expected["cite_info"].pop("published")
    assert row == {**expected, **days}
