"""Lists, SQL, corrections and data sets of a ledger on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from asked_ledger import CALLED, EVENTS, REFUSED, made_ledger
from cli_cases import invoke, run

TOPICS = ("events", "happenings", "contacts", "claims", "relations", "articles")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_ledger(tmp_path_factory.mktemp("cli") / "ledger").path


def _asked(kept: Path, *arguments: str | Path) -> str:
    found = invoke(*arguments, "--ledger", kept)
    assert (found.exit_code, found.stderr) == (0, "")
    return found.stdout


def test_events_are_the_records_of_coding(kept: Path) -> None:
    records = [json.loads(line) for line in _asked(kept, "events").splitlines()]
    assert sorted(records, key=lambda item: str(item["id"])) == sorted(
        (event.to_dict() for event in EVENTS), key=lambda item: str(item["id"])
    )


@pytest.mark.parametrize("topic", TOPICS)
def test_every_list_comes_in_every_format(kept: Path, tmp_path: Path, topic: str) -> None:
    records = [json.loads(line) for line in _asked(kept, topic).splitlines()]
    rows = list(csv.DictReader(io.StringIO(_asked(kept, topic, "--format", "csv"))))
    assert len(records) == len(rows) > 0
    for suffix in ("csv", "jsonl", "parquet"):
        _asked(kept, topic, "-o", tmp_path / f"{topic}.{suffix}")
    assert (tmp_path / f"{topic}.jsonl").read_text("utf-8").count("\n") == len(records)
    assert _asked(kept, topic, "--format", "csv") == (tmp_path / f"{topic}.csv").read_text("utf-8")
    assert (tmp_path / f"{topic}.parquet").read_bytes()[:4] == b"PAR1"
    table = _asked(kept, topic, "--format", "table")
    assert "2022-10-2" in table


def test_filters_are_options(kept: Path) -> None:
    given = (
        "--party",
        "FRA",
        "--party",
        "RUS",
        "--mode",
        "phone",
        "--from",
        "2022",
        "--to",
        "2022-10",
    )
    assert _asked(kept, "events", *given).count("\n") == 2
    newest = ("--order", "newest", "--limit", "1")
    assert json.loads(_asked(kept, "events", *newest))["id"] == REFUSED.id
    assert "no claims that fit" in _asked(kept, "claims", "--actor", "CHN", "--format", "table")


def test_a_table_says_how_much_there_is(kept: Path) -> None:
    table = _asked(kept, "events", "--limit", "2", "--format", "table")
    assert table.count("2022-10-22") == 2
    assert "2023-11-07" not in table
    assert CALLED.id[:8] in _asked(kept, "events", "--format", "table", "--text", "phoned")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("events", "--category", "WAR"), "there is no category 'WAR'"),
        (("events", "--party", "Narnia"), "'Narnia' is no code of a state or body"),
        (("events", "--from", "soon"), "'soon' is no day"),
        (("events", "--level", "heads"), "No such option: --level"),
        (("events", "--format", "parquet"), "Parquet needs a file"),
        (("events", "--version", "1", "--at", "2023-01-01"), "not both"),
        (("sql",), "give a query, - or --file FILE"),
        (("sql", "SELECT 1", "--file", "x"), "give a query, - or --file FILE"),
        (("sql", "--file", "nowhere.sql"), "cannot be read: No such file"),
        (("sql", "DROP VIEW events"), "SQL: DROP is refused; a ledger is only read, by SELECT"),
        (("sql", "SELECT * FROM nowhere"), "SQL: Catalog Error: Table with name nowhere"),
        (("correct", "ffff", "accept", "--by", "Ann", "--why", "x"), "no event whose id begins"),
        (("correct", "ffff", "praise", "--by", "Ann", "--why", "x"), "'praise' is not one of"),
        (("correct", "ffff", "edit", "mode", "--by", "Ann", "--why", "x"), "write field=value"),
        (("correct", "ffff", "accept"), "Missing option '--by'"),
        (("export",), "name a folder: -o DIR"),
        (("export", "-o", "x", "--partly"), "belongs to --gold"),
    ],
    ids=lambda item: " ".join(item) if isinstance(item, tuple) else "",
)
def test_wrong_usage_ends_with_2(kept: Path, arguments: tuple[str, ...], message: str) -> None:
    found = invoke(*arguments, "--ledger", kept)
    assert (found.exit_code, found.stdout) == (2, "")
    assert message in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("events", "--version", "7"), "has no version 7"),
        (("events", "--ledger", "nowhere"), "is no ledger"),
        (("export", "--gold", "-o", "gold"), "has no report whose events are all reviewed"),
    ],
    ids=lambda item: " ".join(item) if isinstance(item, tuple) else "",
)
def test_what_is_not_there_ends_with_1(
    kept: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    ledger = () if "--ledger" in arguments else ("--ledger", kept)
    found = run(*arguments, *ledger, cwd=tmp_path)
    assert (found.returncode, found.stdout) == (1, "")
    assert message in found.stderr
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize("topic", ["events", "sql"])
def test_nothing_is_written_among_the_files_of_the_ledger(kept: Path, topic: str) -> None:
    query = ("SELECT 1",) if topic == "sql" else ()
    found = invoke(topic, *query, "-o", kept / "ledger.json", "--ledger", kept)
    assert found.exit_code == 2
    assert "lies in the ledger" in found.stderr
    assert json.loads((kept / "ledger.json").read_text("utf-8")) == {"format": 1}


def test_sql_from_the_line_a_file_and_a_pipe(kept: Path, tmp_path: Path) -> None:
    query = "SELECT count(*) AS n FROM events"
    (tmp_path / "query.sql").write_text(f"-- all\n{query};\n", "utf-8")
    for arguments in ((query,), ("--file", str(tmp_path / "query.sql"))):
        assert json.loads(_asked(kept, "sql", *arguments)) == {"n": len(EVENTS)}
    piped = invoke("sql", "-", "--ledger", kept, "--format", "csv", stdin=query)
    assert (piped.exit_code, piped.stdout) == (0, f"n\n{len(EVENTS)}\n")
    assert _asked(kept, "sql", query, "-f", "table").split() == ["n", str(len(EVENTS))]
    _asked(kept, "sql", query, "-o", tmp_path / "n.parquet")
    assert (tmp_path / "n.parquet").read_bytes()[:4] == b"PAR1"


def test_the_words_of_a_report_cannot_speak_to_the_terminal(kept: Path) -> None:
    table = _asked(kept, "sql", "SELECT chr(27) || '[31mred' AS x", "-f", "table")
    assert "\x1b" not in table


def test_correcting_listing_and_giving_away(tmp_path: Path) -> None:
    kept = made_ledger(tmp_path / "ledger").path
    said = ("--by", "Ann", "--why", "no meeting")
    found = invoke("correct", REFUSED.id[:6], "edit", "mode=change", *said, "--ledger", kept)
    assert (found.exit_code, found.stdout) == (0, "")
    assert found.stderr == f"{REFUSED.id}: edit kept (mode=change)\n"
    record = json.loads(_asked(kept, "events", "--article", "visas"))
    assert (record["mode"], record["review"]) == (["change"], "edited")
    assert (
        json.loads(_asked(kept, "events", "--article", "visas", "--version", "1"))
        == REFUSED.to_dict()
    )
    (line,) = _asked(kept, "corrections", "--json").splitlines()
    correction = json.loads(line)
    assert (correction["event"], correction["field"], correction["value"]) == (
        REFUSED.id,
        "mode",
        "change",
    )
    assert (correction["by"], correction["standing"]) == ("Ann", "holds")
    assert correction["words"] == ["refused visas"]
    assert "holds" in _asked(kept, "corrections")
    assert "no corrections" in _asked(kept, "corrections", "--stale")
    made = invoke("export", "-o", tmp_path / "dataset", "--ledger", kept)
    assert made.exit_code == 0
    assert made.stderr.startswith("version 2, ")
    assert (tmp_path / "dataset" / "SHA256SUMS").exists()
    gold = invoke("export", "--gold", "-o", tmp_path / "gold", "--ledger", kept)
    assert gold.stderr == f"1 report, 1 event -> {tmp_path / 'gold' / 'events'}\n"
    _asked(kept, "events", "-o", tmp_path / "events.jsonl")
    scores = invoke("evaluate", tmp_path / "gold" / "events", tmp_path / "events.jsonl", "--json")
    assert json.loads(scores.stdout)["levels"]["full"]["f1"] == 1.0


def test_events_go_out_in_formats_of_others(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.tab"
    made = invoke("export", "--format", "icews", "-o", file, "--ledger", kept)
    assert made.exit_code == 0
    header, *rows = file.read_text("utf-8").splitlines()
    assert header.split("\t")[:2] == ["Event ID", "Event Date"]
    assert f"{len(rows)} event" in made.stderr
    names = file.with_name("events.tab.dictionary.csv").read_text("utf-8").splitlines()
    assert len(names) == 21


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "xls"), "there is no format 'xls'"),
        (("--format", "icews", "--gold"), "writes the events alone"),
        (("--format", "table"), "there is no format 'table'"),
    ],
)
def test_what_no_format_can_be_is_refused(
    kept: Path, arguments: tuple[str, ...], message: str
) -> None:
    made = invoke("export", *arguments, "--ledger", kept)
    assert made.exit_code == 2
    assert message in " ".join(made.stderr.split())
