"""Export: events go out as JSON lines, as CSV, or as a table for people."""

from detente.export.columns import COLUMNS, Column
from detente.export.delimited import CsvWriter
from detente.export.json_lines import JsonLinesWriter
from detente.export.paper import Paper
from detente.export.table import TableWriter
from detente.export.writer import EventWriter, OutputFormat, writer_for

__all__ = [
    "COLUMNS",
    "Column",
    "CsvWriter",
    "EventWriter",
    "JsonLinesWriter",
    "OutputFormat",
    "Paper",
    "TableWriter",
    "writer_for",
]
