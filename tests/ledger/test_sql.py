"""The user's own SQL: what it sees, and that it can do nothing but look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from asked_ledger import CALLED, EVENTS, REFUSED, made_ledger

from detente.errors import QuestionError
from detente.ledger import Ledger
from detente.store import USER_VIEWS


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = made_ledger(tmp_path_factory.mktemp("sql") / "ledger")
    ledger.correct(REFUSED.id, "edit", {"mode": "change"}, author="Ann", why="no meeting")
    return ledger


@pytest.fixture(autouse=True)
def _nothing_changes(ledger: Ledger) -> Iterator[None]:
    before = _digests(ledger.path)
    yield
    assert _digests(ledger.path) == before


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("view", [*USER_VIEWS, "coded_events"])
def test_every_view_can_be_asked(ledger: Ledger, view: str) -> None:
    (found,) = ledger.sql(f"SELECT count(*) AS n FROM {view}")
    assert found["n"] > 0 or view == "rejects"


def test_events_are_as_corrected_and_coded_events_as_coded(ledger: Ledger) -> None:
    query = "SELECT mode FROM {} WHERE id = '" + REFUSED.id + "'"
    assert list(ledger.sql(query.format("events"))) == [{"mode": "change"}]
    assert list(ledger.sql(query.format("coded_events"))) == [{"mode": "meet"}]


@pytest.mark.parametrize(
    "query",
    [
        "select count(*) from events",
        "-- how many\nselect count(*) from events; ",
        "with e as (select * from events) select count(*) from e",
        "from events select count(*)",
        "select max(n) from (select row_number() over () as n from events)",
    ],
)
def test_what_is_one_select_is_answered(ledger: Ledger, query: str) -> None:
    (found,) = ledger.sql(query)
    assert list(found.values()) == [len(EVENTS)]


@pytest.mark.parametrize("query", ["explain select * from events", "EXPLAIN ANALYZE from events"])
def test_a_plan_can_be_looked_at(ledger: Ledger, query: str) -> None:
    assert "plan" in next(iter(ledger.sql(query)))["explain_key"]


def test_names_and_types_come_as_json_holds_them(ledger: Ledger) -> None:
    query = """SELECT DATE '2023-01-02' AS d, TIMESTAMPTZ '2023-01-02 03:04:05+00' AS t,
        1.5::DECIMAL(4, 1) AS n, [1, NULL] AS l, {'a': 'b'} AS s, MAP {'k': 1} AS m,
        'x'::BLOB AS b, 'nan'::DOUBLE AS f, 1 AS a, 2 AS a"""
    (found,) = ledger.sql(query)
    assert found == {
        "d": "2023-01-02",
        "t": "2023-01-02T03:04:05+00:00",
        "n": 1.5,
        "l": [1, None],
        "s": {"a": "b"},
        "m": {"k": 1},
        "b": "78",
        "f": None,
        "a": 1,
        "a_1": 2,
    }


def test_an_order_is_kept(ledger: Ledger) -> None:
    found = ledger.sql("SELECT i FROM range(100000) t(i) ORDER BY i DESC")
    assert [row["i"] for row in found] == list(range(99_999, -1, -1))


def test_an_earlier_version_is_asked_the_same(ledger: Ledger) -> None:
    before = ledger.at(version=1)
    query = "SELECT count(*) AS runs, (SELECT count(*) FROM corrections) AS c FROM runs"
    assert list(before.sql(query)) == [{"runs": 1, "c": 0}]
    assert list(ledger.sql(query)) == [{"runs": 2, "c": 1}]


_OUTSIDE = [
    "SELECT * FROM '{secret}'",
    "SELECT * FROM read_text('{secret}')",
    "SELECT * FROM read_csv('{secret}')",
    "SELECT * FROM read_blob('{secret}')",
    "SELECT * FROM read_json('{secret}')",
    "SELECT * FROM read_parquet('{secret}')",
    "SELECT * FROM parquet_metadata('{secret}')",
    "SELECT * FROM sniff_csv('{secret}')",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM read_text('{folder}/*')",
    "SELECT * FROM query('SELECT * FROM read_text(''{secret}'')')",
    "SELECT * FROM query_table('{secret}')",
    "SELECT * FROM duckdb_secrets()",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM 's3://bucket/x.parquet'",
    "SELECT * FROM sqlite_scan('{secret}', 't')",
    "SELECT * FROM delta_scan('{folder}')",
    "SELECT getenv('HOME')",
    "EXPLAIN ANALYZE SELECT * FROM read_text('{secret}')",
    "FROM outside",
]
_OTHER = [
    "COPY (SELECT 1) TO '{new}'",
    "COPY events TO '{new}'",
    "EXPORT DATABASE '{new}'",
    "IMPORT DATABASE '{new}'",
    "ATTACH '{new}' AS other",
    "DETACH memory",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET threads = 1",
    "RESET threads",
    "SET enable_external_access = true",
    "SET VARIABLE x = 1",
    "PRAGMA version",
    "PRAGMA enable_profiling",
    "CALL pragma_version()",
    "CREATE TABLE t AS SELECT 1",
    "CREATE VIEW events AS SELECT 1",
    "CREATE MACRO f() AS 1",
    "DROP VIEW events",
    "ALTER VIEW events RENAME TO other",
    "INSERT INTO events SELECT * FROM events",
    "DELETE FROM events",
    "UPDATE events SET mode = NULL",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    "BEGIN",
    "COMMIT",
    "CHECKPOINT",
    "VACUUM",
    "USE memory",
    "EXPLAIN COPY (SELECT 1) TO '{new}'",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{new}' (USE_TMP_FILE false)",
    "EXPLAIN (ANALYZE) SELECT 1",
    "SELECT 1; SELECT 2",
    "SELECT 1; DROP VIEW events",
    "",
    "  -- nothing",
    "SELECT",
    "SELECT 1) AS a, (SELECT 2",
    "nonsense",
    "SELECT * FROM nowhere",
    "SELECT nothing FROM events",
    "SELECT * FROM events WHERE id = ?",
    "SELECT * FROM events WHERE id = $id",
    "SELECT 'a' + 1 FROM events",
]
_CHANGING = [
    "WITH x AS (COPY (SELECT 1) TO '{new}' (USE_TMP_FILE false)) SELECT * FROM x",
    "WITH x AS (COPY (SELECT 1 AS a) TO '{own}' (USE_TMP_FILE false)) SELECT * FROM x",
    "EXPLAIN ANALYZE WITH x AS (COPY (SELECT 1) TO '{own}' (USE_TMP_FILE false)) FROM x",
    "WITH x AS (DELETE FROM review_marks RETURNING *) SELECT * FROM x",
    "WITH x AS (INSERT INTO review_marks VALUES ('a', 'b') RETURNING *) SELECT * FROM x",
    "SELECT * FROM (WITH x AS (COPY (SELECT 1) TO '{own}') SELECT * FROM x)",
]


@pytest.mark.parametrize("query", [*_OUTSIDE, *_OTHER, *_CHANGING])
def test_everything_else_is_refused_in_one_line(ledger: Ledger, tmp_path: Path, query: str) -> None:
    outside = [1]  # noqa: F841 - a variable that SQL must not find
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", "utf-8")
    own = next((ledger.path / "tables" / "events").glob("*.parquet"))
    places = {"secret": secret, "folder": tmp_path, "new": tmp_path / "new", "own": own}
    with pytest.raises(QuestionError) as fault:
        list(ledger.sql(query.format(**places)))
    message = str(fault.value)
    assert message.startswith("SQL: ")
    assert "\n" not in message
    assert "hidden" not in message
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


def test_corrections_cannot_be_undone_from_within(ledger: Ledger) -> None:
    with pytest.raises(QuestionError, match="top level"):
        list(ledger.sql("WITH x AS (DELETE FROM edited_events RETURNING id) SELECT * FROM x"))
    assert list(ledger.sql("SELECT count(*) AS n FROM events")) == [{"n": len(EVENTS)}]


def test_a_folder_with_signs_of_patterns_in_its_name(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "a*b?{c}" / "ledger's")
    (other := tmp_path / "axb").mkdir()
    (other / "secret.txt").write_text("hidden", "utf-8")
    assert list(ledger.sql("SELECT count(*) AS n FROM events")) == [{"n": len(EVENTS)}]
    with pytest.raises(QuestionError):
        list(ledger.sql(f"SELECT * FROM read_text('{other}/*')"))


def test_parquet_is_written_to_the_named_file_alone(ledger: Ledger, tmp_path: Path) -> None:
    output = tmp_path / "calls.parquet"
    query = f"SELECT id FROM events WHERE id = '{CALLED.id}'"
    ledger.sql(query, output=output).write_parquet(output)
    assert output.read_bytes()[:4] == b"PAR1"
    with pytest.raises(QuestionError):
        ledger.sql(query, output=output).write_parquet(tmp_path / "other.parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["calls.parquet"]


def test_two_answers_can_be_read_at_once(ledger: Ledger) -> None:
    answer = ledger.sql("SELECT id FROM events ORDER BY id")
    assert all(first == second for first, second in zip(answer, answer, strict=True))
