"""Exports of Factiva: many articles in one document, with or without indexing fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from detente.read.fault import Fault
from detente.read.options import ReadOptions
from detente.read.press_layout import Factiva, cut_short, day_in, layouts
from detente.read.reader import RawArticle

_REMEDY = "export it again, or save its text on its own"
_HEADLINE, _BEFORE_LENGTH = "HD", 6


def is_export(lines: Sequence[str]) -> bool:
    """Whether the lines of a document are those of an export."""
    layout = layouts().factiva
    if not any(layout.end.fullmatch(line) for line in lines):
        return False
    return any(_is_length(line, layout) for line in lines)


def read_lines(lines: Sequence[str], options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of an export; their ids are their accession numbers.

    Args:
        lines: its paragraphs, without blank ones.
        options: what the user said about the input.
    """
    layout = layouts().factiva
    document: list[str] = []
    number = 0
    for line in lines:
        ended = layout.end.fullmatch(line.removeprefix("AN").strip())
        if ended is None:
            document.append(line)
            continue
        number += 1
        yield _article(document, number, ended[1], options)
        document = []
    if any(_is_length(line, layout) for line in document):
        yield cut_short(number + 1)


def _article(
    document: list[str], number: int, name: str, options: ReadOptions
) -> RawArticle | Fault:
    layout = layouts().factiva
    lines = [part for line in document for part in line.split("\t") if part.strip()]
    fields = _fields(lines, layout)
    if _HEADLINE not in fields:
        fields = _unlabelled(lines, layout)
    text = [line for code in layout.text for line in fields.get(code, ())]
    if not text:
        return Fault(number, f"no text was found in document {name}", _REMEDY)
    return RawArticle(
        text="\n".join(text),
        record=number,
        id=name,
        published=day_in(_one(fields, "PD") or "", options) or _one(fields, "PD"),
        title=_one(fields, _HEADLINE),
        publication=_one(fields, "SN"),
        language=_one(fields, "LA"),
    )


def _one(fields: dict[str, list[str]], code: str) -> str | None:
    return " ".join(fields.get(code, ())) or None


def _fields(lines: Sequence[str], layout: Factiva) -> dict[str, list[str]]:
    """The values of a document with indexing fields, by code."""
    fields: dict[str, list[str]] = {}
    code = ""
    in_text = False
    for line in lines:
        word, _, rest = line.partition(" ")
        is_code = word in layout.codes and word not in fields
        if is_code and (not rest or (not in_text and word in layout.header)):
            code = word
            in_text = in_text or code in layout.text
            fields[code] = [rest.strip()] if rest else []
        elif code:
            fields[code].append(line)
    return fields


def _unlabelled(lines: Sequence[str], layout: Factiva) -> dict[str, list[str]]:
    """The values of a document without indexing fields, which are told by their order.

    That is: headline and who wrote it, number of words, day, perhaps time, outlet, its code,
    language, rights, text.
    """
    length = next((at for at, line in enumerate(lines) if layout.length.fullmatch(line)), None)
    if length is None:
        return {}
    before = list(lines[max(0, length - _BEFORE_LENGTH) : length])
    named = [line for line in before if not line.startswith(layout.byline)]
    rest = list(lines[length + 1 :])
    rights = next((at for at, line in enumerate(rest) if line.startswith(layout.rights)), None)
    if rights is None or not named:
        return {}
    about = [line for line in islice(rest, rights) if not layout.time.fullmatch(line)]
    return {
        _HEADLINE: named[-1:],
        "PD": about[:1],
        "SN": about[1:2],
        "LA": about[-1:],
        layout.text[-1]: rest[rights + 1 :],
    }


def _is_length(line: str, layout: Factiva) -> bool:
    return layout.length.fullmatch(line.removeprefix("WC").strip()) is not None
