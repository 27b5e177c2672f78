"""The reference coding: a folder with one JSON file an article."""

from __future__ import annotations

import json
import re
from pathlib import Path

from detente.errors import Place, ReferenceDataError
from detente.evaluate.compared import ComparedEvent
from detente.evaluate.fields import Fields, party_codes, party_sectors
from detente.records import Span, Status

_REMEDY = "correct the reference file"
_STATUSES = frozenset(str(status) for status in Status)
_BLANK = re.compile(r"[ \t\r\n]*")
_PAIR = 2


def reference_events(folder: Path, only: str = "") -> dict[str, list[ComparedEvent]]:
    """The events of a reference coding, by article.

    Args:
        folder: holds ``<article id>.json`` files.
        only: beginning of the ids to take; empty takes all.

    Raises:
        ReferenceDataError: there is no such file, or one has a fault.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    except OSError as fault:
        problem = f"cannot be read as a folder ({fault.strerror})"
        remedy = "give the folder of the <article id>.json files"
        raise ReferenceDataError(Place(str(folder)), problem, remedy) from fault
    taken = [path for path in paths if path.stem.startswith(only)]
    if not taken:
        problem = f"holds no reference file whose name begins with {only!r}"
        if not only:
            problem = "holds no reference file"
        remedy = "give the folder of the <article id>.json files"
        raise ReferenceDataError(Place(str(folder)), problem, remedy)
    return {path.stem: _events(path) for path in taken}


def _events(path: Path) -> list[ComparedEvent]:
    text = _text(path)
    place = Place(str(path))
    try:
        document = json.loads(text)
    except json.JSONDecodeError as fault:
        problem = f"is not JSON: {fault.msg}"
        raise ReferenceDataError(Place(str(path), fault.lineno), problem, _REMEDY) from fault
    except RecursionError as fault:
        raise ReferenceDataError(place, "is nested too deeply", _REMEDY) from fault
    values = document.get("events") if isinstance(document, dict) else None
    if not isinstance(values, list):
        raise ReferenceDataError(place, "has no list of 'events'", _REMEDY)
    lines = _item_lines(text, "events")
    return [
        _event(value, Place(str(path), line)) for value, line in zip(values, lines, strict=True)
    ]


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        problem = f"cannot be read ({fault.strerror})"
        raise ReferenceDataError(Place(str(path)), problem, "check the file") from fault
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise ReferenceDataError(
            Place(str(path), line), "is not UTF-8", "save it as UTF-8"
        ) from fault


def _event(value: object, place: Place) -> ComparedEvent:
    if not isinstance(value, dict):
        raise ReferenceDataError(place, "the event is no object", _REMEDY)
    fields = Fields(value, place, _REMEDY)
    actors, recipients = _parties(fields, "actors"), _parties(fields, "recipients")
    source = fields.inside("attribution")
    return ComparedEvent(
        category=fields.required("type"),
        mode=fields.text("mode"),
        actors=party_codes(actors),
        recipients=party_codes(recipients),
        sectors=party_sectors([*actors, *recipients]),
        status=_status(fields),
        days=_days(fields),
        attribution=source.text("code") if source else None,
        evidence=_evidence(fields),
    )


def _parties(fields: Fields, name: str) -> list[Fields]:
    if name not in fields.values:
        raise fields.fault(name, "is missing (write [] where there is nobody)")
    return fields.objects(name)


def _status(fields: Fields) -> str:
    status = fields.required("status")
    if status not in _STATUSES:
        raise fields.fault("status", f"is {status!r}, not one of {', '.join(sorted(_STATUSES))}")
    return status


def _days(fields: Fields) -> tuple[str, str] | None:
    days = fields.items("date")
    if not days:
        return None
    if len(days) != _PAIR:
        raise fields.fault("date", "must hold the first and the last possible day, or be null")
    first, last = (fields.checked_day("date", day) for day in days)
    if last < first:
        raise fields.fault("date", f"ends on {last}, before it begins on {first}")
    return first, last


def _evidence(fields: Fields) -> Span | None:
    numbers = fields.items("evidence")
    if not numbers:
        return None
    offsets = [number for number in numbers if isinstance(number, int)]
    if len(numbers) != _PAIR or len(offsets) != _PAIR:
        raise fields.fault("evidence", "must hold a start and an end in characters")
    return Span(*offsets)


def _item_lines(text: str, key: str) -> list[int]:
    """The lines at which the items of a list begin.

    Args:
        text: a JSON object that is known to be sound, and to hold the list.
        key: the list's name.
    """
    decode, found = json.JSONDecoder().raw_decode, list[int]()
    place, name = _after_blank(text, 0), ""
    while text[place] != "}":
        name, place = decode(text, _after_blank(text, place + 1))
        place = _after_blank(text, _after_blank(text, place) + 1)
        if name == key:
            found = _starts(text, place)
        place = _after_blank(text, decode(text, place)[1])
    return found


def _starts(text: str, bracket: int) -> list[int]:
    decode, found = json.JSONDecoder().raw_decode, list[int]()
    place = _after_blank(text, bracket + 1)
    while text[place] != "]":
        found.append(text.count("\n", 0, place) + 1)
        place = _after_blank(text, decode(text, place)[1])
        if text[place] == ",":
            place = _after_blank(text, place + 1)
    return found


def _after_blank(text: str, place: int) -> int:
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place
