"""The options of reading, the same for every command that reads reports."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from detente.read import ReadOptions

_PANEL = "How reports are read"
_COLUMN = "NAME"


def _option(flag: str, text: str, metavar: str | None = None) -> Any:
    return typer.Option(
        flag, help=text, metavar=metavar, rich_help_panel=_PANEL, show_default=False
    )


def _column(flag: str, what: str) -> Any:
    return Annotated[str | None, _option(flag, f"Column or key of {what}.", _COLUMN)]


_OPTIONS: dict[str, Any] = {
    "published": Annotated[
        str | None,
        _option("--published", "Day of publication of reports that carry none.", "DATE"),
    ],
    "text_column": Annotated[
        str | None,
        _option(
            "--text-column",
            "Column or key of the text, where it has no usual name (text, body, content ...).",
            _COLUMN,
        ),
    ],
    "published_column": _column("--published-column", "the day of publication"),
    "title_column": _column("--title-column", "the headline"),
    "id_column": _column("--id-column", "the id under which events are cited"),
    "url_column": _column("--url-column", "the address"),
    "publication_column": _column("--publication-column", "the outlet"),
    "language_column": _column("--language-column", "the language"),
    "language": Annotated[
        str | None,
        _option("--language", "Language of reports that name none (default: en).", "CODE"),
    ],
    "encoding": Annotated[
        str | None,
        _option("--encoding", "Encoding of the files (default: UTF-8, else cp1252).", _COLUMN),
    ],
    "day_first": Annotated[
        bool | None,
        _option("--day-first/--month-first", "How 03/04/2023 is meant; without, it is an error."),
    ],
    "max_characters": Annotated[
        int | None,
        _option("--max-characters", "Longest text of one report (default: 1,000,000).", "NUMBER"),
    ],
}


def takes_read_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reading.

    Args:
        command: takes them as one ``ReadOptions`` under the name ``reading``.

    Returns:
        The command as the command line sees it, with an option each.
    """
    signature = inspect.signature(command, eval_str=True)
    own = [item for name, item in signature.parameters.items() if name != "reading"]

    def run(**given: Any) -> None:
        values = {name: given.pop(name) for name in _OPTIONS}
        chosen = {name: value for name, value in values.items() if value is not None}
        command(reading=ReadOptions(**chosen), **given)

    parameters = [*own, *_parameters()]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {item.name: item.annotation for item in parameters}
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run


def _parameters() -> list[inspect.Parameter]:
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=option)
        for name, option in _OPTIONS.items()
    ]
