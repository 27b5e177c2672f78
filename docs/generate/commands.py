"""The command reference, from the program's own commands and options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from typer.main import get_command

from detente.cli.app import app

from .markdown import code, table

_MARKUP = re.compile(r"\[/?(?:bold|dim)\]")
_OWN_PANEL = "Options"


def reference() -> str:
    """All commands, each under a heading of its own."""
    return "\n\n".join(_parts(get_command(app), "detente"))


def _parts(command: Any, path: str) -> Iterator[str]:
    yield f"## {path}"
    yield f"```text\n{_usage(command, path)}\n```"
    yield command.help
    below = getattr(command, "commands", {})
    if below:
        yield table(
            ("Command", "What it does"),
            [(code(f"{path} {name}"), item.help.split("\n")[0]) for name, item in below.items()],
        )
    yield from _parameters(command)
    yield from _epilog(command.epilog or "")
    for name, item in below.items():
        yield from _parts(item, f"{path} {name}")


def _usage(command: Any, path: str) -> str:
    arguments = [item for item in command.params if _is_argument(item)]
    names = [f"{item.metavar}{'...' if item.nargs == -1 else ''}" for item in arguments]
    if getattr(command, "commands", {}):
        names.append("COMMAND [ARGS]...")
    return " ".join([path, "[OPTIONS]", *names])


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _parameters(command: Any) -> Iterator[str]:
    arguments = [item for item in command.params if _is_argument(item)]
    if arguments:
        yield table(
            ("Argument", "What it is"), [(code(item.metavar), item.help) for item in arguments]
        )
    panels: dict[str, list[Any]] = {}
    for item in command.params:
        if not _is_argument(item) and not item.hidden:
            panels.setdefault(item.rich_help_panel or _OWN_PANEL, []).append(item)
    for panel, items in panels.items():
        if panel != _OWN_PANEL:
            yield f"{panel}:"
        yield table(("Option", "Takes", "What it does"), [_option(item) for item in items])


def _option(item: Any) -> tuple[str, str, str]:
    names = ", ".join(code(name) for name in [*item.opts, *item.secondary_opts])
    shown = item.help
    if item.show_default and item.default not in (None, False, ""):
        shown += f" Default: {code(str(item.default))}."
    return names, code(_taken(item)), shown


def _taken(item: Any) -> str:
    """What an option takes: its placeholder, or the values there are."""
    if item.is_bool_flag:
        return ""
    kind = item.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " ".join(str(value.value) for value in kind)
    return item.metavar or ""


def _epilog(text: str) -> Iterator[str]:
    lines = _MARKUP.sub("", text).replace("\\[", "[").splitlines()
    examples = [line.strip() for line in lines if line.startswith("  ")]
    rest = " ".join(line for line in lines if not line.startswith("  ") and line != "Examples")
    if examples:
        yield "```sh\n" + "\n".join(examples) + "\n```"
    if rest.strip():
        yield rest.strip()
