"""The table as people see it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from export_cases import FRANCE, LECORNU, REBELS, RUSSIA, Stream, article, event, party, said
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from detente.export import TableWriter
from detente.export.cells import excerpt_cell
from detente.export.wording import counted, days_between, party_code, party_name
from detente.records import DateBasis, DateSpan, Span, Status, TextSpan

WIDTHS = (80, 100, 120, 160)


def _table(width: int | None, *changes: dict[str, Any], skipped: int = 0, **about: Any) -> str:
    stream = Stream()
    writer = TableWriter(stream, width)
    report = article(**about)
    writer.report(report, [event(report, **change) for change in changes])
    writer.finish(skipped=skipped)
    return stream.getvalue()


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_table_fits_its_width_and_leaves_no_blanks(width: int) -> None:
    crowd = tuple(party("UNO", f"International Committee Number {n}", "IGO") for n in range(4))
    text = _table(
        width,
        {"actors": crowd, "recipients": crowd, "attribution": (said(LECORNU), said(None))},
        {"status": Status.HYPOTHETICAL, "mode": "suicide-attack", "historical": True},
        title="A headline that runs on and on, " * 8,
    )
    lines = text.splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_who_did_what_to_whom_when_and_whether(width: int) -> None:
    text = _table(width, {"mode": "x", "status": Status.NEGATED, "attribution": (said(LECORNU),)})
    row = text[: text.index("──")]
    for part in ("2023-11-07", "FRA France", "AGREE", "RUS Russia", "negated", "on condition"):
        assert part in row, part
    assert "Lecornu" in row


def test_only_the_wide_table_has_the_words_of_the_text() -> None:
    assert "In the text" in _table(120, {})
    assert "resume talks" in _words(_table(120, {}))
    assert "In the text" not in _table(80, {})


def test_the_narrow_table_tells_who_says_so_below_the_status() -> None:
    text = _table(80, {"attribution": (said(FRANCE), said(None))})
    assert "says France" in text
    assert "says unnamed" in text


def test_the_wide_table_tells_how_it_is_said() -> None:
    text = _table(160, {"attribution": (said(RUSSIA, "denied"), said(None, "reportedly"))})
    assert "Russia (denied)" in text
    assert "unnamed (reportedly)" in text


def test_a_report_has_its_headline_and_origin() -> None:
    text = _table(80, {}, title="Talks\nmay resume", publication="Le Courrier")
    assert text.splitlines()[:2] == ["Talks may resume", "seed, Le Courrier, 2023-11-12"]
    assert _table(80, published=None).splitlines()[:2] == ["seed  no date", " no events"]


def test_the_summary_counts_by_category_and_status() -> None:
    text = _table(
        100,
        {},
        {"status": Status.NEGATED},
        {"category": "ASSAULT", "quad_code": 4, "attribution": (said(LECORNU),)},
        skipped=1,
    )
    summary = text[text.index("──") :]
    assert "1 report, 3 events, 1 skipped" in summary
    rows = [line.split() for line in summary.splitlines() if line.startswith(("AGREE", "ASSAULT"))]
    assert [row[:7] for row in rows] == [
        ["AGREE", "2", "1", "·", "·", "1", "·"],
        ["ASSAULT", "1", "1", "·", "·", "·", "1"],
    ]


def test_without_a_terminal_there_are_no_colours() -> None:
    assert "\x1b" not in _table(None, {})


@pytest.mark.parametrize(
    ("first", "last", "lines"),
    [
        ("2023-11-07", "2023-11-07", ("2023-11-07",)),
        ("2023-11-07", "2023-11-08", ("2023-11-07", "–2023-11-08")),
        ("2023-11-01", "2023-11-30", ("2023-11",)),
        ("2024-02-01", "2024-02-29", ("2024-02",)),
        ("2024-02-01", "2024-02-28", ("2024-02-01", "–2024-02-28")),
        ("2023-01-01", "2023-12-31", ("2023",)),
        ("2023-01-01", "2024-12-31", ("2023-01-01", "–2024-12-31")),
        ("2023-01-01", "2023-11-30", ("2023-01-01", "–2023-11-30")),
        ("9999-12-01", "9999-12-31", ("9999-12",)),
    ],
)
def test_days_as_people_read_them(first: str, last: str, lines: tuple[str, ...]) -> None:
    days = (date.fromisoformat(first), date.fromisoformat(last))
    assert days_between(DateSpan(*days, DateBasis.TEXT)) == lines
    bracketed = "".join(days_between(DateSpan(*days, DateBasis.PUBLISHED)))
    assert bracketed == f"({''.join(lines)})"


def test_no_days_are_a_dash() -> None:
    assert days_between(None) == ("–",)


def test_the_usual_sector_goes_unsaid() -> None:
    assert [party_code(who) for who in (FRANCE, REBELS)] == ["FRA", "SYR REB"]


def test_a_party_without_a_name_is_its_code() -> None:
    assert party_name(party("TUR", "", text="")) == "TUR"
    assert party_name(party("", "", text="")) == "somebody"


def test_numbers_have_their_nouns() -> None:
    assert [counted(n, "event") for n in (0, 1, 1200)] == ["0 events", "1 event", "1,200 events"]


_SENTENCES = st.text(st.sampled_from("ab \n"), min_size=1, max_size=300)


@given(_SENTENCES, st.data(), st.integers(20, 200))
def test_an_excerpt_holds_the_words_of_the_act(text: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    words = TextSpan(text[start:end], Span(50 + start, 50 + end))
    made = event(sentence_text=text, sentence_span=Span(50, 50 + len(text)), words=(words,))
    plain = excerpt_cell(made, room).plain
    assert words.text.replace("\n", " ") in plain
    assert plain.strip("…") in text.replace("\n", " ")
    assert len(plain) <= room * 4 / 3 + 14


def test_words_outside_their_sentence_do_no_harm() -> None:
    stray = TextSpan("stray", Span(0, 5))
    assert excerpt_cell(event(words=(stray,)), 30).plain.startswith("France may resume")
