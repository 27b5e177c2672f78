"""The API as an ASGI application, and its description as OpenAPI."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from detente.serve.api import corrections, records
from detente.serve.api.bodies import Bodies
from detente.serve.api.forms import MEDIA_TYPES, Form
from detente.serve.api.lists import add_lists
from detente.serve.api.problems import HANDLERS, MEDIA_TYPE
from detente.serve.site import Site
from detente.version import VERSION

_TITLE = "detente"
_TOLD = """
What a ledger of detente holds: who did, said or promised what to whom, with the words it rests on.
The questions are those of the command line, and so are the names of the filters and the records.

* **Versions.** Every answer is of one version of the ledger, which `Detente-Version` names.
  `?version=3` and `?at=2023-11-12` ask an earlier one.
* **Pages.** A list comes in pages of `limit` records. `next` is the cursor of the page that
  follows, and `Link` its address; all pages are of the version of the first.
* **Forms.** JSON, JSON lines or CSV: by the header `Accept`, or by `?format=csv`.
* **Asking again.** An answer has an `ETag`; sent back in `If-None-Match`, it is answered by 304
  as long as nothing has changed.
* **Problems** are `application/problem+json` (RFC 9457): `detail` says what is wrong and what to do.
* **Rights.** Where the server asks for tokens, send `Authorization: Bearer TOKEN`. To read and to
  correct are rights apart.
"""
_TAGS = [
    {"name": "Relations", "description": "The relation of two parties in one answer."},
    {"name": "Lists", "description": "What the ledger holds, filtered, page by page."},
    {"name": "Records", "description": "One record by its id."},
    {"name": "Ledger", "description": "The ledger itself."},
    {"name": "Corrections", "description": "An analyst's word on an event."},
]
_FIRST_PROBLEM = 400
_JSON = MEDIA_TYPES[Form.JSON]


@cache
def examples() -> dict[str, dict[str, Any]]:
    """What was asked of a small ledger and what came, by operation; a test holds it true."""
    text = resources.files("detente.serve.api").joinpath("examples.json").read_text("utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def api_app(site: Site) -> FastAPI:
    """The API of a ledger; what is mounted above has let nobody through who may not read.

    Args:
        site: the ledger and who may do what.
    """
    api = FastAPI(
        title=_TITLE,
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        exception_handlers=dict(HANDLERS),
        generate_unique_id_function=lambda route: route.name,
    )
    api.state.site = site
    add_lists(api.router)
    api.include_router(records.router)
    api.include_router(corrections.router)
    api.add_middleware(Bodies)
    api.openapi = lambda: _description(api)  # type: ignore[method-assign]
    return api


def _description(api: FastAPI) -> dict[str, Any]:
    if api.openapi_schema is None:
        found = get_openapi(
            title=_TITLE,
            version=VERSION,
            summary="A ledger of what states do and say to each other.",
            description=_TOLD.strip(),
            routes=api.routes,
            tags=_TAGS,
            servers=[{"url": "/api/v1"}],
        )
        for methods in found["paths"].values():
            for operation in methods.values():
                _mend(operation)
                _show(operation)
        found["components"]["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer", "description": "Where it is asked for."}
        }
        found["security"] = [{}, {"token": []}]
        api.openapi_schema = found
    return api.openapi_schema


def _show(operation: dict[str, Any]) -> None:
    """An answer of each kind is shown, with what was asked."""
    shown = examples().get(operation["operationId"])
    if shown is not None:
        answer = next(
            operation["responses"][status]
            for status in ("200", "201")
            if status in operation["responses"]
        )
        answer["content"][_JSON]["examples"] = {
            "of a small ledger": {"summary": shown["asked"], "value": shown["answer"]}
        }


def _mend(operation: dict[str, Any]) -> None:
    """Problems come in a form of their own, which FastAPI does not know."""
    for status, answer in operation["responses"].items():
        if int(status) >= _FIRST_PROBLEM and "content" in answer:
            answer["content"] = {MEDIA_TYPE: next(iter(answer["content"].values()))}
