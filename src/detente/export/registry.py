"""Which writer serves which format; other packages add theirs as entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TextIO, cast

from detente.errors import OutputError
from detente.export.writer import EventWriter, RecordWriter, WriterFactory

GROUP = "detente.writers"
TABLE, JSONL, CSV = "table", "jsonl", "csv"

# Loaded when first used, since some need libraries that are extras.
_BUILT_IN = {
    name: EntryPoint(name, f"detente.export.{place}", GROUP)
    for name, place in (
        (TABLE, "table:TableWriter"),
        (JSONL, "json_lines:JsonLinesWriter"),
        (CSV, "delimited:CsvWriter"),
        ("gdelt", "gdelt:GdeltWriter"),
        ("gdelt-mentions", "gdelt:MentionsWriter"),
        ("gdelt1", "gdelt:Gdelt1Writer"),
        ("icews", "icews:IcewsWriter"),
        ("polecat", "polecat:PolecatWriter"),
        ("phoenix", "phoenix:PhoenixWriter"),
        ("geojson", "geojson:GeoJsonWriter"),
        ("parquet", "arrow:ParquetWriter"),
        ("arrow", "arrow:ArrowWriter"),
    )
}


def formats() -> tuple[str, ...]:
    """Every format of output: the table for people, then those for programs."""
    return (*_BUILT_IN, *sorted(added().keys() - _BUILT_IN.keys()))


def record_formats() -> tuple[str, ...]:
    """The formats for programs."""
    return tuple(name for name in formats() if name != TABLE)


def writer_for(form: str, stream: TextIO) -> EventWriter:
    """The writer of a format.

    Args:
        form: the format.
        stream: where to write; the table takes its width and colours from it where it is a
            terminal.

    Raises:
        OutputError: there is no such format, an added one does not load, or the stream takes
            only text.
        MissingExtraError: the format needs a library that is not installed.
    """
    point = _BUILT_IN.get(form) or added().get(form)
    if point is None:
        raise OutputError(f"there is no format {form!r}; there is {', '.join(formats())}")
    try:
        factory = cast("WriterFactory", point.load())
    except (ImportError, AttributeError) as fault:
        problem = f"the writer of {form} does not load ({' '.join(str(fault).split())})"
        raise OutputError(f"{problem}; install the package that it needs") from fault
    return factory(stream)


def record_writer_for(form: str, stream: TextIO) -> RecordWriter:
    """The writer of a format for programs; arguments and errors are those of ``writer_for``."""
    if form == TABLE:
        raise OutputError(f"a table is for people; there is {', '.join(record_formats())}")
    return cast("RecordWriter", writer_for(form, stream))


@cache
def added() -> dict[str, EntryPoint]:
    """The writers that installed packages add, by name of the format in lower case."""
    return {point.name.lower(): point for point in entry_points(group=GROUP)}
