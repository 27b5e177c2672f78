"""Starts processes that add to a ledger, each within milliseconds: they are forked once all is loaded.

Reads one request a line, answers with the id of the process, and later with ``id status``.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path

from line_coder import LineCoder, reports

from detente import Ledger
from detente.errors import LedgerError
from detente.lexicon import default_folding
from detente.store import compaction


def add(path: Path, numbers: list[int], digests: list[str], limit: int | None) -> int:
    """Add some reports, then code them again with other lexicons.

    Args:
        path: the ledger.
        numbers: of the reports.
        digests: of the lexicons, in turn.
        limit: bytes that a file may have, or None.

    Returns:
        The exit status: 0, or 1 where the ledger could not be written.
    """
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    every = reports(max(numbers) + 1)
    ledger = Ledger(path)
    try:
        for digest in digests:
            chosen = [every[number] for number in numbers]
            ledger.add(chosen, LineCoder(digest), recode=True, batch=1)
    except LedgerError as fault:
        (path.parent / "fault.txt").write_text(str(fault)[:1000])
        return 1
    return 0


def _forked(line: str) -> int:
    request = json.loads(line)
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    status = 2
    try:
        status = add(
            Path(request["path"]), request["numbers"], request["digests"], request["limit"]
        )
    finally:
        os._exit(status)


def main() -> None:
    """Serve until the input ends."""
    default_folding()
    # So that compaction is met by whatever happens to a writer.
    compaction._CROWD = 3
    for line in sys.stdin:
        if line.startswith("wait "):
            _, status = os.waitpid(int(line.split()[1]), 0)
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer
        else:
            print(_forked(line), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
