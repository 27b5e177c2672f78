"""What a request brought, and why one brought nothing."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import DetenteError


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to be asked with whether anything has changed.

    Args:
        etag: its tag, or None.
        modified: its date of the last change, or None.
    """

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers that ask."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a request brought.

    Args:
        address: where it was found, after all redirects.
        data: the bytes, unpacked; empty where nothing has changed.
        kind: media type as the server gave it, in lower case, or empty.
        charset: encoding that the server named, or None.
        validators: for the next request.
        is_changed: False where the server said that it is as before.
    """

    address: str
    data: bytes
    kind: str
    charset: str | None
    validators: Validators
    is_changed: bool = True


class UnfetchedError(DetenteError):
    """A request brought nothing; inside this stage only.

    Args:
        problem: why, in one clause.
        passing: whether it may work later.
        wait: seconds that the server asks to wait, or None.
    """

    def __init__(self, problem: str, *, passing: bool = False, wait: float | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.passing = passing
        self.wait = wait
