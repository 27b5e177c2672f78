"""The exception tree: every error names the file, the record and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class DetenteError(Exception):
    """Root of everything that detente raises on purpose."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something is wrong.

    Args:
        source: path or URL as the user gave it, or ``<stdin>``.
        record: 1-based number of the record (line, row, list item) or None for the whole file.
    """

    source: str
    record: int | None = None

    def __str__(self) -> str:
        return self.source if self.record is None else f"{self.source}:{self.record}"


class InputError(DetenteError):
    """A file or record of the user's cannot be used.

    Args:
        place: the file and record at fault.
        problem: what is wrong, in one clause.
        remedy: what the user can do about it, in one clause.
    """

    def __init__(self, place: Place, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}; {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy


class ReadError(InputError):
    """An input file or record cannot be read as an article."""


class WatchError(InputError):
    """A list of sources to watch, or the memory of an earlier watch, cannot be used."""


class ReferenceDataError(InputError):
    """A reference or coded file handed to the evaluation is not in its format."""


class LedgerError(InputError):
    """A ledger cannot be opened, read or written; what it held before is still there."""


class QuestionError(DetenteError):
    """A ledger is asked what it cannot be asked: an unknown code, a filter that does not fit, SQL.

    Args:
        message: what is wrong and what to do.
        near: what may have been meant instead: ``France (FRA)``.
    """

    def __init__(self, message: str, near: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.near = tuple(near)


class OutputError(DetenteError):
    """Events cannot be written as was asked: no such format, or a stream that it does not fit."""


class LexiconError(InputError):
    """An entry of the lexicon or the registry is wrong."""


class PartyError(QuestionError):
    """A party that is asked for is not known, or has no code of its own."""


class ArticleError(DetenteError):
    """An article is built with a value that it cannot have."""


class CodingError(InputError):
    """A report met a fault of the program.

    Args:
        article: id of the report.
        source: where it was read from; may be empty.
        cause: the fault.
    """

    def __init__(self, article: str, source: str, cause: Exception) -> None:
        super().__init__(
            Place(source or article),
            f"article {article!r} cannot be coded ({type(cause).__name__}: {cause})",
            "this is a fault of detente: report it with the text",
        )


class SettingsError(DetenteError):
    """A setting has a value that it cannot have."""


class ModelError(DetenteError):
    """The language model that was asked for is not installed or lacks a component."""


class MissingExtraError(DetenteError):
    """A feature needs an optional dependency that is not installed.

    Args:
        feature: what the user asked for.
        extra: the extra of this package that brings it.
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs the '{extra}' extra: pip install 'detente[{extra}]'")
        self.feature = feature
        self.extra = extra
