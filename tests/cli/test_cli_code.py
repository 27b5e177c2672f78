"""``detente code``: the real program, from what is read to what is written."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from cli_cases import DAY, ENVIRONMENT, GOOD, command, invoke, jsonl, run

pytestmark = pytest.mark.model


def _records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def _bad_folder(folder: Path) -> list[str]:
    """Every kind of input that cannot be read, and two good reports among it.

    Returns:
        How each line on standard error begins, in order.
    """
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "dates.csv").write_text(f"text,date\n{GOOD},2023-13-45\n{GOOD},{DAY}\n")
    (folder / "empty.txt").touch()
    jsonl(folder / "five.jsonl", GOOD, "It rained.", None, "It snowed.", GOOD + " Again.")
    (folder / "huge.txt").write_text("It rained. " * 200_000)
    (folder / "mixed.jsonl").write_bytes(
        json.dumps({"text": "Café."}, ensure_ascii=False).encode("latin-1")
        + b"\n"
        + json.dumps({"text": "Cafés."}, ensure_ascii=False).encode()
        + b"\n"
    )
    (folder / "no_text.csv").write_text("a,b\n1,2\n")
    return [
        "binary.txt: ",
        "dates.csv:1: ",
        "empty.txt: ",
        "five.jsonl:3: ",
        "huge.txt: ",
        "no_text.csv: ",
    ]


def test_bad_input_gives_a_line_each_and_the_rest_is_coded(tmp_path: Path) -> None:
    beginnings = _bad_folder(tmp_path)
    found = run("code", ".", cwd=tmp_path)
    lines = found.stderr.splitlines()
    assert found.returncode == 1
    assert len(lines) == len(beginnings), found.stderr
    for line, beginning in zip(lines, beginnings, strict=True):
        assert line.startswith(beginning)
        assert "; " in line
    assert "Traceback" not in found.stderr
    cited = [record["cite_info"]["id"] for record in _records(found.stdout)]  # type: ignore[index]
    assert set(cited) >= {"dates-2", "five", "five-5"}


def test_strict_stops_at_the_first_but_keeps_what_was_read_before(tmp_path: Path) -> None:
    jsonl(tmp_path / "a.jsonl", GOOD)
    jsonl(tmp_path / "b.jsonl", None, None, GOOD)
    jsonl(tmp_path / "c.jsonl", GOOD + " Again.")
    found = run("code", tmp_path, "--strict")
    assert found.returncode == 1
    assert len(found.stderr.splitlines()) == 1
    assert found.stderr.startswith(f"{tmp_path / 'b.jsonl'}:1: ")
    assert {record["cite_info"]["id"] for record in _records(found.stdout)} == {"a"}  # type: ignore[index]


def test_a_path_that_is_not_there_is_skipped_before_the_model_loads(tmp_path: Path) -> None:
    begun = time.monotonic()
    found = run("code", tmp_path / "none")
    assert found.returncode == 1
    assert found.stdout == ""
    assert found.stderr.startswith(f"{tmp_path / 'none'}: ")
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind here")
def test_a_folder_without_rights_is_one_line(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    found = run("code", tmp_path)
    assert found.returncode == 1
    assert "permission denied" in found.stderr


def test_a_line_break_in_a_name_does_not_break_the_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b[31m.txt").touch()
    found = run("code", tmp_path)
    assert len(found.stderr.splitlines()) == 1
    assert "a\\nb\\x1b" in found.stderr


def test_json_lines_from_standard_input() -> None:
    line = json.dumps({"id": "x1", "text": GOOD, "published": DAY})
    found = run("code", "-", stdin=f"{line}\n")
    assert (found.returncode, found.stderr) == (0, "")
    record = _records(found.stdout)[0]
    assert record["cite_info"]["id"] == "x1"  # type: ignore[index]
    assert record["event"] == ["ASSAULT"]


def test_plain_text_from_standard_input() -> None:
    found = run("code", "-", "--published", DAY, stdin=GOOD.encode())
    assert found.returncode == 0
    record = _records(found.stdout)[0]
    assert (record["text"], record["cite_info"]["published"]) == (GOOD, DAY)  # type: ignore[index]


def test_empty_standard_input_is_named() -> None:
    found = run("code", "-")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("<stdin>: is empty")


def test_no_traceback_for_a_model_that_is_not_installed(tmp_path: Path) -> None:
    found = run("code", jsonl(tmp_path / "a.jsonl", GOOD), "--model", "en_no_such_model")
    assert found.returncode == 2
    assert len(found.stderr.splitlines()) == 1
    assert "'en_no_such_model' is not installed" in found.stderr


def test_a_reader_that_leaves_ends_it_quietly(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *(f"{GOOD} {number}." for number in range(400)))
    process = subprocess.Popen(  # noqa: S603
        command("code", path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 130


@pytest.mark.skipif(os.name != "posix", reason="signals of another system")
def test_an_interrupt_ends_it_quietly() -> None:
    process = subprocess.Popen(  # noqa: S603
        command("code", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", GOOD)
    found = run("code", path, "-o", "/dev/full")
    assert found.returncode == 1
    assert len(found.stderr.splitlines()) == 1


def test_formats_hold_the_same_events(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "in.jsonl", GOOD, "It rained.", "Turkey invited Egypt to talks.")
    found = {
        form: invoke("code", path, "--format", form).stdout for form in ("jsonl", "csv", "table")
    }
    records = _records(found["jsonl"])
    rows = list(csv.DictReader(io.StringIO(found["csv"])))
    assert records
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    for record in records:
        assert record["event"][0] in found["table"]  # type: ignore[index]
    assert f"3 reports, {len(records)} event" in found["table"]


@pytest.mark.parametrize(
    ("name", "options", "beginning"),
    [
        ("out.csv", (), "id,article,"),
        ("out.jsonl", (), "{"),
        ("out.txt", (), "{"),
        ("out.txt", ("--format", "table"), "in"),
        ("out.csv", ("--format", "jsonl"), "{"),
    ],
)
def test_a_file_gets_the_format_that_suits_it(
    tmp_path: Path, name: str, options: tuple[str, ...], beginning: str
) -> None:
    path, target = jsonl(tmp_path / "in.jsonl", GOOD), tmp_path / name
    found = invoke("code", path, "-o", target, *options)
    assert (found.exit_code, found.output) == (0, "")
    assert target.read_text("utf-8").startswith(beginning)


@pytest.mark.parametrize("target", ["in.jsonl", "new.jsonl", "sub/new.csv"])
def test_output_among_the_input_is_refused(tmp_path: Path, target: str) -> None:
    source = jsonl(tmp_path / "in.jsonl", GOOD)
    before = source.read_text()
    (tmp_path / "sub").mkdir()
    found = invoke("code", tmp_path, "-o", tmp_path / target)
    assert found.exit_code == 2
    assert "part of the input" in " ".join(found.stderr.split())
    assert source.read_text() == before
    assert not (tmp_path / "new.jsonl").exists()


def test_output_over_its_own_source_is_refused(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", GOOD)
    (tmp_path / "link.jsonl").symlink_to(source)
    for given in (source, tmp_path / "*.jsonl"):
        assert invoke("code", given, "-o", tmp_path / "link.jsonl").exit_code == 2
    assert source.stat().st_size


def test_standard_output_into_the_input_is_refused(tmp_path: Path) -> None:
    jsonl(tmp_path / "in.jsonl", GOOD)
    with (tmp_path / "out.jsonl").open("wb") as out:
        done = subprocess.run(  # noqa: S603
            command("code", tmp_path),
            stdout=out,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            check=False,
        )
    assert done.returncode == 2
    assert b"standard output" in done.stderr


def test_a_place_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    found = invoke("code", jsonl(tmp_path / "in.jsonl", GOOD), "-o", tmp_path / "none" / "out.csv")
    assert found.exit_code == 2
    assert "cannot be written" in found.stderr


def test_columns_dates_and_packed_files(tmp_path: Path) -> None:
    path = tmp_path / "export.csv.gz"
    path.write_bytes(gzip.compress(f"Nr;Artikel;Tag\n7;{GOOD};03/04/2023\n".encode()))
    found = invoke(
        *("code", path, "--text-column", "Artikel", "--published-column", "Tag"),
        *("--id-column", "Nr", "--day-first"),
    )
    (record, *_) = _records(found.stdout)
    assert record["cite_info"] == {
        "id": "7",
        "source": str(path),
        "title": None,
        "publication": None,
        "published": "2023-04-03",
        "language": "en",
    }


def test_events_come_out_while_more_is_read() -> None:
    process = subprocess.Popen(  # noqa: S603
        command("code", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT
    )
    assert process.stdin is not None
    assert process.stdout is not None
    line = json.dumps({"text": GOOD, "published": DAY}).encode() + b"\n"
    # One batch of the parser, and some that stays in the pipe's buffers.
    process.stdin.write(line * 1000)
    process.stdin.flush()
    first = process.stdout.readline()
    assert json.loads(first)["event"] == ["ASSAULT"]
    process.stdin.close()
    process.stdout.read()
    process.stdout.close()
    assert process.wait(60) == 0


def test_actors_of_ones_own_are_known_to_the_coder(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "countries.csv").write_text(
        "code,name,aliases,adjectives,people,capital,seats\n"
        "QMA,Talvara,,Talvaran,Talvarans,Ostrevan,\n"
    )
    jsonl(tmp_path / "one.jsonl", "Talvara expelled two French diplomats.")
    found = run("code", "one.jsonl", "--actors", "own", "--format", "jsonl", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    events = _records(found.stdout)
    assert [event["event"] for event in events] == [["SANCTION"]]
    assert [party["code"] for party in events[0]["actor"]] == ["QMA"]  # type: ignore[attr-defined]


def test_a_folder_without_actors_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    jsonl(tmp_path / "one.jsonl", GOOD)
    found = run("code", "one.jsonl", "--actors", "own", cwd=tmp_path)
    assert found.returncode == 1
    assert found.stderr.startswith("own: holds none of the tables")
    assert "Traceback" not in found.stderr
