"""The program and its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli import (
    command_actors,
    command_add,
    command_code,
    command_correct,
    command_evaluate,
    command_explain,
    command_export,
    command_ledger,
    command_lint,
    command_lists,
    command_mcp,
    command_serve,
    command_show,
    command_sql,
    command_watch,
)
from detente.cli.endings import Commands
from detente.cli.teaching import examples
from detente.version import CODER

_HELP = (
    "Read news reports and code what states, and the people who act for them, do and say.\n\n"
    "Reports go in, events come out: who did what to whom, when, whether it happened and who says"
    " so, each with the words it rests on."
)
_EPILOG = examples(
    ("code a folder of reports and look at the table", "detente code reports/"),
    ("the same as data, one event a line", "detente code reports/ -o events.jsonl"),
    ("see why each event was coded as it was", "detente explain reports/monday.txt"),
    ("compare with a coding made by hand", "detente evaluate reference/ events.jsonl"),
    ("see what is known of a name", "detente actors lookup Lavrov --on 2022-02-24"),
    note="Every command shows examples of its own: detente code --help",
)

app = typer.Typer(
    name="detente",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
command_code.add_to(app)
command_explain.add_to(app)
command_add.add_to(app)
command_watch.add_to(app)
command_ledger.add_to(app)
command_evaluate.add_to(app)
command_actors.add_to(app)
command_show.add_to(app)
command_lists.add_to(app)
command_sql.add_to(app)
command_correct.add_to(app)
command_export.add_to(app)
command_serve.add_to(app)
command_mcp.add_to(app)
command_lint.add_to(app)


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(CODER)
        raise typer.Exit


@app.callback(help=_HELP, epilog=_EPILOG)
def program(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Everything the program can be told before its commands."""
