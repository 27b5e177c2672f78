"""The list of what is watched, and in which manner: ``SOURCES.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from detente.errors import Place, WatchError
from detente.watch.address import host_and_port, is_web


@dataclass(frozen=True, slots=True)
class Source:
    """One feed or site map.

    Args:
        address: where it is; a host named here may be one of the own network.
        outlet: name of the outlet; None takes the one the page or the feed gives.
        language: ISO 639-1 code of reports that name none.
        every: minutes between two looks.
        only: pattern that addresses of reports must hold, or None.
        days: entries older than this are left alone.
        pages: whether the page of each entry is fetched; False takes the text of the feed.
    """

    address: str
    outlet: str | None = None
    language: str = "en"
    every: float = 30.0
    only: str | None = None
    days: float = 7.0
    pages: bool = True

    @property
    def own(self) -> tuple[str, int]:
        """Host and port that the list names, lower case."""
        return host_and_port(self.address)


@dataclass(frozen=True, slots=True)
class Manner:
    """How hosts are asked.

    Args:
        contact: address of a page or mailbox by which a host's owner can reach the user.
        pace: seconds between two requests to one host; more where its robots.txt asks for it.
        timeout: seconds that one request may take in all.
        bytes: longest page, feed or site map, unpacked.
        redirects: most redirects of one request.
        attempts: how often a page is tried before it is given up.
        reports: most new reports of a source in one look; the newest go first.
    """

    contact: str = ""
    pace: float = 5.0
    timeout: float = 30.0
    bytes: int = 10_000_000
    redirects: int = 5
    attempts: int = 5
    reports: int = 100


@dataclass(frozen=True, slots=True)
class Sources:
    """What is watched, and how."""

    sources: tuple[Source, ...]
    manner: Manner


def read_sources(path: str | Path) -> Sources:
    """Read a list of sources.

    Args:
        path: the TOML file.

    Raises:
        WatchError: it cannot be read, or an entry is wrong.
    """
    table = _table(Path(path))
    place = str(path)
    entries = table.pop("source", [])
    if not isinstance(entries, list) or not entries:
        raise _wrong(place, None, "names no source", "add [[source]] with an address")
    manner = _made(Manner, table, place, None)
    sources = tuple(_source(entry, place, number) for number, entry in enumerate(entries, 1))
    doubled = {
        item.address for item in sources if sum(item.address == i.address for i in sources) > 1
    }
    if doubled:
        raise _wrong(place, None, f"names {min(doubled)} twice", "take one of them out")
    if (
        not manner.contact.strip()
        or not manner.contact.isascii()
        or not manner.contact.isprintable()
    ):
        remedy = 'add contact = "https://..." or a mail address at the top'
        raise _wrong(
            place,
            None,
            "does not say who asks: no contact, or one with letters that no request can hold",
            remedy,
        )
    return Sources(sources, manner)


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise _wrong(
            str(path), None, f"cannot be read ({fault.strerror})", "check the path"
        ) from fault
    except ValueError as fault:
        raise _wrong(str(path), None, f"is no TOML ({fault})", "mend it there") from fault


def _source(entry: object, place: str, number: int) -> Source:
    if not isinstance(entry, dict) or "address" not in entry:
        raise _wrong(place, number, "a source without address", 'add address = "https://..."')
    source = _made(Source, entry, place, number)
    if not is_web(source.address):
        problem = f"{source.address!r} is no web address"
        raise _wrong(place, number, problem, "write it as https://example.org/feed.xml")
    try:
        re.compile(source.only or "")
    except re.error as fault:
        problem = f"only = {source.only!r} is no pattern ({fault})"
        raise _wrong(place, number, problem, "write a regular expression") from fault
    return source


Kind = TypeVar("Kind", Source, Manner)


def _made(kind: type[Kind], table: Mapping[str, object], place: str, number: int | None) -> Kind:
    """The settings of a table, checked; those that are not there keep their defaults."""
    known = {item.name: item for item in fields(kind)}
    given: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            remedy = f"take it out; there are {', '.join(known)}"
            raise _wrong(place, number, f"unknown setting {name!r}", remedy)
        given[name] = _value(name, str(known[name].type), value, place, number)
    return kind(**given)


def _value(name: str, kind: str, value: object, place: str, number: int | None) -> object:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "float" and is_number and float(str(value)) >= 0:
        return float(str(value))
    if kind == "int" and isinstance(value, int) and is_number and value >= 1:
        return value
    if kind == "bool" and isinstance(value, bool):
        return value
    if kind.startswith("str") and isinstance(value, str):
        return value
    wanted = {"float": "a number", "int": "a number from 1 up", "bool": "true or false"}
    problem = f"{name} = {value!r} is not {wanted.get(kind, 'text')}"
    raise _wrong(place, number, problem, "give it as such")


def _wrong(place: str, number: int | None, problem: str, remedy: str) -> WatchError:
    return WatchError(Place(place, number), problem, remedy)
