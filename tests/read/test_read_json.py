"""JSON documents and JSON lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from read_cases import TEXT, only, read, write

from detente.read import ReadOptions


def test_broken_line_three_of_five(tmp_path: Path) -> None:
    good = [json.dumps({"id": str(n), "text": f"{n}. {TEXT}"}) for n in range(1, 6)]
    good[2] = good[2].replace('"text": ', '"text" ')
    path = write(tmp_path / "a.jsonl", "\n".join(good))
    found, rejects = read(path)
    assert [article.id for article in found] == ["1", "2", "4", "5"]
    assert only(rejects).record == 3
    assert "broken JSON at character 20 (expecting ':' delimiter)" in only(rejects).problem


def test_broken_document_names_line_and_character(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", '[\n{"text": "One."},\n{"text" "Two."}\n]')
    found, rejects = read(path)
    assert not found
    assert "line 3, character 9" in only(rejects).problem


def test_blank_lines_count_but_are_no_records(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '\n{"text": "One."}\r\n\r\n{"text": 4}\n')
    found, rejects = read(path)
    assert only(found).id == "a-2"
    assert only(rejects).record == 4
    assert only(rejects).problem == "the text is '4', not text"


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ({"text": "One."}, ["One."]),
        ([{"text": "One."}, {"body": "Two."}], ["One.", "Two."]),
        ({"articles": [{"text": "One."}, {"content": "Two."}]}, ["One.", "Two."]),
        ({"text": "One.", "articles": ["see also"]}, ["One."]),
    ],
)
def test_shapes_of_documents(content: Any, texts: list[str], tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / "a.json", json.dumps(content)))
    assert [article.text for article in found] == texts
    assert not rejects


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{}", "no key at all"),
        ("3", "is '3' where an article"),
        ("null", "is 'None' where an article"),
        ("[[]]", "is a list where an article"),
        ('{"articles": {"text": "One."}}', "has no text: no key"),
        ("[" * 100_000, "nested too deep"),
        ('{"text": ' + "9" * 5_000 + "}", "a number that is too long"),
        ('{"text": null}', "the text is empty"),
        ('{"text": NaN}', "the text is empty"),
        ('{"text": ["One."]}', "the text is a list"),
        ('{"text": "One \\ud83d."}', "cannot be decoded"),
        ('{"text": "One\\u0000."}', "null bytes"),
        ('{"text": "One.", "title": "\\udc00"}', "of the title cannot be decoded"),
        ('{"text": "One.", "id": true}', "the id is 'True'"),
        ('{"text": "One.", "url": ["x"]}', "the url is a list"),
        ('{"text": "One.", "date": {}}', "the date is an object"),
        ('{"text": "One.", "date": false}', "the date is 'False'"),
    ],
)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_values_that_are_no_article(
    content: str, problem: str, suffix: str, tmp_path: Path
) -> None:
    found, rejects = read(write(tmp_path / f"a.{suffix}", content))
    assert not found
    assert problem in only(rejects).problem


@pytest.mark.parametrize("content", ["[]", '{"articles": []}'])
def test_a_document_with_an_empty_list(content: str, tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / "a.json", content))
    assert not found
    assert only(rejects).problem == "holds an empty list"


@pytest.mark.parametrize(
    ("record", "part", "expected"),
    [
        ({"id": 12}, "id", "12"),
        ({"uid": "u1", "id": None}, "id", "u1"),
        ({"id": " ", "title": "T"}, "id", "a"),
        ({"Headline": " A visit "}, "title", "A visit"),
        ({"TITLE": "T", "headline": "H"}, "title", "T"),
        ({"title": float("nan")}, "title", None),
        ({"title": ""}, "title", None),
        ({"link": "http://x.org"}, "url", "http://x.org"),
        ({"source": {"id": None, "name": "The Daily"}}, "publication", "The Daily"),
        ({"outlet": "O", "source": "S"}, "publication", "O"),
        ({"Publisher": "P"}, "publication", "P"),
        ({"language": "en_US"}, "language", "en"),
        ({"language": "English"}, "language", "en"),
        ({"language": "FRA"}, "language", "fr"),
        ({"language": ""}, "language", "de"),
        ({"language": "Klingon"}, "language", "klingon"),
    ],
)
def test_usual_names(record: dict[str, Any], part: str, expected: object, tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": "One.", **record}))
    found, _ = read(path, options=ReadOptions(language="de"))
    assert getattr(only(found), part) == expected


@pytest.mark.parametrize(
    "key", ["text", "Body", "CONTENT", "event_text", "Event Text", "full-text"]
)
def test_usual_names_of_the_text(key: str, tmp_path: Path) -> None:
    assert only(read(write(tmp_path / "a.json", json.dumps({key: TEXT})))[0]).text == TEXT


@pytest.mark.parametrize(
    "key", ["published", "date", "pub_date", "publication_date", "publishedAt", "Publication Date"]
)
def test_usual_names_of_the_date(key: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"text": TEXT, key: "2023-11-12"}))
    assert str(only(read(path)[0]).published) == "2023-11-12"


def test_a_first_choice_that_is_empty_gives_way(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "", "body": "One."}')
    assert only(read(path)[0]).text == "One."


def test_lines_in_other_encodings_are_read_or_rejected_alone(tmp_path: Path) -> None:
    def line(number: int, encoding: str) -> bytes:
        record = {"id": str(number), "text": f"{number} – Réponse"}
        return (json.dumps(record, ensure_ascii=False) + "\n").encode(encoding)

    encodings = ["utf-8", "cp1252", "utf-8-sig", "utf-16-le", "utf-8"]
    path = write(tmp_path / "a.jsonl", b"".join(map(line, range(1, 6), encodings)))
    found, rejects = read(path)
    assert [article.text for article in found] == [f"{n} – Réponse" for n in (1, 2, 3, 5)]
    assert only(rejects).record == 4


def test_a_line_too_long_to_hold_is_passed_over(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 400_000})
    path = write(tmp_path / "a.jsonl", f'{{"text": "One."}}\n{long}\n{{"text": "Three."}}')
    found, rejects = read(path, options=ReadOptions(max_characters=1_000))
    assert [article.text for article in found] == ["One.", "Three."]
    assert only(rejects).record == 2


def test_escapes_do_not_count_against_the_limit(tmp_path: Path) -> None:
    text = "😀" * 100_000
    path = write(tmp_path / "a.jsonl", json.dumps({"text": text}))
    found, rejects = read(path, options=ReadOptions(max_characters=100_000))
    assert only(found).text == text
    assert not rejects


def test_a_document_over_its_limit_points_to_json_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps([{"text": TEXT}] * 100))
    found, rejects = read(path, options=ReadOptions(max_file_characters=10_000))
    assert not found
    assert ".jsonl" in only(rejects).remedy


def test_a_missing_optional_key_is_no_fault(tmp_path: Path) -> None:
    lines = '{"text": "One.", "kicker": "K"}\n{"text": "Two."}\n'
    path = write(tmp_path / "a.jsonl", lines)
    found, rejects = read(path, options=ReadOptions(title_column="kicker"))
    assert [article.title for article in found] == ["K", None]
    assert not rejects
