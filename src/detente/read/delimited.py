"""CSV and TSV: a header, and one article a row, read a row at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from detente.read.assemble import too_long
from detente.read.columns import Columns, gather, listed
from detente.read.dates import parse_published
from detente.read.decode import text_of
from detente.read.fault import Fault, UnreadableError
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle
from detente.read.row_lines import RowLines, RowTooLongError
from detente.read.rows import Layout, rows

# Spreadsheets of some countries write semicolons or tabs into .csv; the header tells.
_CSV_DELIMITERS = ",;\t"


def read_csv(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of a CSV file; a record's number is that of its row under the header."""
    yield from _read(stream, options, _CSV_DELIMITERS)


def read_tsv(stream: io.BufferedReader, options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of a TSV file, quoted or not."""
    yield from _read(stream, options, "\t")


def _read(
    stream: io.BufferedReader, options: ReadOptions, delimiters: str
) -> Iterator[RawArticle | Fault]:
    lines = RowLines(text_of(stream, options, ""), options.record_limit)
    columns = Columns(options)
    try:
        header = next((line for line in lines if line.strip()), "")
    except RowTooLongError as fault:
        raise too_long(options) from fault
    delimiter, names = _header(header, delimiters, columns)
    places = columns.locate(names)

    def is_row(cells: list[str]) -> bool:
        return _is_vouched_for(cells, places)

    number = 0
    layout = Layout(delimiter, len(names), is_row, too_long(options))
    for number, cells in enumerate(rows(lines, layout), 1):
        if isinstance(cells, UnreadableError):
            yield cells.at(number)
        else:
            yield gather(cells, places, number)
    if not number:
        remedy = "leave it out, or see why it holds no article"
        raise UnreadableError("has a header but no row", remedy)


def _header(line: str, delimiters: str, columns: Columns) -> tuple[str, list[str]]:
    for delimiter in delimiters:
        names = _names(line, delimiter)
        if columns.locate(names)["text"]:
            break
    else:
        has = listed(_names(line, delimiters[0]))
        problem = f"has no column of text: none is called {columns.expected('text')}, only {has}"
        raise UnreadableError(problem, "name the column of the text")
    if columns.unseen:
        problem = f"has no column {listed(columns.unseen)}, only {listed(names)}"
        raise UnreadableError(problem, "check the spelling of the column that was asked for")
    return delimiter, names


def _names(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _is_vouched_for(cells: Sequence[str], places: Mapping[str, Sequence[int]]) -> bool:
    """Whether an id or a date shows that cells are a row and no line of an article."""
    raw = gather(cells, places, None)
    vouched = raw.id is not None or raw.published is not None
    return vouched and _is_like_an_id(raw.id) and _is_like_a_date(raw.published)


def _is_like_an_id(value: object) -> bool:
    text = "" if value is None else str(value)
    return not text or (any(map(str.isdigit, text)) and len(text.split()) == 1)


def _is_like_a_date(value: object) -> bool:
    try:
        return value is None or bool(parse_published(value, day_first=True))
    except UnreadableError:
        return False
