"""Which column or key holds which part of an article."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources

from detente.read.fault import shown
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle

_MANY = 8


class Columns:
    """The names to look for in one source.

    Args:
        options: the names that the user gave stand in place of the usual ones.
    """

    def __init__(self, options: ReadOptions) -> None:
        self._named = options.named_columns
        self._names = dict(usual_names())
        self._names.update({part: (_plain(name),) for part, name in self._named.items()})
        self._unseen = set(self._named)

    @property
    def unseen(self) -> tuple[str, ...]:
        """The names that the user gave and no header or record so far has had."""
        return tuple(self._named[part] for part in self._names if part in self._unseen)

    def locate(self, keys: Sequence[str]) -> dict[str, list[int]]:
        """Where the parts of an article are.

        Args:
            keys: the header, or the keys of a record.

        Returns:
            By part of the article, positions in ``keys``, the best first.
        """
        places: dict[str, int] = {}
        for position, key in enumerate(keys):
            places.setdefault(_plain(key), position)
        found = {
            part: [places[name] for name in names if name in places]
            for part, names in self._names.items()
        }
        self._unseen -= {part for part, positions in found.items() if positions}
        return found

    def expected(self, part: str) -> str:
        """The names looked for, as a message gives them."""
        named = self._named.get(part)
        return shown(named) if named else ", ".join(usual_names()[part])


def gather(
    values: Sequence[object], places: Mapping[str, Iterable[int]], record: int | None
) -> RawArticle:
    """The parts of an article from the values of a record.

    Args:
        values: cells, or values of an object.
        places: as ``Columns.locate`` gives them.
        record: 1-based number of the record, or None.
    """
    return RawArticle(
        record=record,
        text=_first(values, places["text"]),
        published=_first(values, places["published"]),
        title=_first(values, places["title"]),
        id=_first(values, places["id"]),
        url=_first(values, places["url"]),
        publication=_first(values, places["publication"]),
        language=_first(values, places["language"]),
    )


def listed(keys: Sequence[str]) -> str:
    """Names of columns or keys as a message gives them."""
    names = ", ".join(shown(key) for key in keys[:_MANY])
    return names + (", …" if len(keys) > _MANY else "")


@cache
def usual_names() -> dict[str, tuple[str, ...]]:
    """By part of an article, the names it usually goes by, from ``data/columns.toml``."""
    columns = _table()["columns"]
    return {part: tuple(map(_plain, names)) for part, names in columns.items()}


@cache
def language_names() -> Mapping[str, str]:
    """ISO 639-1 codes by other names of a language, from ``data/columns.toml``."""
    return _table()["languages"]


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("detente.data") / "columns.toml").read_text("utf-8"))


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _first(values: Sequence[object], positions: Iterable[int]) -> object:
    for position in positions:
        value = values[position]
        if value is not None and not (isinstance(value, str) and not value.strip()):
            return value
    return None
