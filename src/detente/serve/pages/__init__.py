"""The pages."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from detente.serve.charts import drawing_script
from detente.serve.guard import SIGN_IN
from detente.serve.pages import data, found, parties
from detente.serve.pages.correcting import correct
from detente.serve.pages.happening import happening, words
from detente.serve.pages.pair import balance, pair, pair_data, timeline
from detente.serve.pages.report import event, report
from detente.serve.pages.signing import sign_in, signed_in, signed_out
from detente.serve.pages.start import start
from detente.serve.pages.trying import blank, tried
from detente.serve.rendering import SCRIPT

_PAIR = "/relations/{first}-{second}"


def page_routes() -> list[BaseRoute]:
    """The addresses of the pages."""
    return [
        Route("/", start),
        Route("/search", found.search),
        Route("/happenings", found.happenings),
        Route("/happenings.{form}", found.happenings_data),
        Route("/happenings/{happening}", happening),
        Route("/happenings/{happening}/words.json", words),
        Route(f"{_PAIR}/timeline.{{form}}", timeline),
        Route(f"{_PAIR}/balance.{{form}}", balance),
        Route(f"{_PAIR}/happenings.{{form}}", pair_data),
        Route(_PAIR, pair),
        Route("/parties", parties.parties),
        Route("/parties/{code}/map.{form}", parties.party_map),
        Route("/parties/{code}", parties.party),
        Route("/actors/{identity}", parties.actor),
        Route("/reports/{key}", report),
        Route("/reports/{key}/events/{event}", correct, methods=["POST"]),
        Route("/events/{event}", event),
        Route("/data", data.data),
        Route("/data/coverage.{form}", data.coverage),
        Route("/data/versions", data.versions),
        Route("/data/rejects", data.rejects),
        Route("/data/corrections", data.corrections),
        Route("/data/codebook", data.codebook),
        Route("/try", blank),
        Route("/try", tried, methods=["POST"]),
        Route(SIGN_IN, sign_in),
        Route(SIGN_IN, signed_in, methods=["POST"]),
        Route("/sign-out", signed_out, methods=["POST"]),
        Route(SCRIPT, drawing_script),
    ]
