"""The server that the command starts."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette

from detente.errors import SettingsError

_IDLE_S, _MOST_AT_ONCE = 20, 200


def serve(app: Starlette, host: str, port: int, on_open: Callable[[], None]) -> None:
    """Serve an application until the process is told to end.

    Args:
        app: the application.
        host: the address to listen at.
        port: the port.
        on_open: called once it can be reached.

    Raises:
        SettingsError: the address cannot be listened at.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_IDLE_S,
        limit_concurrency=_MOST_AT_ONCE,
    )
    with _listening(host.strip("[]"), port) as listening:
        app.state.site.explainer.load_later()
        on_open()
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as fault:
        reason = os.strerror(fault.errno) if fault.errno and fault.errno > 0 else str(fault)
        raise SettingsError(
            f"{host}:{port} cannot be listened at ({reason}); name another --host or --port"
        ) from fault
