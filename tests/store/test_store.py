"""A ledger's folder: versions, leftovers, compaction, and what it refuses."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from detente.errors import LedgerError
from detente.records import Reject
from detente.store import Run, Store, compaction, reject_row
from detente.store.folder import Folder
from detente.store.schema import HAPPENINGS


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "ledger")


_LEFT = (
    "SELECT 9::BIGINT AS version, ? AS source, NULL::INTEGER AS record, 'p' AS problem,"
    " 'r' AS remedy"
)


def _commit(store: Store, *sources: str, replaced: Iterable[str] = ()) -> Run:
    with store.transaction() as transaction:
        version = transaction.version
        rows = [reject_row(Reject(source, None, "p", "r"), version) for source in sources]
        transaction.add("rejects", rows)
        transaction.supersede("happenings", replaced)
        return transaction.commit(Run(0, datetime.now(UTC), "add"))


def _sources(store: Store, **which: Any) -> list[str]:
    rows = store.snapshot(**which).rows("SELECT source FROM rejects ORDER BY source")
    return [row["source"] for row in rows]


def test_a_transaction_is_one_version(store: Store) -> None:
    _commit(store, "a", "b")
    _commit(store, "c")
    assert [run.version for run in store.runs()] == [1, 2]
    assert _sources(store) == ["a", "b", "c"]
    assert _sources(store, version=1) == ["a", "b"]
    assert store.snapshot(version=1).value("SELECT count(*) FROM runs") == 1


def test_a_transaction_without_commit_leaves_nothing(store: Store) -> None:
    _commit(store, "a")
    with store.transaction() as transaction:
        transaction.add("rejects", [reject_row(Reject("b", None, "p", "r"), 2)])
    assert _sources(store) == ["a"]


def _leave_behind(store: Store, *sources: str) -> None:
    """What a writer leaves that is killed before its version is written."""
    with store.transaction() as transaction:
        for source in sources:
            transaction.load("rejects", _LEFT, [source])


@pytest.mark.parametrize("before", [(), ("a",)], ids=["first", "later"])
def test_leftovers_of_a_killed_writer_are_never_seen(store: Store, before: tuple[str, ...]) -> None:
    if before:
        _commit(store, *before)
    _leave_behind(store, "x", "y")
    assert _sources(Store(store.folder.path)) == list(before)
    _commit(store, "z")
    assert _sources(store) == [*before, "z"]
    _commit(Store(store.folder.path), "zz")
    assert _sources(Store(store.folder.path)) == [*before, "z", "zz"]


def test_a_snapshot_does_not_see_what_is_written_later(store: Store) -> None:
    _commit(store, "a")
    snapshot = store.snapshot()
    _commit(Store(store.folder.path), "b")
    assert snapshot.value("SELECT count(*) FROM rejects") == 1
    assert store.snapshot().value("SELECT count(*) FROM rejects") == 2


def test_many_small_commits_are_compacted_and_history_stays(store: Store) -> None:
    names = [f"s{number:03}" for number in range(70)]
    early = None
    for number, name in enumerate(names):
        _commit(store, name)
        early = store.snapshot() if number == 20 else early
    fresh = Store(store.folder.path)
    assert all(len(files) <= 32 for files in fresh.snapshot().files.values())
    assert _sources(fresh) == names
    for version in (1, 20, 31, 32, 33, 69):
        assert _sources(fresh, version=version) == names[:version]
    assert early is not None
    assert early.value("SELECT count(*) FROM rejects") == 21


def test_compaction_leaves_out_what_is_replaced(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compaction, "_MANY_REPLACED", 5)
    monkeypatch.setattr(compaction, "_CROWD", 8)
    blank: dict[str, object] = dict.fromkeys(HAPPENINGS.names)
    for number in range(1, 12):
        with store.transaction() as transaction:
            version = transaction.version
            row = blank | {"version": version, "component": "c", "id": f"h{number}"}
            transaction.add("happenings", [row])
            transaction.supersede("happenings", ["c"])
            transaction.commit(Run(0, datetime.now(UTC), "add"))
        assert store.snapshot().rows("SELECT id FROM happenings") == [{"id": f"h{number}"}]
    snapshot = Store(store.folder.path).snapshot()
    files = list(snapshot.files["happenings"])
    assert snapshot.value("SELECT count(*) FROM read_parquet(?)", [files]) < 5
    assert snapshot.value("SELECT count(*) FROM superseded") < 5
    assert store.snapshot(version=3).rows("SELECT id FROM happenings") == [{"id": "h3"}]


def test_where_there_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is no ledger"):
        Store(tmp_path / "nowhere").snapshot()
    with pytest.raises(LedgerError, match="is no ledger"):
        Store(tmp_path / "nowhere").runs()
    assert not (tmp_path / "nowhere").exists()


def test_a_newer_format_is_refused_and_left_alone(store: Store) -> None:
    _commit(store, "a")
    mark = store.folder.path / "ledger.json"
    mark.write_text('{"format": 2}')
    before = sorted(store.folder.path.rglob("*"))
    for act in (store.snapshot, store.runs, lambda: _commit(store, "b")):
        with pytest.raises(LedgerError, match="format 2, this version knows 1; update detente"):
            act()
    assert sorted(store.folder.path.rglob("*")) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"form": 1}'])
def test_a_damaged_mark_is_named(store: Store, text: str) -> None:
    _commit(store, "a")
    (store.folder.path / "ledger.json").write_text(text)
    with pytest.raises(LedgerError, match=r"its ledger\.json is damaged"):
        store.snapshot()


def test_a_ledger_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(LedgerError, match="holds other files and no ledger"):
        _commit(Store(tmp_path), "a")
    with pytest.raises(LedgerError, match="is a file"):
        _commit(Store(tmp_path / "thesis.txt"), "a")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("name", ["my ledger", "été 'x'", "a#b?c*d", "漢字", "50%", "%4 x"])
def test_a_folder_may_have_an_unusual_name(tmp_path: Path, name: str) -> None:
    store = Store(tmp_path / name)
    _commit(store, "a")
    assert _sources(Store(tmp_path / name)) == ["a"]


@pytest.mark.parametrize("name", ["a[1]", "x]", "5^2", "50%41", "x|y", "a\nb", "a\\b"])
def test_a_name_that_delta_lake_cannot_do_with_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="put it elsewhere"):
        Store(tmp_path / name)


def test_a_missing_file_is_one_clear_line(store: Store) -> None:
    _commit(store, "a")
    for file in (store.folder.path / "tables" / "rejects").glob("*.parquet"):
        file.unlink()
    with pytest.raises(LedgerError) as found:
        _sources(Store(store.folder.path))
    assert "\n" not in str(found.value)
    assert "cannot be read" in str(found.value)


def test_a_writer_waits_for_another_and_gives_up_in_time(store: Store) -> None:
    _commit(store, "a")
    hasty = Folder(store.folder.path, patience=0.05)
    with (
        store.folder.locked(),
        pytest.raises(LedgerError, match="written by another process"),
        hasty.locked(),
    ):
        pass
    with hasty.locked():
        pass


def test_threads_that_write_lose_nothing(store: Store) -> None:
    def write(name: str) -> None:
        own = Store(store.folder.path)
        for number in range(4):
            _commit(own, f"{name}{number}")

    threads = [Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _sources(store) == [f"{name}{number}" for name in "abc" for number in range(4)]
    assert [run.version for run in store.runs()] == list(range(1, 13))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    # Outside tmp_path, which other users may not enter at all.
    folder = Path(tempfile.mkdtemp(prefix="detente-"))
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
@pytest.mark.parametrize("lock", ["444", "666"], ids=["closed", "open"])
def test_a_read_only_ledger_is_read_and_not_written(open_folder: Path, lock: str) -> None:
    path = open_folder / "ledger"
    # A process of its own gives up its rights, since root may write everywhere.
    program = str(Path(__file__).with_name("unprivileged.py"))
    command = [sys.executable, "-W", "error", program, str(path), lock]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert not done.stderr
    before, told, after = json.loads(done.stdout)
    assert before == after == ["a"]
    assert told == (
        f"{path}: cannot be written (Permission denied);"
        " copy it to where you may write, or ask whoever keeps it"
    )
    assert _sources(Store(path)) == ["a"]
