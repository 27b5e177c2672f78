"""How a chart gets to whoever looks: as Vega-Lite for a script, or as a picture."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import vl_convert
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from detente.serve.charts.colours import Colours, colours

PICTURE_WIDTH = 820
_CONTAINER = "container"
# The styles of a picture are its own; nothing in it can be fetched or run.
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SCRIPT_AGE = "public, max-age=86400"
_SNIPPET = "window.vegaEmbed = vegaEmbed;"
_script: list[str] = []
_making = threading.Lock()

Draw = Callable[[Colours, int | str], dict[str, Any]]


def chart_answer(request: Request, draw: Draw) -> Response:
    """A chart in the form that its address names.

    Args:
        request: what it answers; its path has a ``form``, its query may have a ``theme``.
        draw: makes the chart of colours and a width.

    Raises:
        HTTPException: there is no such form.
    """
    theme = colours(request.query_params.get("theme", ""))
    form = request.path_params["form"]
    if form == "json":
        return JSONResponse(draw(theme, _CONTAINER))
    if form != "svg":
        raise HTTPException(404)
    picture = vl_convert.vegalite_to_svg(draw(theme, PICTURE_WIDTH))
    headers = {"content-security-policy": _PICTURE_POLICY}
    return Response(picture, headers=headers, media_type="image/svg+xml")


async def drawing_script(_: Request) -> Response:
    """The script that draws charts: Vega, Vega-Lite and Vega-Embed as vl-convert bundles them."""
    script = await run_in_threadpool(_bundled)
    headers = {"cache-control": _SCRIPT_AGE}
    return Response(script, headers=headers, media_type="text/javascript")


def _bundled() -> str:
    with _making:
        if not _script:
            _script.append(vl_convert.javascript_bundle(_SNIPPET))
        return _script[0]
