"""The options by which what is wanted of a ledger is told, the same for every list."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from detente.ledger.filter_words import DAYS, FieldWords, fields_of, outer
from detente.ledger.filters import Filter, Order

_PANEL = "What is wanted"


def _field(name: str, words: FieldWords) -> Any:
    option = _option(name, words.sign, words.text)
    return Annotated[str | None, option] if name in DAYS else Annotated[list[str] | None, option]


def _option(name: str, metavar: str | None, text: str) -> Any:
    flag = f"--{outer(name)}"
    return typer.Option(
        flag, metavar=metavar, help=text, rich_help_panel=_PANEL, show_default=False
    )


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
    fields = {name: _field(name, words) for name, words in fields_of(topic).items()}
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
