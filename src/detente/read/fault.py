"""What is wrong with a record or a source that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import DetenteError

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """One record that a reader could not read; the records after it are still read.

    Args:
        record: 1-based number of the record, or None for the whole source.
        problem: what is wrong, in one clause.
        remedy: what the user can do, in one clause.
        member: name of the file inside the archive that holds the record, or None.
    """

    record: int | None
    problem: str
    remedy: str
    member: str | None = None


class UnreadableError(DetenteError):
    """What is being read cannot be used; inside this stage only, callers get a Reject.

    Raised by a reader it ends the source; raised on one record it ends that record.

    Args:
        problem: what is wrong, in one clause.
        remedy: what the user can do, in one clause.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy

    def at(self, record: int | None) -> Fault:
        """The same as the fault of one record."""
        return Fault(record, self.problem, self.remedy)


def shown(value: object) -> str:
    """A value of the user's as it stands in a message: quoted, on one line, not too long."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = value if isinstance(value, str) else str(value)
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
