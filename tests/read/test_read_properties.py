"""Properties of all readers on any input."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fuzzing import contents, problems_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from read_cases import FORMATS, Format, read

from detente.errors import ReadError
from detente.read import ReadOptions, articles

each = pytest.mark.parametrize("kind", FORMATS, ids=str)
# Where control characters are many, a file is rightly taken for a binary.
characters = st.one_of(
    st.characters(codec="utf-8", exclude_categories=["Cc"]), st.sampled_from("\n\r\t\v\f\x85")
)
texts = st.text(characters, min_size=1).filter(lambda text: bool(text.strip()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return tmp_path_factory.mktemp("any")  # type: ignore[return-value]


@each
@settings(deadline=None)
@given(drawn=st.data())
def test_any_bytes_give_articles_or_rejects(
    kind: Format, drawn: st.DataObject, folder: Path
) -> None:
    data = drawn.draw(contents(kind))
    for path, content in (
        (folder / f"a.{kind.suffix}", data),
        (folder / f"b.{kind.suffix}.gz", gzip.compress(data)),
        (folder / f"c.{kind.suffix}.gz", data),
        (folder / f"d.{kind.suffix}.gz", gzip.compress(data)[:-5]),
    ):
        path.write_bytes(content)
        assert problems_of(path) == []


@each
@settings(deadline=None)
@given(drawn=st.data())
def test_without_a_receiver_only_read_errors_are_raised(
    kind: Format, drawn: st.DataObject, folder: Path
) -> None:
    data = drawn.draw(contents(kind))
    path = folder / f"s.{kind.suffix}"
    path.write_bytes(data)
    kept, rejects = read(path)
    strict = []
    try:
        for article in articles(path):
            strict.append(article)  # noqa: PERF402  what came before the error counts
    except ReadError as fault:
        assert str(fault) == str(rejects[0])  # noqa: PT017  either outcome is right
    else:
        assert not rejects
    assert strict == kept[: len(strict)]


@settings(deadline=None)
@given(data=contents(FORMATS[0]))
def test_any_standard_input_gives_articles_or_rejects(data: bytes) -> None:
    found, rejects = read("-", options=ReadOptions(stdin=io.BytesIO(data)))
    assert found or rejects


@settings(deadline=None)
@given(records=st.lists(texts, min_size=1, max_size=6))
@example(records=["a\u2028b\x85c\x0bd\x1ee\ufeff", " \ufeff ", "\r", "\x7f\x01"][:2])
def test_json_lines_keep_every_text(records: list[str], folder: Path) -> None:
    for ascii_only in (True, False):
        lines = [json.dumps({"text": text}, ensure_ascii=ascii_only) for text in records]
        path = folder / "r.jsonl"
        path.write_bytes("\n".join(lines).encode())
        found, rejects = read(path)
        assert [article.text for article in found] == records
        assert not rejects


@pytest.mark.parametrize(("suffix", "delimiter"), [("csv", ","), ("tsv", "\t")])
@settings(deadline=None)
@given(records=st.lists(st.tuples(texts, st.text(characters)), min_size=1, max_size=6))
def test_delimited_files_keep_every_text(
    suffix: str, delimiter: str, records: list[tuple[str, str]], folder: Path
) -> None:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    rows.writerow(["note", "text"])
    rows.writerows((note, text) for text, note in records)
    path = folder / f"r.{suffix}"
    path.write_bytes(out.getvalue().encode())
    found, rejects = read(path)
    assert [article.text for article in found] == [text for text, _ in records]
    assert not rejects


@settings(deadline=None)
@given(text=texts)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_plain_text_keeps_every_character(text: str, encoding: str, folder: Path) -> None:
    path = folder / "r.txt"
    path.write_bytes(text.encode(encoding))
    found, rejects = read(path)
    if rejects:
        # Control characters, or the first bytes of another format, make it no text.
        assert "is " in rejects[0].problem
        assert not found
    elif not text.startswith("\ufeff"):
        assert [article.text for article in found] == [text]


@settings(deadline=None)
@given(parts=st.lists(st.tuples(st.sampled_from("éèÄ–“”’€ñß"), st.text("ab .\r\n", min_size=1))))
def test_cp1252_keeps_every_text(parts: list[tuple[str, str]], folder: Path) -> None:
    text = "A" + "".join(high + low for high, low in parts)
    path = folder / "w.txt"
    path.write_bytes(text.encode("cp1252"))
    found, rejects = read(path)
    assert [article.text for article in found] == [text]
    assert not rejects
