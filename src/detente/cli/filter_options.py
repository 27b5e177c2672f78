"""The options by which what is wanted of a ledger is told, the same for every list."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from detente.ledger.conditions import BY_TOPIC
from detente.ledger.filter_words import FIELD_WORDS, FieldWords
from detente.ledger.filters import Filter, Order

_PANEL = "What is wanted"
_SHORT = {"since": "from", "until": "to"}


def _several(name: str, metavar: str, text: str) -> Any:
    return Annotated[list[str] | None, _option(name, metavar, text)]


def _day(name: str, text: str) -> Any:
    return Annotated[str | None, _option(name, "DAY", text)]


def _option(name: str, metavar: str | None, text: str) -> Any:
    flag = f"--{_SHORT.get(name, name)}"
    return typer.Option(
        flag, metavar=metavar, help=text, rich_help_panel=_PANEL, show_default=False
    )


_METAVARS = {
    "party": "CODE",
    "dyad": "PAIR",
    "actor": "CODE",
    "recipient": "CODE",
    "person": "NAME",
    "identity": "ID",
    "place": "NAME",
    "sector": "SECTOR",
    "category": "CATEGORY",
    "mode": "MODE",
    "context": "CONTEXT",
    "status": "STATUS",
    "level": "LEVEL",
    "channel": "CHANNEL",
    "assertion": "WHOSE",
    "stance": "STANCE",
    "source": "NAME",
    "article": "ID",
    "text": "WORDS",
}


def _field(name: str, words: FieldWords) -> Any:
    if words.is_day:
        return _day(name, words.told)
    return _several(name, _METAVARS[name], words.told)


_FIELDS: dict[str, Any] = {name: _field(name, words) for name, words in FIELD_WORDS.items()}
_AMOUNT: dict[str, Any] = {
    "order": Annotated[Order, _option("order", None, "By the day of the act (default: oldest).")],
    "limit": Annotated[int | None, _option("limit", "N", "How many at most.")],
    "offset": Annotated[int | None, _option("offset", "N", "How many to pass over first.")],
}


def takes_filter(topic: str, command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a filter.

    Args:
        topic: what it lists; only what that can be filtered by becomes an option.
        command: takes the filter as ``wanted``.

    Returns:
        The command as the command line sees it, with an option each.
    """
    fields = {name: kind for name, kind in _FIELDS.items() if name in BY_TOPIC[topic]}
    options = {**fields, **_AMOUNT}
    signature = inspect.signature(command, eval_str=True)
    own = [item for name, item in signature.parameters.items() if name != "wanted"]

    def run(**given: Any) -> None:
        values = {name: given.pop(name) for name in options}
        chosen = {name: value for name, value in values.items() if value not in (None, [])}
        command(wanted=Filter.of(**chosen), **given)

    parameters = [*_parameters(options), *own]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {item.name: item.annotation for item in parameters}
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return run


def _parameters(options: dict[str, Any]) -> list[inspect.Parameter]:
    kind = inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(
            name, kind, default=Order.OLDEST if name == "order" else None, annotation=option
        )
        for name, option in options.items()
    ]
