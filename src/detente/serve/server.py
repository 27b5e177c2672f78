"""The server that the command starts."""

from __future__ import annotations

import uvicorn
from starlette.applications import Starlette

_IDLE_S, _MOST_AT_ONCE = 20, 200


def serve(app: Starlette, host: str, port: int) -> None:
    """Serve an application until the process is told to end.

    Args:
        app: the application.
        host: the address to listen at.
        port: the port.
    """
    app.state.site.explainer.load_later()
    uvicorn.run(
        app,
        host=host.strip("[]"),
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_IDLE_S,
        limit_concurrency=_MOST_AT_ONCE,
    )
