"""In which form an answer is wanted: JSON, JSON lines or CSV."""

from __future__ import annotations

from enum import StrEnum

from starlette.exceptions import HTTPException

_ANY = frozenset(("*/*", "application/*", ""))


class Form(StrEnum):
    """A form of lists."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """Its media type."""
        return _TYPES[self]


_TYPES = {
    Form.JSON: "application/json",
    Form.JSONL: "application/jsonl",
    Form.CSV: "text/csv",
}
_ACCEPTED = {
    "application/json": Form.JSON,
    "application/jsonl": Form.JSONL,
    "application/x-ndjson": Form.JSONL,
    "text/csv": Form.CSV,
    "text/*": Form.CSV,
}


def form_of(named: Form | None, accepted: str) -> Form:
    """The form of an answer.

    Args:
        named: what the address names, or None.
        accepted: the ``Accept`` header; the first that can be given is.

    Raises:
        HTTPException: 406, where none of them can be given.
    """
    if named is not None:
        return named
    for item in accepted.split(","):
        media, _, rest = item.strip().lower().partition(";")
        if "q=0" in rest.replace(" ", "").split(";"):
            continue
        if media.strip() in _ANY:
            return Form.JSON
        if media.strip() in _ACCEPTED:
            return _ACCEPTED[media.strip()]
    told = "Ask for application/json, application/jsonl or text/csv."
    raise HTTPException(406, told)
