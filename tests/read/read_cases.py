"""One article, and several, written in every format that the read stage knows."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import writers

from detente.read import ReadOptions, articles
from detente.records import Article, Reject

TEXT = (
    "France is ready to resume contacts with Russia, Sébastien Lecornu said on Sunday. "
    "The minister – in office since 2022 – named the conditions “one by one”.\n"
    "The last talks by telephone were held on 23 October 2022, and none have been held since, "
    "the ministry said in Paris, where it also recalled that visas had been refused."
)


ALL_PARTS = frozenset({"id", "published", "title", "url", "publication", "language"})


@dataclass(frozen=True, slots=True)
class Format:
    """How to write one format, and what it can hold.

    Args:
        suffix: the ending of its files.
        write: makes the content of a file from records.
        several: whether a file holds more than one article.
        exact: whether white space in the text is kept as it stands.
        keyed: whether records are keys or columns with values.
        streamed: whether the first article comes before the file is read.
        member: where records are files of their own: the name of one by its number.
        parts: the parts of an article that it holds beside the text.
    """

    suffix: str
    write: Callable[[Sequence[dict[str, Any]]], str | bytes]
    several: bool
    exact: bool = True
    keyed: bool = False
    streamed: bool = False
    member: Callable[[int], str] | None = None
    parts: frozenset[str] = ALL_PARTS

    def __str__(self) -> str:
        return self.suffix

    @property
    def is_text(self) -> bool:
        """Whether its bytes are text in an encoding of the user's."""
        return isinstance(self.write([{"text": TEXT}]), str)

    def place(self, path: Path, number: int) -> tuple[str, int | None]:
        """Where a record of a file with several lies: the source, and the number in it."""
        if self.member is None:
            return str(path), number
        return f"{path}/{self.member(number)}", None


def _delimited(delimiter: str) -> Callable[[Sequence[dict[str, Any]]], str]:
    def write(records: Sequence[dict[str, Any]]) -> str:
        keys = list(dict.fromkeys(key for record in records for key in record))
        out = io.StringIO()
        rows = csv.DictWriter(out, keys, delimiter=delimiter)
        rows.writeheader()
        rows.writerows(records)
        return out.getvalue()

    return write


def _page(records: Sequence[dict[str, Any]]) -> str:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in records[0]["text"].split("\n"))
    return (
        "<!DOCTYPE html><html><head><title>Ready to talk</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><article>{paragraphs}</article></body></html>"
    )


def _lines(records: Sequence[dict[str, Any]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


FORMATS = (
    Format("txt", lambda records: str(records[0]["text"]), several=False),
    Format("md", lambda records: str(records[0]["text"]), several=False),
    Format("html", _page, several=False, exact=False),
    Format("htm", _page, several=False, exact=False),
    Format(
        "json",
        lambda records: json.dumps(records, ensure_ascii=False),
        several=True,
        keyed=True,
    ),
    Format("jsonl", _lines, several=True, keyed=True, streamed=True),
    Format("ndjson", _lines, several=True, keyed=True, streamed=True),
    Format("csv", _delimited(","), several=True, keyed=True, streamed=True),
    Format("tsv", _delimited("\t"), several=True, keyed=True, streamed=True),
    Format(
        "xml",
        writers.petrarch,
        several=True,
        exact=False,
        streamed=True,
        parts=frozenset({"id", "published", "publication"}),
    ),
    Format("rtf", writers.rich_text, several=False, exact=False),
    Format("docx", writers.word_document, several=False, exact=False),
    Format("pdf", writers.pdf_document, several=False, exact=False),
    Format("eml", writers.message, several=False, exact=False),
    Format("mbox", writers.mailbox, several=True, exact=False, streamed=True),
    Format(
        "warc",
        writers.web_archive,
        several=True,
        exact=False,
        streamed=True,
        parts=frozenset({"published", "title", "url", "publication"}),
    ),
    Format("zip", writers.zip_archive, several=True, member=writers.member),
    Format("tar", writers.tar_archive, several=True, streamed=True, member=writers.member),
)
TEXTS = tuple(kind for kind in FORMATS if kind.is_text)
SEVERAL = tuple(kind for kind in FORMATS if kind.several)
KEYED = tuple(kind for kind in FORMATS if kind.keyed)
STREAMED = tuple(kind for kind in FORMATS if kind.streamed)


def write(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    """Write a file, packed if its name ends in .gz."""
    data = content if isinstance(content, bytes) else content.encode(encoding)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def read(
    *sources: str | Path, options: ReadOptions | None = None
) -> tuple[list[Article], list[Reject]]:
    """All articles and all rejects."""
    rejects: list[Reject] = []
    found = articles(*sources, options=options or ReadOptions(), on_reject=rejects.append)
    return list(found), rejects


def only(items: Sequence[Any]) -> Any:
    """The one item there is."""
    assert len(items) == 1, items
    return items[0]


def numbers(found: Sequence[Article]) -> list[int]:
    """The numbers with which the texts of ``numbered`` begin."""
    return [int(article.text.split(".")[0]) for article in found]


def numbered(count: int) -> Iterator[dict[str, Any]]:
    """Records with ids of their own."""
    for number in range(1, count + 1):
        yield {"id": f"a{number}", "text": f"{number}. {TEXT}", "published": "2023-11-12"}
