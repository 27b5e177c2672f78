"""The rows of a delimited text, where a broken one costs only itself."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.read.fault import UnreadableError
from detente.read.row_lines import RowLines, RowTooLongError

_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of a table are written.

    Args:
        delimiter: the character between cells.
        width: number of cells.
        is_row: whether cells are surely those of a row, not of a line of running text.
        too_long: what is wrong with a row that is too long.
    """

    delimiter: str
    width: int
    is_row: Callable[[list[str]], bool]
    too_long: UnreadableError


def rows(lines: RowLines, layout: Layout) -> Iterator[list[str] | UnreadableError]:
    """The rows of a table, blank ones left out, and an error in place of each broken one.

    Args:
        lines: those after the header.
        layout: how the rows are written.
    """
    # The module's own limit is one for the whole process and too small for an article; raising
    # it harms nobody, and the length of rows is watched by the lines.
    csv.field_size_limit(max(csv.field_size_limit(), lines.limit + 1))
    reader = csv.reader(lines, delimiter=layout.delimiter, strict=True)
    while (cells := _next(reader, lines, layout)) is not None:
        if isinstance(cells, UnreadableError) or any(map(str.strip, cells)):
            yield cells


def _next(
    reader: Iterator[list[str]], lines: RowLines, layout: Layout
) -> list[str] | UnreadableError | None:
    lines.begin_row()
    start = lines.number + 1
    try:
        cells = next(reader, None)
    except csv.Error:
        return _mend(lines, layout, start, ended=lines.end_row())
    except RowTooLongError:
        return _mend(lines, layout, start, ended=False)
    if cells is None or not any(cells) or len(cells) == layout.width:
        return cells
    if _has_swallowed(lines, layout):
        return _mend(lines, layout, start, ended=True)
    return _misfit(len(cells), layout.width, start)


def _mend(
    lines: RowLines, layout: Layout, start: int, *, ended: bool
) -> list[str] | UnreadableError:
    plain = lines.row[0].rstrip("\r\n").split(layout.delimiter)
    if layout.delimiter == "\t" and len(plain) == layout.width and lines.is_first_whole:
        # Many TSV files know no quoting: a quotation mark is part of the text there.
        lines.keep_first()
        return plain
    if _has_swallowed(lines, layout):
        lines.keep_first()
    elif not ended:
        lines.skip_row()
        return layout.too_long
    return _broken(start, lines.number)


def _has_swallowed(lines: RowLines, layout: Layout) -> bool:
    """Whether the lines after the first of a row look like rows that a stray mark swallowed."""
    sample = [_cells(line, layout.delimiter) for line in lines.row[1 : _SAMPLE + 1]]
    fitting = [len(cells) == layout.width and layout.is_row(cells) for cells in sample]
    return bool(fitting) and fitting[0] and 2 * sum(fitting) > len(fitting)


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _broken(start: int, end: int) -> UnreadableError:
    where = f"line {start}" if start == end else f"lines {start} to {end}"
    problem = f"broken row on {where}: its quotation marks do not pair"
    return UnreadableError(problem, "put the text in quotation marks and double those inside it")


def _misfit(cells: int, width: int, line: int) -> UnreadableError:
    problem = f"row with {cells} cells on line {line}, where the header has {width}"
    return UnreadableError(problem, "put cells that hold the delimiter in quotation marks")
