"""Folders, globs, standard input, and places that cannot be read."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from read_cases import TEXT, numbered, only, read, write

from detente.errors import ReadError
from detente.read import ReadOptions, articles, count_estimate


def names(*sources: str | Path) -> list[str]:
    found, rejects = read(*sources)
    assert not rejects
    return [article.source for article in found]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    for name in ("b.txt", "a/2.md", "a/1.txt", "a/.hidden.txt", ".git/x.txt", "c/pic.png", "z.css"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} – {TEXT}")
    return root


def test_a_folder_is_read_in_order_without_hidden_files(archive: Path) -> None:
    assert names(archive) == [str(archive / name) for name in ("a/1.txt", "a/2.md", "b.txt")]


def test_sources_keep_the_form_they_were_given_in(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive)
    assert names("./b.txt", "a/../b.txt") == ["./b.txt", "a/../b.txt"]
    assert names("a") == ["a/1.txt", "a/2.md"]
    assert names("a/*.txt") == ["a/1.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["a/1.txt", "b.txt"]),
        ("**/*", ["a/1.txt", "a/2.md", "b.txt"]),
        ("?", ["a/1.txt", "a/2.md"]),
        ("[ab].txt", ["b.txt"]),
    ],
)
def test_globs(pattern: str, expected: list[str], archive: Path) -> None:
    found = names(str(archive / pattern))
    assert found == [str(archive / name) for name in expected]


def test_a_name_that_looks_like_a_glob(tmp_path: Path) -> None:
    path = write(tmp_path / "a[1].txt", TEXT)
    write(tmp_path / "a1.txt", TEXT)
    assert names(path) == [str(path)]


def test_a_hidden_file_that_is_named_is_read(archive: Path) -> None:
    assert len(names(archive / "a/.hidden.txt")) == 1


@pytest.mark.parametrize("name", ["report.odt", "notes", "report.odt.gz"])
def test_a_format_that_is_not_read_is_never_lost_silently(name: str, archive: Path) -> None:
    write(archive / name, "x")
    found, rejects = read(archive)
    assert len(found) == 3
    assert only(rejects).source == str(archive / name)
    assert ".txt" in only(rejects).remedy


def test_furniture_that_is_named_is_rejected(archive: Path) -> None:
    assert "format .png" in only(read(archive / "c/pic.png")[1]).problem


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing.txt", "does not exist"),
        ("b.txt/below.txt", "Not a directory"),
        ("*.xyz", "matches no file"),
        ("c", "matches no file that can be read"),
        ("x" * 300 + ".txt", "name too long"),
        ("nul\0.txt", "no path"),
        ("\ud800.txt", "no path"),
    ],
)
def test_places_that_are_not_there(name: str, problem: str, archive: Path) -> None:
    found, rejects = read(f"{archive}/{name}", archive / "b.txt")
    assert len(found) == 1
    assert problem in only(rejects).problem
    assert only(rejects).record is None
    str(only(rejects)).encode()


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(TEXT)
    article = only(read(tmp_path)[0])
    assert article.id == "caf\\udce9"
    article.source.encode()


def test_links_to_folders_are_followed_once(archive: Path) -> None:
    (archive / "a/loop").symlink_to(archive)
    (archive / "again").symlink_to(archive / "a")
    (archive / "dead.txt").symlink_to(archive / "gone.txt")
    found, rejects = read(archive)
    assert len(found) == 3
    assert "does not exist" in only(rejects).problem


def test_what_is_neither_file_nor_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no file or folder" in only(read(tmp_path)[1]).problem


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    # Outside tmp_path, which other users may not enter at all.
    folder = Path(tempfile.mkdtemp(prefix="detente-"))
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)
    shutil.rmtree(folder)


READ_WITHOUT_RIGHTS = """
import json, os, sys
from detente.read import articles, count_estimate
list(articles(sys.argv[1] + "/zoo.txt"))  # loads what Python loads late
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
rejects = []
found = [article.id for article in articles(*sys.argv[1:], on_reject=rejects.append)]
total = count_estimate(sys.argv[1:])
print(json.dumps([found, [[r.source, r.record, r.problem, r.remedy] for r in rejects], total]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_files_and_folders_without_rights(shared_folder: Path) -> None:
    for name in ("closed/in.txt", "listed/in.txt", "secret.txt", "zoo.txt"):
        path = shared_folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
        path.chmod(0o644)
    (shared_folder / "secret.txt").chmod(0o000)
    (shared_folder / "closed").chmod(0o000)
    (shared_folder / "listed").chmod(0o444)
    # A process of its own gives up its rights, since root may read everything.
    command = [sys.executable, "-W", "error", "-c", READ_WITHOUT_RIGHTS, str(shared_folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert not done.stderr
    found, rejects, total = json.loads(done.stdout)
    assert found == ["zoo"]
    assert [reject[:2] for reject in rejects] == [
        [f"{shared_folder}/closed", None],
        [f"{shared_folder}/listed/in.txt", None],
        [f"{shared_folder}/secret.txt", None],
    ]
    assert all("permission denied" in reject[2] and reject[3] for reject in rejects)
    assert total == 2 * len(TEXT.encode())


def test_a_fault_of_the_disk_is_a_reject() -> None:
    if not Path("/proc/self/mem").exists():
        pytest.skip("needs a file whose reading fails")
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "broken.txt"
        link.symlink_to("/proc/self/mem")
        assert "cannot be read: Input/output error" in only(read(link)[1]).problem


def stdin(data: bytes, **more: object) -> ReadOptions:
    return ReadOptions(stdin=io.BytesIO(data), **more)  # type: ignore[arg-type]


def test_standard_input_of_json_lines() -> None:
    lines = "\n \n" + "".join(json.dumps(record) + "\n" for record in numbered(3)) + "{broken\n"
    found, rejects = read("-", options=stdin(lines.encode()))
    assert [(article.id, article.source) for article in found] == [
        ("a1", "<stdin>"),
        ("a2", "<stdin>"),
        ("a3", "<stdin>"),
    ]
    assert (only(rejects).source, only(rejects).record) == ("<stdin>", 6)


@pytest.mark.parametrize(
    "text", [TEXT, f"\n\n {TEXT}\r\n", "{not JSON}\nText.", '["a"]\nText.', "x"]
)
def test_standard_input_of_plain_text(text: str) -> None:
    article = only(read("-", options=stdin(text.encode()))[0])
    assert (article.text, article.id) == (text, "stdin")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_standard_input_in_other_encodings(encoding: str) -> None:
    assert only(read("-", options=stdin(TEXT.encode(encoding)))[0]).text == TEXT


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \n \n", "the text is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a PNG picture"),
        (b"x" * 2_000, "1,000 characters"),
        (b"x " * 100_000, "1,000 characters"),
    ],
)
def test_standard_input_that_cannot_be_used(data: bytes, problem: str) -> None:
    found, rejects = read("-", options=stdin(data, max_characters=1_000))
    assert not found
    assert only(rejects).source == "<stdin>"
    assert problem in only(rejects).problem


def test_standard_input_stays_open() -> None:
    stream = io.BytesIO(TEXT.encode())
    read("-", options=ReadOptions(stdin=stream))
    assert not stream.closed


def test_the_process_reads_its_own_standard_input() -> None:
    code = "from detente.read import articles; print([a.text for a in articles('-')])"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "error", "-c", code],
        input=b"Hello.",
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().strip() == "['Hello.']"


def test_an_article_comes_as_soon_as_its_line_is_there() -> None:
    ends = os.pipe()
    with os.fdopen(ends[0], "rb") as reading, os.fdopen(ends[1], "wb", 0) as writing:
        found = articles("-", options=ReadOptions(stdin=reading))
        for number in range(3):
            line = json.dumps({"id": str(number), "text": TEXT}).encode()
            writing.writelines((line[:1], line[1:9], line[9:] + b"\n"))
            assert next(found).id == str(number)


def test_bytes_are_unknown_with_standard_input(archive: Path) -> None:
    assert count_estimate([archive, "-"]) is None
    assert (
        count_estimate([archive / "b.txt", archive / "gone"]) == (archive / "b.txt").stat().st_size
    )


def test_several_sources_are_one_run(archive: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "b.txt", "Another text.")
    found, _ = read(archive / "b.txt", other, archive / "b.txt")
    assert [article.id for article in found] == ["b", "b-2", "b"]


def test_no_source_gives_nothing() -> None:
    assert not list(articles())


def test_a_missing_path_raises_without_a_receiver(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"missing\.txt: does not exist; check the path"):
        list(articles(tmp_path / "missing.txt"))
