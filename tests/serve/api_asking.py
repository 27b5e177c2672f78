"""Asking the API, and correcting by it."""

from __future__ import annotations

from typing import Any

import httpx
from served import Served

API = "/api/v1"


def asked(site: Served, path: str, **parameters: Any) -> Any:
    """The JSON of an answer that all is well with."""
    answer = site.get(API + path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def walked(site: Served, path: str, **parameters: Any) -> list[Any]:
    """The records of all pages."""
    found, pages = [], 0
    while True:
        page = asked(site, path, **parameters)
        found += page["items"]
        pages += 1
        if page["next"] is None:
            return found
        parameters["cursor"] = page["next"]
        assert pages < 50


def post(site: Served, body: Any, **options: Any) -> httpx.Response:
    """An answer to a correction."""
    return httpx.post(f"{site.address}{API}/corrections", json=body, timeout=30, **options)
