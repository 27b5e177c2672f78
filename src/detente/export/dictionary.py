"""What the columns of a format hold, for a data dictionary beside a file."""

from __future__ import annotations

import csv
from typing import TextIO

from detente.export.columns import COLUMNS
from detente.export.layouts import layouts

_HEADER = ("column", "type", "meaning", "what detente writes")
_FLAT = ("csv", "geojson")


def write_dictionary(form: str, stream: TextIO) -> None:
    """Write the dictionary of a format as CSV.

    Args:
        form: the format.
        stream: where to write; a file must be opened with ``newline=""``.
    """
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(_HEADER)
    if form in _FLAT:
        rows.writerows((column.name, "text", column.meaning, column.meaning) for column in COLUMNS)
        return
    for column in layouts()[form].columns:
        rows.writerow((column.name, column.type, column.meaning, column.written))


def has_dictionary(form: str) -> bool:
    """Whether a format is a table whose columns need explaining."""
    return form in _FLAT or form in layouts()
