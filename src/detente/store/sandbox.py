"""A place for the user's own SQL: it sees the views of one version and nothing else."""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from detente.errors import QuestionError
from detente.store.faults import told
from detente.store.result import Result
from detente.store.reviewed import VIEW, define_reviewed
from detente.store.snapshot import Snapshot
from detente.store.views import NAMES, view

_CLOSED = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Or SQL would find the variables of the program around it.
    "python_enable_replacements": False,
}
_EXPLAIN = re.compile(r"\s*explain(\s+analyze)?\s", re.IGNORECASE)
_SELECT = "SELECT"
_INTERNAL = ("superseded",)
USER_VIEWS = tuple(name for name in NAMES if name not in _INTERNAL)
CODED = "coded_events"


class Sandbox:
    """A database of its own that reads the files of one version, and no other file or host.

    Args:
        snapshot: the version.
        writable: a file that results may be written to, or None.
    """

    def __init__(self, snapshot: Snapshot, writable: Path | None = None) -> None:
        self._folder = snapshot.folder
        # What is too large for memory goes there; the program's own folder would be open to SQL.
        self._spill = tempfile.mkdtemp(prefix="detente-")
        weakref.finalize(self, shutil.rmtree, self._spill, ignore_errors=True)
        with told(self._folder, "read"):
            self._database = duckdb.connect(config=dict(_CLOSED))
            self._define(snapshot)
            self._close(snapshot, writable)

    def ask(self, sql: str) -> Result:
        """A question of the user's.

        Args:
            sql: one SELECT, or EXPLAIN of one.

        Raises:
            QuestionError: it is anything else, or has a fault.
        """
        with _refused():
            self._check(sql)
        return Result(self._opened, _refused, sql.strip().rstrip(";"))

    def _opened(self) -> duckdb.DuckDBPyConnection:
        return self._database.cursor()

    def _define(self, snapshot: Snapshot) -> None:
        version = snapshot.run.version if snapshot.run else None
        for name in NAMES:
            given = CODED if name == "events" else name
            query = view(name, snapshot.files, version)
            self._database.execute(f'CREATE VIEW "{given}" AS {query}')
            if given == CODED:
                define_reviewed(self._database, snapshot.review, CODED, shared=True)
                self._database.execute(f"CREATE VIEW events AS SELECT * FROM {VIEW}")  # noqa: S608

    def _close(self, snapshot: Snapshot, writable: Path | None) -> None:
        """Shut it off; views name files by patterns, and both forms have to be allowed."""
        files = [file for listed in snapshot.files.values() for file in listed]
        literal = [re.sub(r"\[(.)\]", r"\1", file) for file in files]
        written = [str(writable)] if writable else []
        self._database.execute("SET temp_directory = ?", [self._spill])
        self._database.execute("SET GLOBAL TimeZone = 'UTC'")
        self._database.execute("SET allowed_paths = ?", [[*files, *literal, *written]])
        self._database.execute("SET enable_external_access = false")
        self._database.execute("SET lock_configuration = true")

    def _check(self, sql: str) -> None:
        """Make sure that a text is one SELECT that changes nothing.

        A WITH clause at the top may hold COPY, INSERT or DELETE; inside brackets none may, which
        only binding tells.
        """
        inner = sql[explain.end() :] if (explain := _EXPLAIN.match(sql)) else sql
        statements = duckdb.extract_statements(inner)
        if len(statements) != 1:
            found = "no statement" if not statements else f"{len(statements)} statements"
            raise QuestionError(f"SQL: {found}; ask one SELECT at a time")
        kind = statements[0].type.name
        if kind != _SELECT:
            raise QuestionError(f"SQL: {_named(kind)} is refused; a ledger is only read, by SELECT")
        wrapped = f"EXPLAIN SELECT * FROM (\n{inner.strip().rstrip(';')}\n)"  # noqa: S608 - bound alone
        self._database.execute(wrapped).fetchall()


def _named(kind: str) -> str:
    return "PIVOT without IN" if kind == "MULTI" else kind.replace("_", " ")


@contextmanager
def _refused() -> Iterator[None]:
    """Turn a fault of the user's SQL into one line."""
    try:
        yield
    except duckdb.Error as fault:
        raise QuestionError(f"SQL: {_one_line(str(fault))}") from fault


def _one_line(message: str) -> str:
    """A message of DuckDB without the picture of the query below it."""
    lines = message.strip().splitlines()
    kept = [lines[0]] if lines else ["refused"]
    kept += [line.strip() for line in lines[1:] if line.startswith(("Did you mean", "Candidate"))]
    return "; ".join(kept)
