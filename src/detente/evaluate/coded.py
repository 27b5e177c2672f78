"""The coding that is evaluated: JSON lines as ``detente code --format jsonl`` writes them."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import BinaryIO

from detente.errors import Place, ReferenceDataError
from detente.evaluate.compared import ComparedEvent
from detente.evaluate.fields import Fields, party_codes, party_sectors
from detente.records import DateBasis, Span

STANDARD_INPUT = "-"
_REMEDY = "give the output of 'detente code --format jsonl'"


def coded_events(path: str | Path) -> dict[str, list[ComparedEvent]]:
    """The coded events by article, in the order of the file.

    Args:
        path: a file of one event a line, or ``-`` for standard input.

    Raises:
        ReferenceDataError: it cannot be read, or a line is no event record.
    """
    if str(path) == STANDARD_INPUT:
        return _by_article(sys.stdin.buffer, "<stdin>")
    try:
        with Path(path).open("rb") as file:
            return _by_article(file, str(path))
    except OSError as fault:
        problem = f"cannot be read ({fault.strerror})"
        raise ReferenceDataError(Place(str(path)), problem, _REMEDY) from fault


def _by_article(lines: BinaryIO | Iterable[bytes], source: str) -> dict[str, list[ComparedEvent]]:
    found: defaultdict[str, list[ComparedEvent]] = defaultdict(list)
    for number, line in enumerate(lines, 1):
        if line.strip():
            fields = Fields(_object(line, Place(source, number)), Place(source, number), _REMEDY)
            found[_article(fields)].append(_event(fields))
    return dict(found)


def _object(line: bytes, place: Place) -> Mapping[str, object]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise ReferenceDataError(place, "is not UTF-8", "save it as UTF-8") from fault
    except json.JSONDecodeError as fault:
        raise ReferenceDataError(place, f"is not JSON: {fault.msg}", _REMEDY) from fault
    except RecursionError as fault:
        raise ReferenceDataError(place, "is nested too deeply", _REMEDY) from fault
    if not isinstance(value, dict):
        raise ReferenceDataError(place, "is no JSON object", _REMEDY)
    return value


def _article(fields: Fields) -> str:
    """The id of the article an event is from: as cited, else the stem of its source."""
    citation = fields.inside("cite_info")
    if citation is None:
        raise fields.fault("cite_info", "is missing")
    name = citation.values.get("id")
    if name:
        return str(name)
    return PurePath(citation.text("source") or "").stem


def _event(fields: Fields) -> ComparedEvent:
    actors, recipients = fields.objects("actor"), fields.objects("recipient")
    sources = fields.objects("attribution")
    return ComparedEvent(
        category=_first(fields, "event"),
        mode=_first(fields, "mode"),
        actors=party_codes(actors),
        recipients=party_codes(recipients),
        sectors=party_sectors([*actors, *recipients]),
        status=fields.text("status"),
        days=_days(fields),
        attribution=sources[0].text("code") if sources else None,
        evidence=_evidence(fields),
        text=fields.text("text") or "",
    )


def _first(fields: Fields, name: str) -> str | None:
    if name == "event" and name not in fields.values:
        raise fields.fault(name, "is missing")
    values = fields.items(name)
    if not values:
        return None
    if not isinstance(values[0], str):
        raise fields.fault(name, "must be a list of names")
    return values[0]


def _days(fields: Fields) -> tuple[str, str] | None:
    """The days that the text gives; a date taken from the publication counts as none."""
    first = fields.day("date")
    if first is None or fields.text("date_basis") != DateBasis.TEXT:
        return None
    return first, fields.day("enddate") or first


def _evidence(fields: Fields) -> Span | None:
    place = fields.inside("text_info")
    if place is None:
        return None
    start, end = place.values.get("start"), place.values.get("end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None
