"""The API under ``/api/v1``: the questions of a ledger over HTTP, and an analyst's corrections."""

from detente.serve.api.application import api_app

__all__ = ["api_app"]
