"""Names of a row: given once, and shared with another row only where that is stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.lexicon.lint.csv_table import Row
from detente.lexicon.lint.fault import Fault
from detente.lexicon.lint.periods import overlap
from detente.lexicon.names import folded_name, tokens


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the row that gives it."""

    name: str
    row: Row

    @property
    def code(self) -> str:
        """Code of whom it names."""
        return self.row["code"]


def key(name: str) -> str:
    """A name as it is looked up: without case, diacritics and possessive endings."""
    return " ".join(folded_name(name))


def repeated_names(row: Row, names: Iterable[str]) -> Iterator[Fault]:
    """Names of a row that are found under another of them already.

    Names that differ in capitals are two, since capitals decide what a text may write.
    """
    seen: dict[tuple[tuple[str, bool, bool], ...], str] = {}
    for name in names:
        form = tuple((token.fold, token.capital, token.upper) for token in tokens(name))
        if not form:
            yield row.fault(f"{name!r} has no word in it")
        elif form in seen:
            yield row.fault(f"{name!r} is found under {seen[form]!r} already; leave it out")
        seen.setdefault(form, name)


def shared_names(found: Iterable[Named], stated: dict[str, frozenset[str]]) -> Iterator[Fault]:
    """Names that two rows give.

    Args:
        found: all names.
        stated: codes that a name can rightly have, by key.
    """
    by_key: dict[str, list[Named]] = defaultdict(list)
    for item in found:
        by_key[key(item.name)].append(item)
    for name, items in by_key.items():
        for index, item in enumerate(items):
            earlier = [other for other in items[:index] if other.row is not item.row]
            clash = next(
                (other for other in earlier if _clash(item, other, stated.get(name))), None
            )
            if clash is not None:
                yield _fault(item, clash)


def _clash(item: Named, other: Named, stated: frozenset[str] | None) -> bool:
    if item.code != other.code:
        return stated is None or not {item.code, other.code} <= stated
    return overlap(_period(item.row), _period(other.row))


def _period(row: Row) -> tuple[str, str]:
    return row.values.get("start", ""), row.values.get("end", "")


def _fault(item: Named, other: Named) -> Fault:
    place = f"{other.row.name} ({other.row.place})"
    if item.code != other.code:
        return item.row.fault(
            f"{item.name!r} is {item.code} here and {other.code} in {place};"
            " list both in ambiguous_names.csv"
        )
    return item.row.fault(f"{item.name!r} is also {place} in the same years")
