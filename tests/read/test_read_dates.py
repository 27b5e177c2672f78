"""Dates of publication."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.read.dates import date_words, parse_published
from detente.read.fault import UnreadableError

DAY = date(2023, 11, 12)
EAST = timezone(timedelta(hours=1))


def at(clock: time, day: int = 12) -> datetime:
    return datetime.combine(date(2023, 11, day), clock)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11-12", DAY),
        (" 2023-11-12\n", DAY),
        ("20231112", DAY),
        (20231112, DAY),
        ("2023-W45-7", DAY),
        ("2023/11/12", DAY),
        ("2023.11.12", DAY),
        ("2023-1-2", date(2023, 1, 2)),
        ("2023-11-12T10:30", at(time(10, 30))),
        ("2023-11-12 10:30:05", at(time(10, 30, 5))),
        ("2023-11-12T10:30:00Z", datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        ("2023-11-12t10:30:00z", datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        ("2023-11-12T10:30:00.000+01:00", datetime(2023, 11, 12, 10, 30, tzinfo=EAST)),
        ("2023-11-12T10:30:00+0100", datetime(2023, 11, 12, 10, 30, tzinfo=EAST)),
        ("2023-11-12 10:30:00 +0100", datetime(2023, 11, 12, 10, 30, tzinfo=EAST)),
        ("2023-11-12 10:30:00 UTC", datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        ("20231112T103000Z", datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        ("20231112103000", at(time(10, 30))),
        ("Sun, 12 Nov 2023 10:30:00 +0100", datetime(2023, 11, 12, 10, 30, tzinfo=EAST)),
        ("Sun, 12 Nov 2023 10:30:00 GMT", datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        ("Sun, 12 Nov 2023 10:30:00 GMT+0100", datetime(2023, 11, 12, 10, 30, tzinfo=EAST)),
        ("Sun 12 Nov 2023 10.30 CET", datetime(2023, 11, 12, 10, 30, tzinfo=EAST)),
        ("Sun 12 Nov 2023 10.30 XYZT", DAY),
        ("12 November 2023", DAY),
        ("12th Nov. 2023", DAY),
        ("12-Nov-2023", DAY),
        ("Sunday 12 November 2023", DAY),
        ("Nov 12 2023", DAY),
        ("November 12, 2023", DAY),
        ("NOVEMBER 12, 2023", DAY),
        ("November 12, 2023 Sunday", DAY),
        ("Sunday, November 12, 2023", DAY),
        ("Sept. 1, 2023", date(2023, 9, 1)),
        ("May 1, 2023", date(2023, 5, 1)),
        ("November 12, 2023 at 10:30 pm", at(time(22, 30))),
        ("Nov 12, 2023, 12:05 a.m.", at(time(0, 5))),
        ("25/11/2023", date(2023, 11, 25)),
        ("11/25/2023", date(2023, 11, 25)),
        ("25.11.2023 08:00", at(time(8, 0), day=25)),
        ("11/11/2023", date(2023, 11, 11)),
        ("1699785000", datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        (1699785000, datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        (1699785000.0, datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
        (1699785000000, datetime(2023, 11, 12, 10, 30, tzinfo=UTC)),
    ],
)
def test_usual_forms(value: object, expected: date) -> None:
    found = parse_published(value)
    assert found == expected
    assert type(found) is type(expected)
    if isinstance(found, datetime) and isinstance(expected, datetime):
        assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "yesterday",
        "2023",
        "2023-11",
        "November 2023",
        "12 November",
        "2023-02-30",
        "2023-13-01",
        "31/02/2023",
        "13/13/2023",
        "12/11/23",
        "31 Novembre 2023",
        "Foo 12, 2023",
        "2023-11-12T25:00",
        "2023-11-12 10:30 99",
        "November 12, 2023 13:30 pm",
        "Sun, 12 Nov 2023 10:30:00 +9900",
        "0000-00-00",
        "0203-11-12",
        "2923-11-12",
        "1234567",
        "123456789",
        "-5",
        "1e999",
        "",
        7,
        True,
        ["2023-11-12"],
        {"$date": "2023-11-12"},
    ],
)
def test_what_is_no_date(value: object) -> None:
    with pytest.raises(UnreadableError) as raised:
        parse_published(value)
    assert "date" in raised.value.problem
    assert raised.value.remedy == "write it as 2023-11-12"


@pytest.mark.parametrize("text", ["03/04/2023", "3.4.2023", "03-04-2023 10:00"])
def test_ambiguous_order(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"ambiguous date .*day or month first"):
        parse_published(text)
    day, month = parse_published(text, day_first=True), parse_published(text, day_first=False)
    assert (day.month, day.day) == (4, 3)
    assert (month.month, month.day) == (3, 4)


def test_a_date_against_the_stated_order_is_wrong() -> None:
    # The option would misread the other dates of such a file too.
    with pytest.raises(UnreadableError, match="wrong date"):
        parse_published("11/25/2023", day_first=True)


@settings(deadline=None)
@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_every_day_in_every_form(day: date) -> None:
    words = {number: name for name, number in date_words().months.items()}
    name = words[day.month].title()
    for text in (
        day.isoformat(),
        day.strftime("%Y%m%d"),
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day.year}/{day.month}/{day.day}",
    ):
        assert parse_published(text) == day
    numbers = f"{day.day}/{day.month}/{day.year}"
    assert parse_published(numbers, day_first=True) == day


@settings(deadline=None)
@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.lists(st.text())))
def test_anything_is_a_date_or_refused(value: object) -> None:
    try:
        found = parse_published(value)
    except UnreadableError as fault:
        assert "\n" not in str(fault)  # noqa: PT017  either outcome is right
    else:
        assert isinstance(found, date)
