"""The events of a ledger in the formats of others, and what these could not hold."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from detente.cli.output import opened_output
from detente.cli.problems import say
from detente.export import record_writer_for
from detente.export.dictionary import has_dictionary, write_dictionary
from detente.export.wording import counted

if TYPE_CHECKING:
    from detente import Ledger
    from detente.ledger import Exported


def write_exchange(ledger: Ledger, form: str, file: Path | None) -> None:
    """Write the events of a ledger, and beside a file a dictionary of its columns.

    Args:
        ledger: the ledger.
        form: the format.
        file: the file to write, or None for standard output.
    """
    with opened_output(file) as stream:
        made = ledger.write_events(record_writer_for(form, stream))
        stream.flush()
    if file is not None and has_dictionary(form):
        with opened_output(file.with_name(f"{file.name}.dictionary.csv")) as stream:
            write_dictionary(form, stream)
    for line in _closing(made, file):
        say(line)


def _closing(made: Exported, file: Path | None) -> list[str]:
    """What was written, what was left out, and what was lost."""
    target = f" -> {file}" if file else ""
    lines = [f"version {made.version}, {counted(made.events, 'event')}{target}"]
    if made.left_out:
        lines.append(f"left out, for the format cannot hold them: {_listed(made.left_out)}")
    if any(made.lost.values()):
        lines.append(f"not held by the format: {_listed(made.lost)}")
    return lines


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items() if number)
