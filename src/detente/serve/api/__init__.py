"""The API under ``/api/v1``: the questions of a ledger over HTTP."""

from __future__ import annotations

from fastapi import FastAPI

from detente.ledger import Ledger
from detente.serve.api import corrections, lists, pairs, reports, versions
from detente.serve.api.problems import HANDLERS
from detente.serve.api.source import Source
from detente.serve.reading import Readers
from detente.version import VERSION

_ABOUT = """
The questions that `detente.Ledger` and the command line answer. Lists come in pages: `next` of one is
the `cursor` of the following, and all pages of a list are read from one version of the ledger.
Every answer has an entity tag and the version it was read from; `version` and `at` read an earlier one.
What cannot be answered comes as problem+json that says what is wrong and what to do.
"""


def api_app(readers: Readers, writer: Ledger) -> FastAPI:
    """The API of a ledger.

    Args:
        readers: the ledger, asked by many threads at once.
        writer: the ledger, to correct; what is mounted above lets through who may.
    """
    api = FastAPI(
        title="detente",
        version=VERSION,
        summary="What states, and the people who act for them, do and say to each other.",
        description=_ABOUT,
        docs_url=None,  # its page comes from other hosts
        redoc_url=None,
        exception_handlers=dict(HANDLERS),
    )
    api.state.source = Source(readers, writer)
    for part in (lists, pairs, reports, corrections, versions):
        api.include_router(part.router())
    return api
