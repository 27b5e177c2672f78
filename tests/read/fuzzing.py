"""Hostile content for every reader, and what a reader must never do with it.

``python tests/read/fuzzing.py --runs 100000`` goes on for that many files of each format;
``--format warc`` takes one format alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import press_fixtures as press
from hypothesis import strategies as st
from read_cases import FORMATS, Format, numbered, read

from detente.read import ReadOptions

_LIMIT = 200
_SLOW = 10.0
_COMMON = (
    *(b'{"text": "One."}\n', b"id,text\n", b"id\ttext\n", b'1,"x', b'"', b'""', b",", b"\t", b"\n"),
    *(
        b"\r",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x81",
        b"\xe9",
        b"[",
        b"{",
        b"}",
        b"]",
        b"<p>a",
    ),
    *(b"<html>", b"1,One.\n", b'2,"Two"\n', b"Text. " * 50, b"\x1f\x8b", b"PK\x03\x04", b"BZh9"),
)
_OWN: dict[str, Sequence[bytes]] = {
    "xml": (
        *(b"<Sentence", b" id='a_1'", b' sentence="True"', b">", b"</Sentence>", b"<Text>", b"&x;"),
        *(
            b"</Text>",
            b"<![CDATA[",
            b"]]>",
            b"<!--",
            b"-->",
            b"<!DOCTYPE a [",
            b"<?xml version='1.0'?>",
        ),
        b'<Sentence id="b_2" date="20240101"><Text>Two.</Text></Sentence>',
    ),
    "rtf": (
        *(
            b"{\\rtf1",
            b"{",
            b"}",
            b"\\par ",
            b"\\u8364?",
            b"\\u-10179?",
            b"\\uc2",
            b"\\'e9",
            b"\\*",
        ),
        *(b"\\bin99 ", b"\\ansicpg932", b"\\ansicpg99999", b"{\\fonttbl", b"\\cell", b"\\"),
    ),
    "eml": (
        *(
            b"From: =?utf-8?q?a?= <a@b>\n",
            b"Subject: =?x?b?!!?=\n",
            b"Date: never\n",
            b"\n\n",
            b":",
        ),
        *(b"Content-Type: multipart/mixed; boundary=b\n", b"--b\n", b"--b--\n", b"<p>a</p>"),
        *(b"Content-Type: text/html; charset=x\n", b"Content-Transfer-Encoding: base64\n"),
        *(b"Content-Type: text/plain; charset=utf-16\n", b"Message-ID: <\n", b"To: a@[\n"),
    ),
    "mbox": (
        b"From a@b Sun Nov 12 09:00:00 2023\n",
        b">From ",
        b"Subject: a\n",
        b"\n\n",
        b"Text.\n",
    ),
    "warc": (
        *(b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"Content-Length: 40\r\n", b"\r\n\r\n"),
        *(
            b"WARC-Target-URI: http://a/\r\n",
            b"Content-Type: text/html\r\n",
            b"HTTP/1.1 200 OK\r\n",
        ),
        *(
            b"Content-Encoding: gzip\r\n",
            b"Transfer-Encoding: chunked\r\n",
            b"ff\r\n",
            b"Content-Type: ;\r\n",
        ),
    ),
    "pdf": (
        b"%PDF-1.4\n",
        b"1 0 obj\n",
        b"<< /Type /Catalog",
        b">>",
        b"endobj",
        b"trailer",
        b"%%EOF",
    ),
}
_LAYOUTS = tuple("\n".join(lines()).encode() for lines in press.LAYOUTS.values())


def contents(kind: Format) -> st.SearchStrategy[bytes]:
    """Content that a file of a format may have: noise, its parts in any order, and sound files
    with parts of them changed.
    """
    parts = st.sampled_from([*_COMMON, *_OWN.get(kind.suffix, ())])
    return st.one_of(
        st.binary(max_size=300),
        st.lists(parts, max_size=12).map(b"".join),
        st.builds(damaged, st.sampled_from(_sound(kind)), st.integers(0, 2**32)),
    )


def _sound(kind: Format) -> list[bytes]:
    """Files as they should be."""
    made = kind.write(list(numbered(3)))
    found = [made if isinstance(made, bytes) else made.encode()]
    if kind.suffix in press.FORMS:
        found += [press.FORMS[kind.suffix](lines()) for lines in press.LAYOUTS.values()]
    return [*found, *_LAYOUTS] if kind.suffix == "txt" else found


def damaged(data: bytes, seed: int) -> bytes:
    """A file with some bytes changed, taken out, doubled or moved."""
    chance = random.Random(seed)  # noqa: S311
    found = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(found) + 1)
        end = min(len(found), at + chance.choice((1, 1, 1, 2, 4, 16, 300)))
        change = chance.randrange(5)
        if change == 0:
            found[at:end] = b""
        elif change == 1:
            found[at:at] = found[at:end]
        elif change == 2:
            found[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        elif change == 3:
            found[at:at] = chance.choice(_COMMON)
        else:
            del found[chance.randrange(len(found) + 1) :]
    return bytes(found)


def problems_of(path: Path) -> list[str]:
    """What is wrong with how a file is read; nothing, if all is well."""
    began = time.monotonic()
    found, rejects = read(path, options=ReadOptions(max_characters=_LIMIT))
    wrong = [] if found or rejects else ["nothing came of it"]
    if time.monotonic() - began > _SLOW:
        wrong.append(f"it took {time.monotonic() - began:.0f} seconds")
    for article in found:
        if not 0 < len(article.text) <= _LIMIT or not article.text.strip() or not article.id:
            wrong.append(f"no article: {article!r}")
        article.text.encode()
        article.source.encode()
    for reject in rejects:
        line = str(reject)
        line.encode()
        if not reject.problem or not reject.remedy or "\n" in line:
            wrong.append(f"no clear line: {line!r}")
    return wrong


def _files(kind: Format, runs: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)  # noqa: S311
    sound = _sound(kind)
    parts = [*_COMMON, *_OWN.get(kind.suffix, ())]
    for _ in range(runs):
        if chance.random() < 0.7:
            yield damaged(chance.choice(sound), chance.getrandbits(32))
        else:
            yield b"".join(chance.choices(parts, k=chance.randrange(1, 14)))


def main(arguments: Sequence[str]) -> int:
    """Run; the result is the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000, help="files of each format")
    parser.add_argument("--format", help="one format alone")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind in FORMATS:
            if given.format in {None, kind.suffix}:
                failed += _run(kind, Path(folder), given.runs, given.seed)
    return 1 if failed else 0


def _run(kind: Format, folder: Path, runs: int, seed: int) -> int:
    began, failed = time.monotonic(), 0
    for number, data in enumerate(_files(kind, runs, seed)):
        path = folder / f"a.{kind.suffix}"
        path.write_bytes(data)
        try:
            wrong = problems_of(path)
        except Exception as fault:  # noqa: BLE001  whatever it is, it is the find
            wrong = [f"{type(fault).__name__}: {fault}"]
        if wrong:
            failed += 1
            kept = Path(f"fuzz-{kind.suffix}-{seed}-{number}.{kind.suffix}")
            kept.write_bytes(data)
            sys.stdout.write(f"{kept}: {wrong[0]}\n")
    took = time.monotonic() - began
    sys.stdout.write(f"{kind.suffix:8} {runs:>9,} files, {failed} failed, {took:.0f} s\n")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
