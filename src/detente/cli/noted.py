"""What could not be used, said and kept for the ledger."""

from __future__ import annotations

from rich.console import Console

from detente.cli.problems import Problems
from detente.errors import InputError
from detente.records import Reject


class Noted(Problems):
    """Reports what could not be read, and keeps it."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.rejects: list[Reject] = []

    def report(self, problem: Reject | Exception) -> None:
        """Say one problem, and keep it."""
        super().report(problem)
        if isinstance(problem, InputError):
            place = problem.place
            problem = Reject(place.source, place.record, problem.problem, problem.remedy)
        if isinstance(problem, Reject):
            self.rejects.append(problem)
