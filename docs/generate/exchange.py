"""Tables of the formats of others: what there is, their columns, what they hold."""

from __future__ import annotations

from collections.abc import Callable

from detente.export.keeping import FIELDS
from detente.export.layouts import Layout, layouts

from .markdown import code, table

_DELIMITERS = {"\t": "tab", ",": "comma"}


def overview(_: str) -> str:
    """The layouts, and how their files are written."""
    rows = [
        (
            code(item.name),
            item.title,
            str(len(item.columns)),
            _DELIMITERS[item.delimiter],
            "yes" if item.header else "no",
            code(item.suffix),
        )
        for item in layouts().values()
    ]
    return table(
        ("Format", "What it is", "Columns", "Between cells", "Header", "Files end in"), rows
    )


def kept(_: str) -> str:
    """What each layout holds of an event."""
    names = list(layouts().values())
    rows = [(field, *(_mark(field, item) for item in names)) for field in FIELDS]
    return table(("Of an event", *(code(item.name) for item in names)), rows)


def _mark(field: str, layout: Layout) -> str:
    return "yes" if field in layout.keeps else "–"


def layout(name: str) -> str:
    """The columns of a layout."""
    rows = [
        (str(number), code(column.name), column.type, column.meaning, column.written)
        for number, column in enumerate(layouts()[name].columns, 1)
    ]
    return table(("", "Column", "Type", "What it holds", "What detente writes"), rows)


BLOCKS: dict[str, Callable[[str], str]] = {
    "layouts": overview,
    "layout-kept": kept,
    "layout": layout,
}
