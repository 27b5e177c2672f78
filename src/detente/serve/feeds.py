"""Atom feeds of pairs."""

from __future__ import annotations

from starlette.routing import BaseRoute

from detente.ledger import Ledger


def feed_routes(ledger: Ledger) -> list[BaseRoute]:  # noqa: ARG001 - none yet
    """The routes of the feeds, which stand before those of the pages.

    Args:
        ledger: the ledger, asked by many threads at once.
    """
    return []
