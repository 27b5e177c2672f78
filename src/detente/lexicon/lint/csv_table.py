"""A CSV table whose rows know their lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.lexicon.lint.fault import Fault


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Args:
        file: the table's path below the data folder.
        line: 1-based line on which it ends.
        name: its id, or its name.
        values: its fields by column.
    """

    file: str
    line: int
    name: str
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def parts(self, column: str) -> list[str]:
        """The parts of a field that holds several."""
        field = self.values[column]
        return field.split("|") if field else []

    def fault(self, reason: str) -> Fault:
        """A fault of the row."""
        return Fault(self.file, self.line, self.name, reason)

    @property
    def place(self) -> str:
        """Where it stands, for a fault of another row."""
        return f"{self.file}:{self.line}"


def csv_table(file: str, text: str, columns: Sequence[str]) -> Iterator[Row | Fault]:
    """The rows of a table that can be read, and a fault for each that cannot.

    Args:
        file: the table's path below the data folder.
        text: what it holds.
        columns: the columns it must have, in order.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = next(reader, [])
    if header != list(columns):
        yield Fault(file, 1, "", f"the header must be {','.join(columns)}")
        return
    try:
        for fields in reader:
            if len(fields) == len(columns):
                yield _row(file, reader.line_num, dict(zip(columns, fields, strict=True)))
            else:
                message = f"{len(fields)} fields where the header has {len(columns)}"
                yield Fault(file, reader.line_num, fields[0] if fields else "", message)
    except csv.Error as fault:
        yield Fault(file, reader.line_num, "", f"no CSV: {fault}")


def _row(file: str, line: int, values: dict[str, str]) -> Row:
    return Row(file, line, values.get("id") or values.get("name") or values.get("code", ""), values)


def blemishes(row: Row, needed: Sequence[str]) -> Iterator[Fault]:
    """Fields that are empty or untidy.

    Args:
        row: the row.
        needed: columns that may not be empty.
    """
    for column in needed:
        if not row[column]:
            yield row.fault(f"no {column}")
    for column, value in row.values.items():
        parts = value.split("|")
        if any(part != " ".join(part.split()) for part in parts):
            yield row.fault(f"{column} has spaces too many")
        elif len(parts) > 1 and not all(parts):
            yield row.fault(f"{column} has an empty part between its bars")
