"""Values as SQL writes them, for where no parameter can stand or none would reach the files."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(value: object) -> str:
    """A text, or a day, as a literal."""
    return "'" + str(value).replace("'", "''") + "'"


def listed(values: Iterable[object]) -> str:
    """Literals with commas between them."""
    return ", ".join(map(quoted, values))
