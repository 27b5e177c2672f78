"""Exports of LexisNexis Academic, Nexis Uni and Lexis+: many articles in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.read.fault import Fault
from detente.read.options import ReadOptions
from detente.read.press_layout import Nexis, cut_short, day_in, layouts, missing
from detente.read.reader import RawArticle


@dataclass(frozen=True, slots=True)
class _Heading:
    """What stands over a text, beside its labels."""

    published: str | None = None
    publication: str | None = None
    title: str | None = None


def is_export(lines: Sequence[str]) -> bool:
    """Whether the lines of a document are those of an export."""
    layout = layouts().nexis
    return any(line == layout.end or layout.start.fullmatch(line) for line in lines)


def begins_export(text: str) -> bool:
    """Whether a text begins as an export of LexisNexis Academic does."""
    first = next((line for line in text.split("\n") if line.strip("\ufeff \t\r")), "")
    return layouts().nexis.start.fullmatch(first.strip("\ufeff \t\r")) is not None


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that is wrapped at a width and has blank lines between them."""
    parts = re.split(r"\r?\n[ \t]*\r?\n", text.lstrip("\ufeff"))
    return [joined for part in parts if (joined := " ".join(part.split()))]


def read_lines(lines: Sequence[str], options: ReadOptions) -> Iterator[RawArticle | Fault]:
    """The articles of an export.

    Args:
        lines: its paragraphs, without blank ones.
        options: what the user said about the input.
    """
    layout = layouts().nexis
    number = 0
    if any(layout.start.fullmatch(line) for line in lines):
        for number, document in enumerate(_begun(lines, layout), 1):
            yield _academic(document, number, layout, options)
    else:
        for number, document in enumerate(_ended(lines, layout), 1):
            yield _current(document, number, layout, options)
    told = next((int(found[1]) for line in lines if (found := layout.count.fullmatch(line))), None)
    if told is not None and told != number:
        yield missing(told, number)


def _begun(lines: Sequence[str], layout: Nexis) -> Iterator[list[str]]:
    document: list[str] | None = None
    for line in lines:
        if layout.start.fullmatch(line):
            if document is not None:
                yield document
            document = []
        elif document is not None:
            document.append(line)
    if document is not None:
        yield document


def _ended(lines: Sequence[str], layout: Nexis) -> Iterator[list[str]]:
    document: list[str] = []
    for line in lines:
        if line == layout.end:
            yield document
            document = []
        else:
            document.append(line)
    if layout.body in document:
        yield [*document, _CUT]


_CUT = "\0"


def _current(
    document: list[str], number: int, layout: Nexis, options: ReadOptions
) -> RawArticle | Fault:
    """An article as Nexis Uni and Lexis+ print it: headline, outlet, day, labels, Body, text."""
    if layout.body not in document:
        return Fault(number, f"has no line {layout.body!r} over its text", _REMEDY)
    if document[-1] == _CUT:
        return cut_short(number)
    place = document.index(layout.body)
    below = document[place + 1 :]
    end = next((at for at, line in enumerate(below) if _is_end(line, layout)), len(below))
    days = [(at, day_in(line, options)) for at, line in enumerate(document[:place])]
    at, published = next(((at, day) for at, day in reversed(days) if day), (0, None))
    return RawArticle(
        text="\n".join(below[:end]),
        record=number,
        published=published,
        publication=document[at - 1] if at > 0 else None,
        title=document[at - 2] if at > 1 else None,
        language=_labels(below[end:], layout.footer).get("language"),
    )


def _academic(
    document: list[str], number: int, layout: Nexis, options: ReadOptions
) -> RawArticle | Fault:
    """An article as LexisNexis Academic prints it: outlet, day, headline, LABELS:, text, LABELS:."""
    places = [at for at, line in enumerate(document) if _capitals(line, layout.header)]
    body = next((at for at, line in enumerate(document) if _capitals(line, (_BODY,))), None)
    if body is None and not places:
        return Fault(number, "has no LENGTH or BODY over its text", _REMEDY)
    start = _last_in_a_row(places) + 1 if body is None else body
    below = document[start:]
    end = next((at for at, line in enumerate(below) if _capitals(line, layout.footer)), len(below))
    text, rest = below[:end], below[end:]
    if body is not None:
        text = [line for line in (text[0].partition(":")[2].strip(), *text[1:]) if line]
    labels = _labels([*document[:start], *rest], (*layout.header, *layout.footer))
    heading = _heading(document[: min([*places, start])], layout, options)
    return RawArticle(
        text="\n".join(text),
        record=number,
        published=heading.published,
        publication=heading.publication,
        title=labels.get("headline") or labels.get("title") or heading.title,
        language=labels.get("language"),
        url=labels.get("url"),
    )


_BODY = "body"
_REMEDY = "export it again, or save its text on its own"


def _heading(lines: Sequence[str], layout: Nexis, options: ReadOptions) -> _Heading:
    days = ((at, day_in(line, options)) for at, line in enumerate(lines))
    at, day = next(((at, day) for at, day in days if day), (len(lines), None))
    before = [line for line in lines[:at] if not line.startswith(layout.rights)]
    after = [line for line in lines[at + 1 :] if not line.startswith(layout.rights)]
    return _Heading(day, before[-1] if before else None, after[-1] if after else None)


def _last_in_a_row(places: Sequence[int]) -> int:
    """The last of the labels that follow each other; one far below is a line of the text."""
    last = places[0]
    for place in places[1:]:
        if place - last > _APART:
            break
        last = place
    return last


_APART = 2


def _is_end(line: str, layout: Nexis) -> bool:
    """Whether a line of Nexis Uni is one after which no text follows."""
    return line in layout.after or line.partition(":")[0] in layout.loaded


def _labels(lines: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    found = ((_label(line, names), line) for line in lines)
    return {name: line.partition(":")[2].strip() for name, line in found if name}


def _capitals(line: str, names: Sequence[str]) -> str | None:
    """The label of a line of LexisNexis Academic, which are in capitals."""
    return _label(line, names) if line.partition(":")[0].isupper() else None


def _label(line: str, names: Sequence[str]) -> str | None:
    name = line.partition(":")[0].lower() if ":" in line[:_LONGEST] else ""
    return name if name in names else None


_LONGEST = 24
