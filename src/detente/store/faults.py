"""What can go wrong with a ledger's folder, as one clear line."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from deltalake.exceptions import DeltaError
from filelock import Timeout

from detente.errors import LedgerError, Place

_REMEDIES = {
    errno.ENOSPC: "make room there, then run the same again",
    errno.EDQUOT: "make room in your quota, then run the same again",
    errno.EFBIG: "allow larger files there, then run the same again",
    errno.EROFS: "copy it to where you may write, or ask whoever keeps it",
    errno.EACCES: "copy it to where you may write, or ask whoever keeps it",
    errno.EPERM: "copy it to where you may write, or ask whoever keeps it",
}
_NUMBER = re.compile(r'os error (\d+)|"errno":"(\d+)"')


def refusal(folder: Path, problem: str, remedy: str) -> LedgerError:
    """An error about a ledger.

    Args:
        folder: the ledger.
        problem: what is wrong, in one clause.
        remedy: what the user can do about it, in one clause.
    """
    return LedgerError(Place(str(folder)), problem, remedy)


@contextmanager
def told(folder: Path, doing: str) -> Iterator[None]:
    """Turn what goes wrong below into an error about the ledger.

    Args:
        folder: the ledger.
        doing: what is done to it: ``read`` or ``written``.

    Raises:
        LedgerError: for whatever the file system, Delta Lake or DuckDB cannot do.
    """
    try:
        yield
    except LedgerError:
        raise
    except Timeout as fault:
        problem = "is being written by another process"
        raise refusal(folder, problem, "wait until that has ended, then try again") from fault
    except (OSError, DeltaError, duckdb.Error) as fault:
        raise _told(folder, doing, fault) from fault


def _told(folder: Path, doing: str, fault: Exception) -> LedgerError:
    number = _number(fault)
    if number is None:
        first = str(fault).strip().partition("\n")[0]
        return refusal(folder, f"cannot be {doing} ({first})", "restore it from a copy")
    remedy = _REMEDIES.get(number, "see to that, then run the same again")
    return refusal(folder, f"cannot be {doing} ({os.strerror(number)})", remedy)


def _number(fault: Exception) -> int | None:
    """The system's number of an error, which the libraries below tell of in words alone."""
    if isinstance(fault, OSError) and fault.errno is not None:
        return fault.errno
    if found := _NUMBER.search(str(fault)):
        return int(found[1] or found[2])
    return next((item for item in _REMEDIES if str(fault).endswith(os.strerror(item))), None)
