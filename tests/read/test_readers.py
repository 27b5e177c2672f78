"""What every reader does, whatever its format."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from read_cases import (
    FORMATS,
    KEYED,
    SEVERAL,
    STREAMED,
    TEXT,
    TEXTS,
    Format,
    numbered,
    numbers,
    only,
    read,
    write,
)

from detente.errors import ReadError
from detente.read import ReadOptions, articles, count_estimate, formats

each = pytest.mark.parametrize("kind", FORMATS, ids=str)
each_exact = pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind.exact], ids=str)
each_text = pytest.mark.parametrize("kind", TEXTS, ids=str)
each_keyed = pytest.mark.parametrize("kind", KEYED, ids=str)
each_dated = pytest.mark.parametrize(
    "kind", [kind for kind in SEVERAL if kind.suffix != "warc"], ids=str
)
each_of_several = pytest.mark.parametrize("kind", SEVERAL, ids=str)
each_streamed = pytest.mark.parametrize("kind", STREAMED, ids=str)


def data_of(kind: Format, records: Sequence[dict[str, Any]]) -> bytes:
    """The content of a file as bytes."""
    content = kind.write(records)
    return content if isinstance(content, bytes) else content.encode()


def test_every_built_in_format_is_in_this_suite() -> None:
    assert formats() == tuple(sorted(kind.suffix for kind in FORMATS))


@each
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_gives_the_text_and_names_the_source(kind: Format, ending: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"paris.v2.{kind.suffix}{ending}", kind.write([{"text": TEXT}]))
    found, rejects = read(path)
    article = only(found)
    assert article.text == TEXT
    assert (article.source, article.language) == (kind.place(path, 1)[0], "en")
    assert article.id == ("paris.v2" if kind.member is None else "a00001")
    assert article.published is None
    assert not rejects


@each
def test_suffix_in_capitals(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"A.{kind.suffix.upper()}", kind.write([{"text": TEXT}]))
    assert only(read(path)[0]).text == TEXT


@each_exact
def test_line_ends_and_spaces_are_kept(kind: Format, tmp_path: Path) -> None:
    text = "  One.\r\n\r\nTwo.\n\tThree, 'with' \"marks\".\r\n  "
    path = write(tmp_path / f"a.{kind.suffix}", kind.write([{"text": text}]))
    assert only(read(path)[0]).text == text


@each
def test_default_date_and_language(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write([{"text": TEXT}]))
    options = ReadOptions(published="12 November 2023", language="fr")
    article = only(read(path, options=options)[0])
    assert (article.published, article.language) == (date(2023, 11, 12), "fr")


@each_text
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_recognised(kind: Format, encoding: str, tmp_path: Path) -> None:
    content = str(kind.write([{"text": TEXT, "title": "“Réponse”"}]))
    path = write(tmp_path / f"a.{kind.suffix}", content, encoding)
    found, rejects = read(path)
    assert only(found).text == TEXT
    assert not rejects


@each_text
def test_a_named_encoding_is_used(kind: Format, tmp_path: Path) -> None:
    text = TEXT.replace("Lecornu", "Łącki")
    path = write(
        tmp_path / f"a.{kind.suffix}",
        str(kind.write([{"text": text}])).replace("–", "-").replace("“", "").replace("”", ""),
        "iso8859-2",
    )
    options = ReadOptions(encoding="iso8859-2")
    assert "Sébastien Łącki" in only(read(path, options=options)[0]).text


@each
def test_an_empty_file_is_one_reject(kind: Format, tmp_path: Path) -> None:
    for name in (f"a.{kind.suffix}", f"a.{kind.suffix}.gz"):
        path = write(tmp_path / name, b"")
        found, rejects = read(path)
        reject = only(rejects)
        assert not found
        assert (reject.source, reject.record, reject.problem) == (str(path), None, "is empty")
        assert reject.remedy


@each
def test_a_blank_file_is_one_reject(kind: Format, tmp_path: Path) -> None:
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", " \n\n \r\n"))
    assert not found
    assert only(rejects).record is None


@each
@pytest.mark.parametrize("length", [300, 20_000])
def test_a_binary_is_one_reject(kind: Format, length: int, tmp_path: Path) -> None:
    noise = bytes(number * number % 251 for number in range(length))
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", noise))
    assert not found
    assert not kind.is_text or "is binary" in only(rejects).problem
    assert only(rejects).problem.startswith("is ")
    assert only(rejects).record is None


@each
def test_another_format_under_this_suffix_is_named(kind: Format, tmp_path: Path) -> None:
    other, name = (
        (b"{\\rtf1 a}", "a rich") if kind.suffix == "pdf" else (b"%PDF-1.4\n1 0\n", "a PDF")
    )
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", other))
    assert not found
    assert only(rejects).problem.startswith(f"is {name}")
    assert only(rejects).problem.endswith((", not text", f", not a .{kind.suffix} file"))


@each
def test_a_text_over_the_limit_is_rejected_with_its_remedy(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write([{"text": TEXT * 70}]))
    found, rejects = read(path, options=ReadOptions(max_characters=1_000))
    assert not found
    assert "1,000 characters" in only(rejects).problem or "20,000 bytes" in only(rejects).problem
    assert "raise max_characters" in only(rejects).remedy


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind.suffix != "pdf"], ids=str)
def test_twenty_megabytes_are_rejected(kind: Format, tmp_path: Path) -> None:
    content = kind.write([{"text": "Talks went on. " * 1_400_000}])
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", content))
    assert not found
    if kind.suffix not in {"docx", "zip"}:  # their packing gives it away before
        assert "raise max_characters" in only(rejects).remedy
    assert only(rejects).remedy


@each_text
def test_null_bytes_in_a_text_are_rejected(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write([{"text": TEXT[:90] + "\0" + TEXT}]))
    found, rejects = read(path)
    assert not found
    assert "null bytes" in only(rejects).problem


@each_text
def test_a_byte_that_no_encoding_explains_is_rejected(kind: Format, tmp_path: Path) -> None:
    content = data_of(kind, [{"text": TEXT}]).replace(b"Lecornu", b"Lecorn\x81")
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", content))
    assert not found
    assert "cannot be decoded" in only(rejects).problem


@each
def test_a_packed_file_cut_short_is_rejected(kind: Format, tmp_path: Path) -> None:
    packed = gzip.compress(data_of(kind, [{"text": TEXT}]))
    path = tmp_path / f"a.{kind.suffix}.gz"
    path.write_bytes(packed[: len(packed) // 2])
    found, rejects = read(path)
    assert not found
    assert "cut short" in only(rejects).problem


@each
def test_a_file_that_is_not_packed_is_rejected(kind: Format, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind.suffix}.gz"
    path.write_bytes(data_of(kind, [{"text": TEXT}]))
    found, rejects = read(path)
    assert not found
    assert "gzip" in only(rejects).problem


@each
def test_a_gzip_bomb_is_given_up_early(kind: Format, tmp_path: Path) -> None:
    start = data_of(kind, [{"text": TEXT}])
    bomb = gzip.compress(start + b" " * 64_000_000)
    path = tmp_path / f"a.{kind.suffix}.gz"
    path.write_bytes(bomb)
    _, rejects = read(path, options=ReadOptions(max_file_characters=10**9))
    if kind.suffix == "tar":
        return  # it ends with its own mark; what follows is not unpacked
    problem = rejects[-1].problem
    assert "200 times its size" in problem or "longer than" in problem or "is a page of" in problem


@each
def test_the_bytes_reported_add_up_to_the_estimate(kind: Format, tmp_path: Path) -> None:
    paths = [
        write(tmp_path / f"a.{kind.suffix}", kind.write([{"text": TEXT}])),
        write(tmp_path / f"b.{kind.suffix}.gz", kind.write([{"text": TEXT}])),
        write(tmp_path / f"c.{kind.suffix}", b"\x89PNG\r\n\x1a\n" + b"x" * 50_000),
    ]
    seen: list[int] = []
    list(articles(tmp_path, on_reject=lambda _: None, on_bytes=seen.append))
    assert sum(seen) == count_estimate([tmp_path]) == sum(path.stat().st_size for path in paths)
    assert min(seen) > 0


@each
def test_without_a_receiver_the_first_reject_is_raised(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", b"")
    with pytest.raises(ReadError) as raised:
        list(articles(path))
    reject = only(read(path)[1])
    assert str(raised.value) == str(reject)
    assert (raised.value.place.source, raised.value.place.record) == (str(path), None)


@each_of_several
def test_records_come_in_order_with_all_their_parts(kind: Format, tmp_path: Path) -> None:
    records = [
        {
            "id": f"a{number}",
            "text": f"{number}. {TEXT}",
            "published": f"2023-11-{number:02}",
            "title": f"Report {number}",
            "url": f"https://example.org/{number}",
            "publication": "The Daily",
            "language": "en-GB",
        }
        for number in range(1, 13)
    ]
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", kind.write(records)))
    assert not rejects
    assert [article.text for article in found] == [record["text"] for record in records]
    for article, record in zip(found, records, strict=True):
        given = {**record, "language": "en"}
        for part in kind.parts - {"published"}:
            assert getattr(article, part) == given[part], part
        assert article.published_on == date.fromisoformat(record["published"])


@each_of_several
def test_records_without_id_are_numbered_after_the_file(kind: Format, tmp_path: Path) -> None:
    records = [{"text": f"{number}. {TEXT}"} for number in range(3)]
    found, _ = read(write(tmp_path / f"paris.{kind.suffix}.gz", kind.write(records)))
    if kind.member is not None:
        assert [article.id for article in found] == ["a00001", "a00002", "a00003"]
    else:
        assert [article.id for article in found] == ["paris", "paris-2", "paris-3"]


@each_dated
def test_a_wrong_date_costs_only_its_record(kind: Format, tmp_path: Path) -> None:
    records = [{**record} for record in numbered(5)]
    records[2]["published"] = "31 February 2023"
    path = write(tmp_path / f"a.{kind.suffix}", kind.write(records))
    found, rejects = read(path)
    assert numbers(found) == [1, 2, 4, 5]
    assert (only(rejects).source, only(rejects).record) == kind.place(path, 3)
    assert only(rejects).problem == "wrong date '31 February 2023'"
    assert "2023-11-12" in only(rejects).remedy


@each_dated
def test_an_ambiguous_date_is_rejected_unless_the_order_is_known(
    kind: Format, tmp_path: Path
) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write([{"text": TEXT, "date": "03/04/2023"}]))
    found, rejects = read(path)
    assert not found
    assert "ambiguous date '03/04/2023'" in only(rejects).problem
    for day_first, expected in ((True, date(2023, 4, 3)), (False, date(2023, 3, 4))):
        found, rejects = read(path, options=ReadOptions(day_first=day_first))
        assert only(found).published == expected
        assert not rejects


@each_of_several
def test_a_record_over_the_limit_costs_only_itself(kind: Format, tmp_path: Path) -> None:
    records = [{**record} for record in numbered(4)]
    records[1]["text"] = (TEXT + "\n") * 600
    path = write(tmp_path / f"a.{kind.suffix}", kind.write(records))
    found, rejects = read(path, options=ReadOptions(max_characters=1_000))
    assert numbers(found) == [1, 3, 4]
    assert (only(rejects).source, only(rejects).record) == kind.place(path, 2)
    assert "1,000 characters" in only(rejects).problem or "20,000 bytes" in only(rejects).problem


@each_keyed
def test_an_undecodable_record_costs_only_itself(kind: Format, tmp_path: Path) -> None:
    content = data_of(kind, list(numbered(3)))
    broken = content.replace(b"2. France", b"2. Fr\x8dnce")
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", broken))
    assert [article.id for article in found] == ["a1", "a3"]
    assert only(rejects).record == 2


@each_keyed
def test_one_record_in_another_encoding_is_read(kind: Format, tmp_path: Path) -> None:
    content = data_of(kind, list(numbered(3))).split(b"2. France")
    second, rest = content[1].split(b"telephone", 1)
    second = second.decode().encode("cp1252")
    mixed = content[0] + b"2. France" + second + b"telephone" + rest
    found, rejects = read(write(tmp_path / f"a.{kind.suffix}", mixed))
    assert [article.text for article in found] == [f"{number}. {TEXT}" for number in (1, 2, 3)]
    assert not rejects


@each_keyed
def test_a_column_named_by_the_user_stands_alone(kind: Format, tmp_path: Path) -> None:
    records = [{"Story Text": TEXT, "text": "summary", "when": "20231112", "date": "1999-01-01"}]
    path = write(tmp_path / f"a.{kind.suffix}", kind.write(records))
    options = ReadOptions(text_column="story text", published_column="When")
    article = only(read(path, options=options)[0])
    assert (article.text, article.published) == (TEXT, date(2023, 11, 12))


@each_keyed
def test_a_named_column_that_is_nowhere_is_rejected(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write(list(numbered(2))))
    _, rejects = read(path, options=ReadOptions(title_column="kicker"))
    assert "'kicker'" in only(rejects).problem
    assert only(rejects).record is None


@each_keyed
def test_no_column_of_text_is_rejected_with_what_is_there(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write([{"nr": "1", "story": TEXT}]))
    found, rejects = read(path)
    assert not found
    assert "'nr', 'story'" in only(rejects).problem
    assert "name the" in only(rejects).remedy


@each_dated
def test_a_strict_reading_gives_the_articles_before_the_fault(kind: Format, tmp_path: Path) -> None:
    records = [{**record} for record in numbered(3)]
    records[1]["published"] = "soon"
    path = write(tmp_path / f"a.{kind.suffix}", kind.write(records))
    reading = articles(path)
    assert numbers([next(reading)]) == [1]
    with pytest.raises(ReadError, match=r": wrong date 'soon'; write it as") as raised:
        next(reading)
    assert (raised.value.place.source, raised.value.place.record) == kind.place(path, 2)


@each_streamed
def test_articles_before_a_cut_are_kept(kind: Format, tmp_path: Path) -> None:
    records = [{**record} for record in numbered(400)]
    for record in records:
        record["text"] += os.urandom(400).hex()  # keeps gzip from packing it all into one block
    packed = gzip.compress(data_of(kind, records))
    path = tmp_path / f"a.{kind.suffix}.gz"
    path.write_bytes(packed[: len(packed) * 3 // 4])
    found, rejects = read(path)
    assert 200 < len(found) < 400
    assert numbers(found) == list(range(1, len(found) + 1))
    assert rejects
    assert "cut short" in rejects[-1].problem


@each_streamed
def test_the_first_article_comes_before_the_file_is_read(kind: Format, tmp_path: Path) -> None:
    path = write(tmp_path / f"a.{kind.suffix}", kind.write(list(numbered(2_000))))
    seen: list[int] = []
    reading = articles(path, on_bytes=seen.append)
    next(reading)
    assert sum(seen) < path.stat().st_size / 10
    del reading


@pytest.fixture(scope="module")
def samples() -> list[dict[str, Any]]:
    files = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.json"))[:20]
    return [json.loads(file.read_text("utf-8")) for file in files]


@each
def test_the_same_reports_come_from_every_format(
    kind: Format, samples: list[dict[str, Any]], tmp_path: Path
) -> None:
    if kind.suffix == "pdf":
        samples = [
            item
            for item in samples
            if item["text"].encode("cp1252", "ignore").decode("cp1252") == item["text"]
        ]
        assert len(samples) > 15
    if kind.several:
        paths = [write(tmp_path / f"all.{kind.suffix}", kind.write(samples))]
    else:
        paths = [
            write(tmp_path / f"{sample['id']}.{kind.suffix}", kind.write([sample]))
            for sample in samples
        ]
    found, rejects = read(*paths)
    assert not rejects
    assert [words(article.text) for article in found] == [words(item["text"]) for item in samples]
    if kind.several:
        days = [date.fromisoformat(sample["published"][:10]) for sample in samples]
        assert [article.published_on for article in found] == days


def words(text: str) -> list[str]:
    """A text without regard to its white space."""
    return text.split()
