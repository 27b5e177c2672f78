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

from detente.read import ReadOptions, articles
from detente.records import Article, Reject

TEXT = (
    "France is ready to resume contacts with Russia, Sébastien Lecornu said on Sunday. "
    "The minister – in office since 2022 – named the conditions “one by one”.\n"
    "The last talks by telephone were held on 23 October 2022, and none have been held since, "
    "the ministry said in Paris, where it also recalled that visas had been refused."
)


@dataclass(frozen=True, slots=True)
class Format:
    """How to write one format."""

    suffix: str
    write: Callable[[Sequence[dict[str, Any]]], str]
    several: bool
    exact: bool = True

    def __str__(self) -> str:
        return self.suffix


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
    Format("json", lambda records: json.dumps(records, ensure_ascii=False), several=True),
    Format("jsonl", _lines, several=True),
    Format("ndjson", _lines, several=True),
    Format("csv", _delimited(","), several=True),
    Format("tsv", _delimited("\t"), several=True),
)
SEVERAL = tuple(kind for kind in FORMATS if kind.several)
STREAMED = tuple(kind for kind in SEVERAL if kind.suffix != "json")


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


def numbered(count: int) -> Iterator[dict[str, Any]]:
    """Records with ids of their own."""
    for number in range(1, count + 1):
        yield {"id": f"a{number}", "text": f"{number}. {TEXT}", "published": "2023-11-12"}
