"""Styles, scripts and signs: read once, then given from memory; no path of a request is opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_FOR_EVER = "public, max-age=31536000, immutable"
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that ships.

    Args:
        content: its bytes.
        type: its media type.
        digest: of its bytes.
    """

    content: bytes
    type: str
    digest: str


@cache
def static_files() -> dict[str, StaticFile]:
    """The files that ship, by name."""
    folder = resources.files("detente.serve") / "static"
    return {item.name: _file(item.name, item.read_bytes()) for item in folder.iterdir()}


def _file(name: str, content: bytes) -> StaticFile:
    digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
    return StaticFile(content, _TYPES[name.rpartition(".")[2]], digest)


def address(name: str) -> str:
    """The address of a file, which changes with its content."""
    return f"/static/{static_files()[name].digest}/{name}"


def static(request: Request) -> Response:
    """A file that ships, by the address that ``address`` gives; older addresses give it as it is.

    Raises:
        HTTPException: there is none of the name.
    """
    found = static_files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    is_current = request.path_params["digest"] == found.digest
    caching = {"cache-control": _FOR_EVER} if is_current else {}
    return Response(found.content, headers=caching, media_type=found.type)
