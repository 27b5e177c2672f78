"""What the file system and the libraries say, told in one line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import duckdb
import pytest

from detente.errors import LedgerError
from detente.store.faults import told

_FULL = '{"exception_message":"Could not write file","errno":"28"}'


@pytest.mark.parametrize(
    ("fault", "number"),
    [
        (OSError(errno.ENOSPC, "words"), errno.ENOSPC),
        (OSError("Generic error\n  Unable to copy\n  No space (os error 28)\n"), errno.ENOSPC),
        (duckdb.IOException(f"Async write failed: {_FULL}"), errno.ENOSPC),
        (duckdb.IOException(f'Cannot open "a": {os.strerror(errno.EACCES)}'), errno.EACCES),
    ],
)
def test_the_system_s_word_is_found_in_whatever_tells_of_it(fault: Exception, number: int) -> None:
    with pytest.raises(LedgerError) as found, told(Path("here"), "written"):
        raise fault
    assert str(found.value).startswith(f"here: cannot be written ({os.strerror(number)}); ")


def test_what_nobody_has_a_number_for_is_told_in_its_first_line() -> None:
    with pytest.raises(LedgerError) as found, told(Path("here"), "read"):
        raise duckdb.IOException("No magic bytes\nfound at the end")
    assert str(found.value) == "here: cannot be read (No magic bytes); restore it from a copy"
