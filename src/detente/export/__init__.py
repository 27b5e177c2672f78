"""Export: events go out as JSON lines, as CSV, in the formats of others, or as a table for people."""

from detente.export.columns import COLUMNS, Column
from detente.export.delimited import CsvWriter
from detente.export.json_lines import JsonLinesWriter
from detente.export.layouts import Layout, LayoutColumn, layouts
from detente.export.paper import Paper
from detente.export.registry import formats, record_formats, record_writer_for, writer_for
from detente.export.table import TableWriter
from detente.export.writer import EventWriter, RecordWriter, WriterFactory

__all__ = [
    "COLUMNS",
    "Column",
    "CsvWriter",
    "EventWriter",
    "JsonLinesWriter",
    "Layout",
    "LayoutColumn",
    "Paper",
    "RecordWriter",
    "TableWriter",
    "WriterFactory",
    "formats",
    "layouts",
    "record_formats",
    "record_writer_for",
    "writer_for",
]
