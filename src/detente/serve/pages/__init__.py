"""The pages."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from detente.serve.charts import drawing_script
from detente.serve.pages.correcting import correct
from detente.serve.pages.pair import balance, pair, pair_data, timeline
from detente.serve.pages.report import event, report
from detente.serve.pages.start import start
from detente.serve.rendering import SCRIPT

_PAIR = "/relations/{first}-{second}"


def page_routes() -> list[BaseRoute]:
    """The addresses of the pages."""
    return [
        Route("/", start),
        Route(SCRIPT, drawing_script),
        Route(f"{_PAIR}/timeline.{{form}}", timeline),
        Route(f"{_PAIR}/balance.{{form}}", balance),
        Route(f"{_PAIR}/happenings.{{form}}", pair_data),
        Route(_PAIR, pair),
        Route("/reports/{key}", report),
        Route("/reports/{key}/events/{event}", correct, methods=["POST"]),
        Route("/events/{event}", event),
    ]
