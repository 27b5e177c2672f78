"""How whatever ends a command becomes one line on standard error and an exit code."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from detente.cli.exits import ExitCode
from detente.cli.problems import say
from detente.errors import DetenteError, InputError


class Commands(TyperGroup):
    """The group of all commands."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for.

        Raises:
            Exit: with the exit code, for what is no fault of the program.
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except InputError as fault:
            say(str(fault))
            raise typer.Exit(ExitCode.SKIPPED) from None
        except DetenteError as fault:
            say(str(fault))
            raise typer.Exit(ExitCode.USAGE) from None
        except BrokenPipeError:
            _drop_output()
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except KeyboardInterrupt:
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except OSError as fault:
            say(f"{fault.filename or 'output'}: {fault.strerror or fault}")
            raise typer.Exit(ExitCode.SKIPPED) from None
        return result


def _drop_output() -> None:
    """Lets what is still buffered go nowhere, or its flush at exit would complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
