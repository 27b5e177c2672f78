"""What a page shows, as data to take away."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from detente.ledger import Answer, Filter
from detente.serve.site import site_of

_AT_A_TIME = 200
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def export(request: Request, wanted: Filter) -> Response:
    """Happenings as data, all of them, in the form that the address names.

    Args:
        request: what it answers; its path has a ``form``.
        wanted: which.

    Raises:
        HTTPException: there is no such form.
    """
    form = request.path_params["form"]
    if form not in _TYPES:
        raise HTTPException(404)
    # A ledger of its own: whoever takes long to read keeps no page waiting.
    answer = site_of(request).readers.ledger.pinned().happenings(wanted)
    headers = {"content-disposition": f'attachment; filename="happenings.{form}"'}
    if form == "parquet":
        return _parquet(answer, headers)
    lines = _csv(answer) if form == "csv" else _jsonl(answer)
    return StreamingResponse(lines, headers=headers, media_type=_TYPES[form])


def _parquet(answer: Answer, headers: dict[str, str]) -> Response:
    folder = Path(tempfile.mkdtemp(prefix="detente-"))
    path = folder / "happenings.parquet"
    try:
        answer.write_parquet(path)
    except Exception:
        shutil.rmtree(folder)
        raise
    removal = BackgroundTask(shutil.rmtree, folder)
    return FileResponse(path, headers=headers, media_type=_TYPES["parquet"], background=removal)


def _jsonl(answer: Answer) -> Iterator[bytes]:
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in answer)
    yield from _in_blocks(lines)


def _csv(answer: Answer) -> Iterator[bytes]:
    yield from _in_blocks(_csv_lines(answer))


def _csv_lines(answer: Answer) -> Iterator[str]:
    stream = io.StringIO(newline="")
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(answer.flat.names)
    for row in answer.flat.tuples():
        rows.writerow(row)
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()
    yield stream.getvalue()


def _in_blocks(lines: Iterator[str]) -> Iterator[bytes]:
    block: list[str] = []
    for line in lines:
        block.append(line)
        if len(block) == _AT_A_TIME:
            yield "".join(block).encode("utf-8", "replace")
            block.clear()
    yield "".join(block).encode("utf-8", "replace")
