"""Exports of Nexis and Factiva, in the forms in which they are delivered."""

from __future__ import annotations

from pathlib import Path

import press_fixtures as press
import pytest
from press_fixtures import FORMS, LAYOUTS, STORIES
from read_cases import only, read, write

from detente.read import ReadOptions
from detente.read.dates import parse_published
from detente.records import Article

each_form = pytest.mark.parametrize("suffix", FORMS)


def check(found: list[Article], layout: str) -> None:
    assert [article.text for article in found] == ["\n".join(item.paragraphs) for item in STORIES]
    for article, story in zip(found, STORIES, strict=True):
        assert article.title == story.title
        assert article.publication == story.outlet
        assert article.published == parse_published(story.day)
        assert article.language == "en"
        if layout.startswith("factiva"):
            assert article.id == story.name


@each_form
@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_articles_of_an_export_with_their_parts(
    layout: str, suffix: str, tmp_path: Path
) -> None:
    path = write(tmp_path / f"export.{suffix}", FORMS[suffix](LAYOUTS[layout]()))
    found, rejects = read(path)
    assert not rejects
    check(found, layout)
    if not layout.startswith("factiva"):
        assert [article.id for article in found] == ["export", "export-2", "export-3"]


@pytest.mark.parametrize("labelled", [False, True])
def test_plain_text_of_the_older_archive(labelled: bool, tmp_path: Path) -> None:
    lines = press.academic(labelled=labelled)
    found, rejects = read(write(tmp_path / "a.txt", b"\r\n\r\n" + press.as_text(lines)))
    assert not rejects
    check(found, "academic")


@each_form
@pytest.mark.parametrize("layout", ["nexis-uni", "factiva", "factiva-indexed"])
def test_an_export_that_is_cut_short_tells_so(layout: str, suffix: str, tmp_path: Path) -> None:
    lines = LAYOUTS[layout]()
    last = max(at for at, line in enumerate(lines) if line.startswith(("Document ", "End of ")))
    found, rejects = read(write(tmp_path / f"a.{suffix}", FORMS[suffix](lines[:last])))
    assert len(found) == 2
    assert (only(rejects).record, only(rejects).problem) == (
        3,
        "the export is cut short in this document",
    )


@each_form
def test_documents_that_the_cover_tells_of_and_are_missing(suffix: str, tmp_path: Path) -> None:
    lines = press.nexis_uni(STORIES[:2])
    found, rejects = read(write(tmp_path / f"a.{suffix}", FORMS[suffix](lines)))
    assert len(found) == 2
    assert only(rejects).problem == "its cover tells of 3 documents, and 2 are in it"


def test_a_document_without_text_costs_only_itself(tmp_path: Path) -> None:
    lines = press.nexis_uni()
    lines.remove("Body")
    found, rejects = read(write(tmp_path / "a.docx", FORMS["docx"](lines)))
    assert len(found) == 2
    assert only(rejects).record == 1
    assert "'Body'" in only(rejects).problem


def test_numbers_of_days_need_their_order(tmp_path: Path) -> None:
    lines = [line.replace("3 January 2024", "03/01/2024") for line in press.factiva_indexed()]
    path = write(tmp_path / "a.rtf", FORMS["rtf"](lines))
    found, rejects = read(path)
    assert len(found) == 2
    assert "ambiguous date '03/01/2024'" in only(rejects).problem
    found, rejects = read(path, options=ReadOptions(day_first=True))
    assert str(found[1].published) == "2024-01-03"
    assert not rejects


@each_form
def test_a_document_that_is_no_export_is_one_article(suffix: str, tmp_path: Path) -> None:
    lines = ["Norway and Chile met. " * 20, "A Document was signed, and 3 of 4 DOCUMENTS remain."]
    found, rejects = read(write(tmp_path / f"a.{suffix}", FORMS[suffix](lines)))
    assert "3 of 4 DOCUMENTS" in only(found).text
    assert not rejects


def test_the_script_writes_every_layout(tmp_path: Path) -> None:
    press.main(tmp_path)
    found, rejects = read(tmp_path)
    assert len(found) == len(LAYOUTS) * len(FORMS) * len(STORIES)
    assert not rejects
