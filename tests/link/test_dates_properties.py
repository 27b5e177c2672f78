"""What holds for any text and any day."""

from __future__ import annotations

from datetime import date, datetime

from date_documents import TENSES, document
from hypothesis import given
from hypothesis import strategies as st

from detente.link.date_words import calendar
from detente.link.dates import resolve_dates
from detente.records import Article, DateSpan

_WORDS = sorted(calendar().words)
_NUMBERS = [
    "0", "1", "31", "32", "99", "1700", "1800", "2000", "2016", "2199", "9999", "1990s", "0s", "90s", "23rd",
    "31st", "45th", "2023-02-30", "2024-02-29", "12/11/2023", "31/02/2023", "30.11.2023", "1,000,000",
    "99999999999999999999", "٣", "²",
]  # fmt: skip
_MARKS = [". ", "\n\n", "PARIS, ", "(Reuters) - ", "é", "\u200b", "the talks", "Envoys met on"]
_texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_WORDS + _NUMBERS * 8 + _MARKS * 8), max_size=16).map(" ".join),
)
_days = st.one_of(
    st.none(),
    st.dates(),
    st.sampled_from([date.min, date.max]),
    st.datetimes(timezones=st.timezones()),
)


@given(text=_texts, published=_days, tense=st.sampled_from(sorted(TENSES)))
def test_days_are_in_order_and_their_words_in_the_text(
    text: str, published: date | datetime | None, tense: str
) -> None:
    dates = resolve_dates(document(text, tense), Article(id="any", text=text, published=published))
    story = [] if dates.story_day is None else [dates.story_day]
    found: list[DateSpan] = [*dates.days.values(), *dates.phrase_days.values(), *story]
    for days in found:
        assert days.first <= days.last
        assert days.reason
        if days.words is not None:
            assert 0 <= days.words.start < days.words.end <= len(text)
            assert days.words.of(text).strip() == days.words.of(text)


@given(text=_texts, published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_what_is_told_as_past_is_not_ahead(text: str, published: date) -> None:
    dates = resolve_dates(document(text), Article(id="any", text=text, published=published))
    assert all(
        days.first <= published for days in dates.days.values() if not _is_appointed(text, days)
    )


def _is_appointed(text: str, days: DateSpan) -> bool:
    """Whether "for" or "ahead of" stands before the words, which set a day ahead in any tense."""
    before = text[: days.words.start].split() if days.words else []
    words = {word.lower().strip(".,") for word in before[-4:]}
    return bool(words & {"for", "ahead"})


@given(text=_texts, published=_days)
def test_same_text_gives_same_days(text: str, published: date | datetime | None) -> None:
    article = Article(id="any", text=text, published=published)
    made = document(text)
    assert resolve_dates(made, article) == resolve_dates(made, article)
