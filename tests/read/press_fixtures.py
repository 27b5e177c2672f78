"""Exports in the layouts of news archives, with texts of our own.

``python tests/read/press_fixtures.py FOLDER`` writes them all, to be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import writers


@dataclass(frozen=True, slots=True)
class Story:
    """One article of an export."""

    title: str
    outlet: str
    day: str
    weekday: str
    byline: str
    paragraphs: tuple[str, ...]
    name: str


STORIES = (
    Story(
        "Norway and Chile sign accord on fishing",
        "The Sample Courier",
        "12 November 2023",
        "Sunday",
        "By Jane Example",
        (
            "Norway and Chile signed an agreement on fishing rights in Oslo on Saturday.",
            "They meet again in May. Graphic accounts, one said, were wrong: “nobody shouted”.",
        ),
        "SMPLCR0020231112ejbc0012y",
    ),
    Story(
        "Ghana recalls envoy",
        "Sample Wire Service",
        "3 January 2024",
        "Wednesday",
        "By Our Correspondent",
        ("Ghana recalled its ambassador to Togo on Tuesday.", "Togo's government regretted it."),
        "SMPLWS0020240103ek130001p",
    ),
    Story(
        "Letter: 417 words on peace",
        "The Sample Courier",
        "29 February 2024",
        "Thursday",
        "By A. Reader",
        ("Length: that is what peace talks in Geneva have most of, Kenya's delegate said.",),
        "SMPLCR0020240229ek2t0000h",
    ),
)

_COVER = (
    "Date and Time: Monday, March 4, 2024 10:15:00 AM EST",
    "Job Number: 123456789",
    "Documents (3)",
    *(f"{number}. {story.title}" for number, story in enumerate(STORIES, 1)),
    "Client/Matter: -None-",
    "Search Terms: norway OR ghana",
    "Search Type: Terms and Connectors",
)


def _american(story: Story) -> str:
    day, month, year = story.day.split()
    return f"{month} {day}, {year}"


def nexis_uni(stories: Sequence[Story] = STORIES) -> list[str]:
    """Paragraphs of an export of Nexis Uni or Lexis+."""
    lines = list(_COVER)
    for story in stories:
        lines += [
            story.title,
            story.outlet,
            f"{_american(story)} {story.weekday}",
            f"Copyright 2024 {story.outlet} All Rights Reserved",
            "Section: WORLD NEWS; Pg. 4",
            "Length: 412 words",
            f"Byline: {story.byline.removeprefix('By ')}",
            "Dateline: OSLO",
            "Body",
            *story.paragraphs,
            "Classification",
            "Language: ENGLISH",
            "Publication-Type: Newspaper",
            "Subject: DIPLOMACY (90%)",
            f"Load-Date: {_american(story)}",
            "End of Document",
        ]
    return lines


def academic(stories: Sequence[Story] = STORIES, *, labelled: bool = False) -> list[str]:
    """Paragraphs of an export of LexisNexis Academic; ``labelled`` as in its older form."""
    lines = []
    for number, story in enumerate(stories, 1):
        lines += [
            f"{number} of {len(stories)} DOCUMENTS",
            story.outlet,
            f"{_american(story)} {story.weekday}",
            "Late Edition - Final",
            *([] if labelled else [story.title]),
            f"BYLINE: {story.byline}",
            "SECTION: Section A; Foreign Desk; Pg. 4",
            "LENGTH: 412 words",
            *([f"HEADLINE: {story.title}"] if labelled else []),
            "DATELINE: OSLO",
            *(["BODY:"] if labelled else []),
            *story.paragraphs,
            "URL: http://www.example.org/",
            f"LOAD-DATE: {_american(story)}",
            "LANGUAGE: ENGLISH",
            "PUBLICATION-TYPE: Newspaper",
            f"Copyright 2024 {story.outlet}",
        ]
    return lines


def factiva(stories: Sequence[Story] = STORIES) -> list[str]:
    """Paragraphs of an export of Factiva without indexing fields."""
    lines = []
    for story in stories:
        lines += [
            "WORLD NEWS",
            story.title,
            story.byline,
            "1,412 words",
            story.day,
            "09:15 GMT",
            story.outlet,
            story.name[:6],
            "4",
            "English",
            f"(c) 2024 {story.outlet}",
            *story.paragraphs,
            f"Document {story.name}",
        ]
    return [*lines, "Search Summary", "Text", "norway OR ghana", "© 2024 Factiva, Inc."]


def factiva_indexed(stories: Sequence[Story] = STORIES) -> list[str]:
    """Paragraphs of an export of Factiva with indexing fields, a cell of its table each."""
    lines = []
    for story in stories:
        fields = {
            "SE": "World",
            "HD": story.title,
            "BY": story.byline,
            "WC": "1,412 words",
            "PD": story.day,
            "ET": "09:15",
            "SN": story.outlet,
            "SC": story.name[:6],
            "LA": "English",
            "CY": f"(c) 2024 {story.outlet}",
        }
        lines += [part for pair in fields.items() for part in pair]
        lines += ["LP", story.paragraphs[0], "TD", *story.paragraphs[1:]]
        lines += ["NS", "gdip : International Relations", "RE", "nor : Norway"]
        lines += ["AN", f"Document {story.name}"]
    return lines


LAYOUTS: dict[str, Callable[[], list[str]]] = {
    "nexis-uni": nexis_uni,
    "academic": academic,
    "academic-labelled": lambda: academic(labelled=True),
    "factiva": factiva,
    "factiva-indexed": factiva_indexed,
}


def as_page(lines: Sequence[str]) -> bytes:
    """A web page with a block for each line."""
    blocks = "".join(
        f"<div><p class='c0'><span>{escape(line)}</span></p></div>\n" for line in lines
    )
    return f"<html><head><title>Export</title></head><body>{blocks}</body></html>".encode()


def as_text(lines: Sequence[str]) -> bytes:
    """Plain text as LexisNexis Academic gave it: wrapped, blank lines between paragraphs."""
    return "\r\n\r\n".join(map(_wrapped, lines)).encode()


def _wrapped(line: str, width: int = 60) -> str:
    rows = [""]
    for word in line.split():
        if len(rows[-1]) + len(word) > width:
            rows.append("")
        rows[-1] += f" {word}" if rows[-1] else word
    return "\r\n".join(rows)


FORMS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "html": as_page,
    "rtf": writers.rich_text_of,
    "docx": writers.word_document_of,
}


def main(folder: Path) -> None:
    """Write all layouts in all forms."""
    for layout, lines in LAYOUTS.items():
        for suffix, form in FORMS.items():
            (folder / f"{layout}.{suffix}").write_bytes(form(lines()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
