"""From JSON values to the parts of articles; shared by the formats that hold JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from detente.read.columns import Columns, gather, listed
from detente.read.fault import Fault, UnreadableError, shown
from detente.read.options import ReadOptions
from detente.read.reader import RawArticle


def parse(text: str) -> Any:
    """The value of JSON text; numbers that are none (NaN) count as missing.

    Raises:
        UnreadableError: it is no JSON, or nested too deep to be an article.
    """
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as fault:
        line = f"line {fault.lineno}, " if "\n" in text.strip() else ""
        problem = f"broken JSON at {line}character {fault.colno} ({fault.msg.lower()})"
        raise UnreadableError(problem, "mend it there; text in JSON needs escapes") from fault
    except (ValueError, RecursionError) as fault:
        problem = "holds JSON that is nested too deep, or a number that is too long"
        raise UnreadableError(problem, "keep only the fields of the article") from fault


def gather_objects(
    values: Iterable[tuple[int | None, object] | Fault], options: ReadOptions
) -> Iterator[RawArticle | Fault]:
    """The parts of articles from JSON values.

    Args:
        values: pairs of record number and value; faults are passed on.
        options: what the user said about the input.

    Raises:
        UnreadableError: at the end, if no record had a key that the user named.
    """
    columns = Columns(options)
    records = 0
    for item in values:
        if isinstance(item, Fault):
            yield item
            continue
        records += 1
        yield _gather_object(*item, columns)
    if records and columns.unseen:
        problem = f"no record has the key {listed(columns.unseen)} that was asked for"
        raise UnreadableError(problem, "check its spelling")


def _gather_object(record: int | None, value: object, columns: Columns) -> RawArticle | Fault:
    if not isinstance(value, dict):
        problem = f"is {shown(value)} where an article in {{...}} is expected"
        return Fault(record, problem, "give each article as one JSON object")
    keys = list(value)
    places = columns.locate(keys)
    if not places["text"]:
        has = f"only {listed(keys)}" if keys else "no key at all"
        problem = f"has no text: no key {columns.expected('text')}, {has}"
        return Fault(record, problem, "name the key of the text")
    return gather(list(value.values()), places, record)
