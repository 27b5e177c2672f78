"""Formats that other packages add."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from read_cases import only, read, write

from detente.read import formats
from detente.read.registry import added

CODE = """
from detente.read import Fault, RawArticle, UnreadableError

def read(stream, options):
    for number, line in enumerate(stream, 1):
        if line.startswith(b"!"):
            raise UnreadableError("ends here", "remove the mark")
        if line.startswith(b"?"):
            yield Fault(number, "is doubtful", "remove the mark")
        else:
            yield RawArticle(text=line.decode().rstrip(), record=number)
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    site = tmp_path / "site"
    info = site / "detente_wire-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: detente-wire\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[detente.readers]\nWire = detente_wire:read\nlost = detente_gone:read\ntxt = no:such\n"
    )
    (site / "detente_wire.py").write_text(CODE)
    monkeypatch.syspath_prepend(site)
    added.cache_clear()
    yield
    added.cache_clear()


@pytest.mark.usefixtures("plugin")
def test_an_added_reader_is_used(tmp_path: Path) -> None:
    path = write(tmp_path / "day.wire.gz", "One.\n?Two.\nThree.\n!\nFour.\n")
    found, rejects = read(path)
    assert [(article.id, article.text) for article in found] == [
        ("day", "One."),
        ("day-3", "Three."),
    ]
    assert [(reject.record, reject.problem) for reject in rejects] == [
        (2, "is doubtful"),
        (None, "ends here"),
    ]
    assert "wire" in formats()


@pytest.mark.usefixtures("plugin")
def test_an_added_reader_that_does_not_load_is_named(tmp_path: Path) -> None:
    _, rejects = read(write(tmp_path / "a.lost", "One."))
    assert (
        "the reader of .lost does not load (No module named 'detente_gone')"
        in only(rejects).problem
    )


@pytest.mark.usefixtures("plugin")
def test_built_in_readers_cannot_be_displaced(tmp_path: Path) -> None:
    assert only(read(write(tmp_path / "a.txt", "One."))[0]).text == "One."
