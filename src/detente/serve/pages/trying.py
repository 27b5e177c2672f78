"""A text of the visitor's own, coded and explained, and kept nowhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from detente.errors import ArticleError, CodingError, DetenteError, ModelError
from detente.export.explained import Line, explained
from detente.read import ReadOptions, articles
from detente.records import Article, Event, Reject
from detente.serve.forms import Upload, own_form_with_file
from detente.serve.marking import Piece, pieces
from detente.serve.site import site_of
from detente.serve.wording import sentence

_LONGEST, _MOST = 40_000, 5
_UNFIT = 400
# The name of a file is the visitor's; of it, only one of these endings is used.
_SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".csv")
_EXAMPLE = (
    "PARIS - France is ready to resume talks with Russia if the shelling stops, its foreign"
    " minister said on Monday. Moscow denied that it had attacked the port."
)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a text.

    Args:
        article: the text.
        pieces: the text in pieces.
        events: its events, each with what it rests on.
        silences: clauses that looked like acts and gave none, with the reason.
    """

    article: Article
    pieces: tuple[Piece, ...]
    events: tuple[tuple[Event, tuple[Line, ...]], ...]
    silences: tuple[tuple[str, str], ...]

    @property
    def quads(self) -> Mapping[str, int]:
        """Quad codes by id of the event."""
        return {event.id: event.quad_code for event, _ in self.events}


def blank(request: Request) -> Response:
    """The form for a text."""
    today = datetime.now(UTC).date().isoformat()
    return _page(request, {"text": _EXAMPLE, "published": today})


async def tried(request: Request) -> Response:
    """What comes of the text that was sent."""
    form, file = await own_form_with_file(request)
    return await run_in_threadpool(_answer, request, form, file)


def _answer(request: Request, form: Mapping[str, str], file: Upload | None) -> Response:
    rejects: list[Reject] = []
    try:
        found = list(_read(file, form, rejects)) if file else [_pasted(form)]
        results = [_tried(request, article) for article in found]
    except DetenteError as problem:
        return _page(request, form, fault=sentence(problem), status=_UNFIT)
    fault = "; ".join(f"{item.problem}, {item.remedy}" for item in rejects[:_MOST])
    if not results and not fault:
        fault = "There is no report in it."
    return _page(request, form, results=results, fault=fault)


def _pasted(form: Mapping[str, str]) -> Article:
    text = form.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        raise ArticleError("Paste a text or choose a file")
    return _bounded(Article("pasted", text, form.get("published") or None))


def _read(file: Upload, form: Mapping[str, str], rejects: list[Reject]) -> Iterator[Article]:
    suffix = next((item for item in _SUFFIXES if file.name.lower().endswith(item)), ".txt")
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        path = Path(folder) / f"report{suffix}"
        path.write_bytes(file.content)
        options = ReadOptions(published=form.get("published") or None)
        found = articles(str(path), options=options, on_reject=rejects.append)
        for article in islice(found, _MOST):
            yield _bounded(article)


def _bounded(article: Article) -> Article:
    if len(article.text) > _LONGEST:
        raise ArticleError(f"A text may have {_LONGEST:,} characters here; use detente code")
    return article


def _tried(request: Request, article: Article) -> Tried:
    try:
        coding = site_of(request).explainer.coding(article)
    except (ModelError, CodingError) as fault:
        raise ArticleError(str(fault)) from fault
    return Tried(
        article,
        tuple(pieces(article.text, coding.events, ())),
        tuple((event, tuple(explained(article, event))) for event in coding.events),
        tuple((silence.text, silence.reason) for silence in coding.silences),
    )


def _page(
    request: Request,
    form: Mapping[str, str],
    *,
    results: list[Tried] | None = None,
    fault: str = "",
    status: int = 200,
) -> Response:
    return site_of(request).page(
        request, "try.html", status, form=form, results=results or [], fault=fault
    )
