"""Datelines, zones, and the day of the report's own news."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from date_documents import document

from detente.link.date_line import dateline
from detente.link.date_words import calendar
from detente.link.dates import Dates, resolve_dates
from detente.records import Article, DateBasis

_LATE = datetime(2023, 11, 12, 23, 30, tzinfo=timezone(timedelta(0)))


def _dates(
    text: str, published: str | datetime | None = "2023-11-12", tense: str = "past"
) -> Dates:
    return resolve_dates(document(text, tense), Article(id="line", text=text, published=published))


@pytest.mark.parametrize(
    ("text", "told", "written"),
    [
        ("PARIS, Nov 10 (Reuters) - France is ready.", date(2023, 11, 10), "Nov 10"),
        ("PARIS, Nov. 10 (Reuters) — France is ready.", date(2023, 11, 10), "Nov. 10"),
        ("BEIJING, 10 November (Xinhua) -- China is ready.", date(2023, 11, 10), "10 November"),
        ("KYIV, Ukraine — Kyiv is ready.", date(2023, 11, 12), None),
        ("WASHINGTON (AP) — America is ready.", date(2023, 11, 12), None),
        ("Unrest goes on\nFriday, November 10, 2023\n\nIt goes on.", date(2023, 11, 10), "Friday, November 10, 2023"),
        ("Unrest goes on\n10 November 2023 \nIt goes on.", date(2023, 11, 10), "10 November 2023"),
        ("PARIS, May 3 (Reuters) - A report of another time.", date(2023, 11, 12), None),
        ("Unrest goes on\nIt began on 10 November 2023\n\nIt goes on.", date(2023, 11, 12), None),
        ("France is ready - if Russia is.", date(2023, 11, 12), None),
        ("", date(2023, 11, 12), None),
    ],
)  # fmt: skip
def test_dateline(text: str, told: date, written: str | None) -> None:
    line = dateline(Article(id="line", text=text, published="2023-11-12"), text, calendar())
    assert line.told == told
    assert (line.written and line.written.of(text)) == written


def test_full_dateline_stands_in_for_a_day_of_publication() -> None:
    dates = _dates("Unrest goes on\nMonday, July 3, 2023\n\nPolice fired shots yesterday.", None)
    assert [found.first for found in dates.days.values()] == [date(2023, 7, 2)]


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("TOKYO (AP) — Japan sent aid today.", date(2023, 11, 13)),
        ("WASHINGTON (AP) — America sent aid today.", date(2023, 11, 12)),
        ("LONDON (AP) — Britain sent aid today.", date(2023, 11, 12)),
        ("ATLANTIS (AP) — Nobody sent aid today.", date(2023, 11, 12)),
        ("Nobody sent aid today.", date(2023, 11, 12)),
    ],
)
def test_today_is_the_dateline_s_local_day(text: str, today: date) -> None:
    dates = _dates(text, _LATE)
    assert [(found.first, found.last) for found in dates.days.values()] == [(today, today)]


def test_time_without_an_offset_is_left_alone() -> None:
    dates = _dates("TOKYO (AP) — Japan sent aid today.", datetime(2023, 11, 12, 23, 30))  # noqa: DTZ001
    assert [found.first for found in dates.days.values()] == [date(2023, 11, 12)]


def test_every_zone_is_known() -> None:
    for city in calendar().zones:
        line = dateline(
            Article(id="zone", text="", published=_LATE), f"{city.upper()} (AP) — News.", calendar()
        )
        assert line.how.startswith("day of publication in "), city


@pytest.mark.parametrize(
    ("text", "first", "last", "basis"),
    [
        ("Troops crossed the river.", date(2023, 11, 11), date(2023, 11, 12), DateBasis.PUBLISHED),
        ("Troops crossed the river on Tuesday.", date(2023, 11, 7), date(2023, 11, 7), DateBasis.TEXT),
        ("It is war. Troops crossed on Tuesday.", date(2023, 11, 7), date(2023, 11, 7), DateBasis.TEXT),
        ("It is war. He spoke. Troops crossed on Tuesday.", date(2023, 11, 11), date(2023, 11, 12), DateBasis.PUBLISHED),
        ("He was born on 3 May.", date(2023, 11, 11), date(2023, 11, 12), DateBasis.PUBLISHED),
        ("He fled in October.", date(2023, 11, 11), date(2023, 11, 12), DateBasis.PUBLISHED),
        ("PARIS, Nov 10 (Reuters) - It is war.", date(2023, 11, 10), date(2023, 11, 10), DateBasis.TEXT),
        ("PARIS, Nov 10 (Reuters) - War broke out on Thursday.", date(2023, 11, 9), date(2023, 11, 9), DateBasis.TEXT),
        ("Unrest\nFriday, November 10, 2023\n\nIt is war.", date(2023, 11, 10), date(2023, 11, 10), DateBasis.TEXT),
        ("Unrest\nFriday, November 10, 2023\n\nWar broke out on Sunday.", date(2023, 11, 5), date(2023, 11, 5), DateBasis.TEXT),
    ],
)  # fmt: skip
def test_story_day(text: str, first: date, last: date, basis: DateBasis) -> None:
    story = _dates(text).story_day
    assert story is not None
    assert (story.first, story.last, story.basis) == (first, last, basis)
    assert (story.words is None) is (basis is DateBasis.PUBLISHED)


def test_a_live_report_is_of_its_own_day() -> None:
    story = _dates("10.20 Troops crossed the river.\n\n11.05 They took the port.").story_day
    assert story is not None
    assert (story.first, story.last, story.basis) == (
        date(2023, 11, 12),
        date(2023, 11, 12),
        DateBasis.TEXT,
    )


def test_future_lead_sets_no_story_day() -> None:
    story = _dates("Ministers will meet on Friday.", tense="future").story_day
    assert story is not None
    assert story.basis is DateBasis.PUBLISHED


def test_words_of_the_dateline_date_no_clause() -> None:
    text = "Unrest goes on\nFriday, November 10, 2023\nPolice fired shots yesterday"
    dates = _dates(text)
    assert [found.words and found.words.of(text) for found in dates.days.values()] == ["yesterday"]
