"""A page, really served."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn

from detente.serve import Access, app

# As root, without a screen, and without a look at other hosts.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PATIENCE_S = 20
# Made once, since a client that makes its own takes longer for that than for the answer.
_TLS = ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Served:
    """A page that is served.

    Args:
        address: where, without a slash at its end.
        ledger: folder of its ledger.
    """

    address: str
    ledger: Path

    def get(self, path: str, **options: object) -> httpx.Response:
        """An answer."""
        return httpx.get(self.address + path, timeout=30, verify=_TLS, **options)  # type: ignore[arg-type]

    def client(self) -> httpx.Client:
        """A client that keeps its cookies."""
        return httpx.Client(base_url=self.address, timeout=30)


def chromium() -> str | None:
    """The browser, or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def form_token(page: str) -> str:
    """What the form of a page sends back."""
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


@contextmanager
def served(ledger: Path, access: Access | None = None) -> Iterator[Served]:
    """The page of a ledger on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(
        app(ledger, access),
        host="127.0.0.1",
        port=port,
        log_level="error",
        access_log=False,
        proxy_headers=False,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _PATIENCE_S
    while not server.started:
        assert time.monotonic() < deadline, "the server does not start"
        time.sleep(0.01)
    yield Served(f"http://127.0.0.1:{port}", ledger)
    server.should_exit = True
    thread.join(_PATIENCE_S)
