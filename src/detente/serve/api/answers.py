"""How an answer goes out: its version and tag, and nothing at all to who has it already."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from detente.errors import LedgerError
from detente.ledger import Ledger
from detente.ledger.paging import Bookmark
from detente.serve.api.forms import MEDIA_TYPES, Form
from detente.serve.api.problems import ApiError
from detente.serve.cursors import Cursor, question_digest
from detente.serve.questions import OfVersion
from detente.serve.site import site_of
from detente.version import VERSION

Record = dict[str, Any]
_UNCHANGED, _NOT_FOUND = 304, 404
_JSON = MEDIA_TYPES[Form.JSON]
_BOUND = frozenset(("cursor", "version", "at"))


@dataclass(frozen=True, slots=True)
class Rows:
    """Some records, as every form can write them.

    Args:
        records: gives the records as JSON has them.
        header: gives the names of the columns of CSV.
        cells: gives the rows of CSV.
        last: the last of them, where others follow; None where the list ends.
    """

    records: Callable[[], Iterable[Record]]
    header: Callable[[], Iterable[str]]
    cells: Callable[[], Iterable[Iterable[Any]]]
    last: Bookmark | None


@contextmanager
def asked_ledger(
    request: Request, asked: OfVersion, cursor: Cursor | None = None
) -> Iterator[Ledger]:
    """The ledger as the version that is asked for has it.

    Args:
        request: what is answered.
        asked: names the version.
        cursor: where a list goes on, or None.

    Raises:
        ApiError: there is no such version.
        QuestionError: two are named, or the time is none.
    """
    version, time = asked.bound(cursor)
    site = site_of(request)
    with ExitStack() as lending:
        try:
            ledger = lending.enter_context(site.readers.reading(version=version, time=time))
        except LedgerError as fault:
            if (version is None and time is None) or not site.has_ledger:
                raise
            told = f"The ledger has no version {version if time is None else f'up to {asked.at}'}"
            raise ApiError(
                _NOT_FOUND, "unknown-version", f"{told}; /api/v1/history lists those it has."
            ) from fault
        yield ledger


def tag_of(request: Request, ledger: Ledger, form: Form, *, is_of_today: bool = False) -> str:
    """The tag of an answer: the same only where the answer is.

    Args:
        request: what is answered.
        ledger: bound to the version.
        form: the form of the answer.
        is_of_today: whether the answer counts days to this one.
    """
    run = ledger.snapshot().run
    made = run.time.isoformat() if run else ""
    asked = sorted(request.query_params.multi_items())
    today = datetime.now(UTC).date().isoformat() if is_of_today else ""
    digest = question_digest(
        VERSION, ledger.version, made, request.url.path, asked, str(form), today
    )
    return f'W/"{ledger.version}-{digest}"'


def unchanged(request: Request, ledger: Ledger, tag: str) -> Response | None:
    """The answer to who has it already; None to all others.

    Args:
        request: what is answered.
        ledger: bound to the version.
        tag: of the answer.
    """
    had = request.headers.get("if-none-match", "")
    tags = {item.strip().removeprefix("W/") for item in had.split(",")}
    if "*" in tags or tag.removeprefix("W/") in tags:
        return Response(status_code=_UNCHANGED, headers=_headers(ledger.version, tag))
    return None


def document(content: Any, ledger: Ledger, tag: str) -> Response:
    """An answer that is one record.

    Args:
        content: ready for ``json.dumps``.
        ledger: bound to the version.
        tag: of the answer.
    """
    return Response(_json(content), headers=_headers(ledger.version, tag), media_type=_JSON)


def listed(
    request: Request, rows: Rows, form: Form, cursor: str | None, ledger: Ledger, tag: str
) -> Response:
    """An answer that is a page of records.

    Args:
        request: what is answered.
        rows: the records.
        form: in which they come.
        cursor: where the list goes on; None where it ends.
        ledger: bound to the version.
        tag: of the answer.
    """
    headers = _headers(ledger.version, tag)
    if cursor is not None:
        kept = [item for item in request.query_params.multi_items() if item[0] not in _BOUND]
        query = urlencode([*kept, ("cursor", cursor)], errors="replace")
        headers["link"] = f'<{request.url.path}?{query}>; rel="next"'
    if form is Form.CSV:
        name = request.url.path.rpartition("/")[2]
        told = f'attachment; filename="{name}-v{ledger.version}.csv"'
        headers["content-disposition"] = told
        content = _csv(rows)
    elif form is Form.JSONL:
        content = b"".join(_json(record) + b"\n" for record in rows.records())
    else:
        page = {"version": ledger.version, "items": list(rows.records()), "next": cursor}
        content = _json(page)
    return Response(content, headers=headers, media_type=MEDIA_TYPES[form])


def _headers(version: int, tag: str) -> dict[str, str]:
    return {"etag": tag, "vary": "accept", "detente-version": str(version)}


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _csv(rows: Rows) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.header())
    writer.writerows(rows.cells())
    return stream.getvalue().encode("utf-8", "replace")


def flat_cell(value: Any) -> Any:
    """A value of a record as a cell of CSV: lists of texts are joined, what is nested is JSON."""
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return ";".join(str(item).replace(";", ",") for item in value)
    return value
