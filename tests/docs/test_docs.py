"""The documentation says what the program does: examples, outputs, links and generated parts."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from doc_blocks import PAGES, ROOT, blocks, examples, name_of
from doc_links import broken_links
from doc_runs import Reader, agrees
from site_parts import fetched_from_outside

import detente
from detente.lexicon.tables import act_entries, operator_entries
from detente.read import ReadOptions

_RUNNING = [page for page in PAGES if list(examples(page.read_text("utf-8")))]
_ENTRIES = {"act": act_entries, "operator": operator_entries}


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )


@pytest.mark.model
@pytest.mark.parametrize("page", _RUNNING, ids=name_of)
def test_the_examples_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for example in examples(page.read_text("utf-8")):
        printed = reader.output(example)
        if example.shown is None:
            assert printed == "", f"line {example.line} prints, and the page shows nothing"
        elif not agrees(example.shown, printed):
            pytest.fail(
                f"{name_of(page)}, line {example.line}\n{example.code}\n"
                f"--- shown\n{example.shown}\n--- printed\n{printed}\n"
                "python tests/docs/refresh_docs.py writes what is printed into the page"
            )


def test_there_are_examples_on_the_pages_that_teach() -> None:
    names = {page.stem for page in _RUNNING}
    assert {"README", "guide", "output", "coding", "library", "lexicon", "asking", "sql"} <= names


def test_the_page_on_sql_answers_ten_questions() -> None:
    page = (ROOT / "docs" / "sql.md").read_text("utf-8")
    asked = [example for example in examples(page) if example.language == "sql"]
    assert len(asked) >= 10
    assert all(example.shown for example in asked)


def test_pages_show_no_output_that_is_not_compared() -> None:
    for page in PAGES:
        for block in blocks(page.read_text("utf-8")):
            assert block.language in {"console", "json", "python", "sh", "sql", "text", "toml"}, (
                f"{name_of(page)}, line {block.line}: a block in {block.language or 'nothing'}"
            )


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_toml_on_a_page_is_an_entry_that_the_lexicon_takes(page: Path) -> None:
    for block in blocks(page.read_text("utf-8")):
        if block.language == "toml":
            for kind in set(tomllib.loads(block.text)) & set(_ENTRIES):
                assert _ENTRIES[kind](block.text, f"{name_of(page)}, line {block.line}")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    assert list(broken_links(page)) == []


@pytest.mark.model
def test_generated_parts_are_what_the_program_says() -> None:
    done = _run("docs.generate", "--check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_site_builds_without_a_warning_and_fetches_nothing(tmp_path: Path) -> None:
    done = _run("mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert list(fetched_from_outside(tmp_path)) == []
    built = {path.name for path in tmp_path.glob("*.html")} - {"404.html"}
    assert built == {f"{page.stem}.html" for page in ROOT.glob("docs/*.md")}
    assert not (tmp_path / "generate").exists()


@pytest.mark.model
def test_the_record_page_has_every_field_of_the_record() -> None:
    options = ReadOptions(published="2013-09-28")
    article = next(detente.read(ROOT / "docs" / "examples" / "call.txt", options=options))
    records = [event.to_dict() for event in detente.Coder().code(article)]
    paths = {path for record in records for path in _paths(record)}
    paths -= {path for path in paths if path.startswith("recipient.")}  # the same form as actors
    table = (ROOT / "docs" / "output.md").read_text("utf-8")
    table = table.split("<!-- begin record -->")[1].split("<!-- end record -->")[0]
    named = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}
    assert named == paths


def _paths(value: Any, above: str = "") -> Iterator[str]:
    """The dotted names of all fields, those of the objects in a list without its numbers."""
    if isinstance(value, list):
        for item in value:
            yield from _paths(item, above)
    elif isinstance(value, dict):
        for name, item in value.items():
            path = f"{above}.{name}" if above else name
            yield path
            yield from _paths(item, path)


def test_outputs_may_leave_out_what_changes() -> None:
    assert agrees("a\n...\nd\n", "a\nb\nc\nd\n")
    assert agrees('"day": "..."', '"day": "2024-01-05"  ')
    assert not agrees("a\n...\nd\n", "a\nb\nc\n")
    assert not agrees("a", "ab")
