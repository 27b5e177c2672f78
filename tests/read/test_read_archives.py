"""ZIP and TAR: files inside are read as in a folder, and nothing inside can do harm."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import writers
from read_cases import TEXT, only, read, write

from detente.read import ReadOptions

File = tuple[str, bytes]


def zip_of(files: Sequence[File]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


KINDS: dict[str, Callable[[Sequence[File]], bytes]] = {"zip": zip_of, "tar": writers.tar_of}
each = pytest.mark.parametrize("suffix", KINDS)
BODY = TEXT.encode()


@each
def test_files_of_all_formats_are_read_as_in_a_folder(suffix: str, tmp_path: Path) -> None:
    files = [
        ("a/paris.txt", BODY),
        ("a/rows.csv", b"id,text\nr1,One.\nr2,Two.\n"),
        ("b/lines.jsonl.gz", gzip.compress(b'{"text": "Three."}\n{"text": "Four."}\n')),
        ("b/word.docx", writers.word_document([{"text": TEXT}])),
        ("b/z.warc", writers.web_archive([{"text": TEXT}])),
    ]
    path = write(tmp_path / f"day.{suffix}", KINDS[suffix](files))
    found, rejects = read(path)
    assert not rejects
    assert [(article.id, article.source) for article in found] == [
        ("paris", f"{path}/a/paris.txt"),
        ("r1", f"{path}/a/rows.csv"),
        ("r2", f"{path}/a/rows.csv"),
        ("lines", f"{path}/b/lines.jsonl.gz"),
        ("lines-2", f"{path}/b/lines.jsonl.gz"),
        ("word", f"{path}/b/word.docx"),
        ("z", f"{path}/b/z.warc"),
    ]


@each
def test_what_is_passed_over_in_a_folder_is_passed_over_here(suffix: str, tmp_path: Path) -> None:
    names = [".hidden.txt", "a/.git/x.txt", "a/pic.png", "__MACOSX/a.txt", "./a/./b.txt"]
    files = [(name, BODY) for name in names]
    found, rejects = read(write(tmp_path / f"a.{suffix}", KINDS[suffix](files)))
    assert only(found).id == "b"
    assert not rejects


@each
def test_each_bad_file_costs_only_itself_and_is_named(suffix: str, tmp_path: Path) -> None:
    files = [
        ("1.txt", b""),
        ("2.odt", b"x"),
        ("3.txt", b"%PDF-1.4 x"),
        ("4.jsonl", b'{"text": "Good."}\n{"text": \n'),
        ("5.zip", zip_of([("a.txt", BODY)])),
        ("6.json.gz", b"no gzip"),
        ("7.txt", BODY),
    ]
    path = write(tmp_path / f"a.{suffix}", KINDS[suffix](files))
    found, rejects = read(path)
    assert [article.id for article in found] == ["4", "7"]
    assert [(reject.source, reject.record) for reject in rejects] == [
        (f"{path}/1.txt", None),
        (f"{path}/2.odt", None),
        (f"{path}/3.txt", None),
        (f"{path}/4.jsonl", 2),
        (f"{path}/5.zip", None),
        (f"{path}/6.json.gz", None),
    ]
    assert rejects[0].problem == "is empty"
    assert rejects[2].problem == "is a PDF, not text"
    assert rejects[4].problem == "is an archive inside an archive"
    assert "gzip" in rejects[5].problem


@each
@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a\nb\x1b[31m.txt", "x" * 900 + ".txt"],
)
def test_names_are_never_paths(
    suffix: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / f"a.{suffix}", KINDS[suffix]([(name, BODY), ("b.txt", b"")]))
    inside = tmp_path / "cwd"
    inside.mkdir()
    monkeypatch.chdir(inside)
    found, rejects = read(path)
    assert only(found).text == TEXT
    assert only(found).source.isprintable()
    assert len(only(rejects).source) < 500
    assert not list(inside.iterdir())
    assert sorted(tmp_path.iterdir()) == [path, inside]


@each
def test_a_bomb_in_an_archive_costs_only_itself(suffix: str, tmp_path: Path) -> None:
    bomb = gzip.compress(b"[" + b" " * 40_000_000)
    files = [("1.json.gz", bomb), ("2.txt", BODY)]
    found, rejects = read(write(tmp_path / f"a.{suffix}", KINDS[suffix](files)))
    assert only(found).id == "2"
    assert "200 times its size" in only(rejects).problem


def test_a_zip_bomb_costs_only_itself(tmp_path: Path) -> None:
    data = zip_of([("1.json", b"[" + b" " * 40_000_000), ("2.txt", BODY)])
    found, rejects = read(write(tmp_path / "a.zip", data))
    assert only(found).id == "2"
    assert "200 times its size" in only(rejects).problem


def test_an_encrypted_file_is_named(tmp_path: Path) -> None:
    data = bytearray(zip_of([("1.txt", BODY), ("2.txt", BODY)]))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    found, rejects = read(write(tmp_path / "a.zip", bytes(data)))
    assert only(found).id == "2"
    assert only(rejects).problem == "is encrypted"
    assert "password" in only(rejects).remedy


def test_a_file_without_a_name_is_told(tmp_path: Path) -> None:
    data = bytearray(zip_of([("1.txt", BODY), ("2.txt", BODY)]))
    at = data.index(b"PK\x01\x02")
    data[at + 28 : at + 30] = b"\0\0"  # the length of its name
    data[at + 32 : at + 34] = b"\x05\0"  # which makes of the name a note that follows it
    found, rejects = read(write(tmp_path / "a.zip", bytes(data)))
    assert [article.id for article in found] == ["2"]
    assert only(rejects).source.endswith("a.zip/(no name)")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("1.txt", BODY)
        archive.writestr("2.txt", BODY + b"!")
    data = out.getvalue().replace(b"Lecornu", b"Lecorna", 1)
    found, rejects = read(write(tmp_path / "a.zip", data))
    assert only(found).id == "2"
    assert "damaged" in only(rejects).problem


@each
def test_an_archive_without_articles_tells_so(suffix: str, tmp_path: Path) -> None:
    for files in ([], [("a.png", b"x")]):
        found, rejects = read(write(tmp_path / f"a.{suffix}", KINDS[suffix](files)))
        assert not found
        assert only(rejects).problem == "is an archive without a file that can be read"


@pytest.mark.parametrize("ending", ["tar.gz", "tgz", "tar.bz2", "TGZ"])
def test_packed_tar(ending: str, tmp_path: Path) -> None:
    mode = "w:bz2" if "bz2" in ending else "w:gz"
    path = tmp_path / f"a.{ending}"
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        item = tarfile.TarInfo("a.txt")
        item.size = len(BODY)
        archive.addfile(item, io.BytesIO(BODY))
    found, rejects = read(path)
    assert only(found).text == TEXT
    assert not rejects


def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret.txt", b"Secret.")
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (
            ("a.txt", tarfile.SYMTYPE),
            ("b.txt", tarfile.LNKTYPE),
            ("c", tarfile.CHRTYPE),
        ):
            item = tarfile.TarInfo(name)
            item.type, item.linkname, item.mode = kind, str(secret), stat.S_IRUSR
            archive.addfile(item)
        item = tarfile.TarInfo("d.txt")
        item.size = len(BODY)
        archive.addfile(item, io.BytesIO(BODY))
    found, rejects = read(write(tmp_path / "a.tar", out.getvalue()))
    assert [article.text for article in found] == [TEXT]
    assert not rejects


def test_a_tar_cut_between_two_files_is_noticed(tmp_path: Path) -> None:
    data = writers.tar_of([("1.txt", BODY), ("2.txt", BODY)])
    found, rejects = read(write(tmp_path / "a.tar", data[: 512 + -(-len(BODY) // 512) * 512]))
    assert only(found).id == "1"
    assert "cut short" in only(rejects).problem


def test_a_header_that_would_fill_memory_is_refused(tmp_path: Path) -> None:
    item = tarfile.TarInfo("a")
    item.type, item.size = tarfile.GNUTYPE_LONGNAME, 8**11 - 1
    found, rejects = read(write(tmp_path / "a.tar", item.tobuf(tarfile.GNU_FORMAT) + b"x" * 2_048))
    assert not found
    assert "header is too long" in only(rejects).problem


def test_a_zip_from_a_pipe_of_gzip_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip.gz", zip_of([("a.txt", BODY)]))
    assert only(read(path)[0]).text == TEXT


def test_the_options_hold_inside_too(tmp_path: Path) -> None:
    files = [("a.csv", b"Story,when\nOne.,03/04/2023\n")]
    options = ReadOptions(text_column="Story", published_column="when", day_first=True)
    article = only(read(write(tmp_path / "a.zip", zip_of(files)), options=options)[0])
    assert (article.text, str(article.published)) == ("One.", "2023-04-03")
