"""Answers to what cannot be answered: a page for people, problem+json for programs."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from detente.serve.rendering import rendered

API_PATH = "/api/"


def refusal(scope: Scope, status: int, told: str, **headers: str) -> Response:
    """An answer that says what is wrong, in the form that suits who asks.

    Args:
        scope: of the request.
        status: HTTP status.
        told: what is wrong and what to do, in a sentence or two.
        headers: further headers; an underscore stands for a hyphen.
    """
    title = HTTPStatus(status).phrase
    further = {name.replace("_", "-"): value for name, value in headers.items()}
    if scope["path"].startswith(API_PATH):
        problem = {"type": "about:blank", "title": title, "status": status, "detail": told}
        return JSONResponse(problem, status, further, "application/problem+json")
    page = rendered("problem.html", title=title, status=status, told=told)
    return Response(page, status, further, "text/html")
