"""The forms in which an answer can come, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from detente.serve.api.problems import ApiError


class Form(StrEnum):
    """The form of an answer."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


MEDIA_TYPES = {
    Form.JSON: "application/json",
    Form.JSONL: "application/jsonl",
    Form.CSV: "text/csv; charset=utf-8",
}
_NAMES = {
    "application/json": Form.JSON,
    "application/jsonl": Form.JSONL,
    "application/x-ndjson": Form.JSONL,
    "application/x-jsonlines": Form.JSONL,
    "text/csv": Form.CSV,
}
_RANGES = {
    "*/*": Form.JSON,
    "application/*": Form.JSON,
    "text/*": Form.CSV,
}
_NOT_ACCEPTABLE = 406


def chosen(asked: Form | None, accept: str | None, offered: Sequence[Form] = tuple(Form)) -> Form:
    """The form to answer in.

    Args:
        asked: what the address asks for, or None.
        accept: the ``Accept`` header, or None.
        offered: the forms that there are of this answer.

    Raises:
        ApiError: none of those that are accepted is offered.
    """
    if asked is not None:
        return asked
    if not accept:
        return offered[0]
    for name in _preferred(accept):
        form = _NAMES.get(name) or _RANGES.get(name)
        if form is not None and form in offered:
            return form
    known = ", ".join(name for name, form in _NAMES.items() if form in offered)
    raise ApiError(_NOT_ACCEPTABLE, "no-such-form", f"The answer can come as {known}.")


def _preferred(accept: str) -> Iterator[str]:
    """The names that a header accepts, those it likes best first."""
    weighed = []
    for place, part in enumerate(accept.split(",")):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = _weight(parameters)
        if name and weight > 0:
            weighed.append((-weight, name in _RANGES, place, name))
    return (name for *_, name in sorted(weighed))


def _weight(parameters: Sequence[str]) -> float:
    for item in parameters:
        name, _, value = item.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0
    return 1
