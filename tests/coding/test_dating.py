"""Which days an act is set on."""

from __future__ import annotations

from datetime import date

import pytest
from coding_documents import Draught, act

from detente.coding.acts import Act
from detente.coding.dating import Chronicle, is_background, is_history
from detente.lexicon import Lexicon
from detente.records import (
    Article,
    ClauseForm,
    ClauseLink,
    DateBasis,
    DateSpan,
    Span,
    Status,
    Tense,
)

_PUBLISHED = date(2023, 11, 12)
_TUESDAY = DateSpan(date(2023, 11, 7), date(2023, 11, 7), DateBasis.TEXT, Span(0, 7))


def _day(
    draught: Draught, made: Act, lexicon: Lexicon, published: date | None = _PUBLISHED
) -> DateSpan:
    article = Article(
        id="x", text=draught.text, published=published.isoformat() if published else None
    )
    found = Chronicle(draught.reading(lexicon), article, lexicon).day(made)
    assert found is not None
    return found


def test_the_clauses_own_words_date_it(lexicon: Lexicon) -> None:
    draught = Draught("France attacked on Tuesday.")
    draught.clause("attacked", "attack", day=_TUESDAY)
    assert _day(draught, act(clause=0), lexicon) == _TUESDAY


def test_a_nouns_own_words_go_before_those_of_its_clause(lexicon: Lexicon) -> None:
    draught = Draught("Last year's attack ended.")
    year = DateSpan(date(2022, 1, 1), date(2022, 12, 31), DateBasis.TEXT, Span(0, 9))
    attack = draught.phrase("attack", day=year)
    draught.clause("ended", "end", day=_TUESDAY)
    assert _day(draught, act(clause=0, phrase=attack), lexicon) == year


def test_an_infinitive_has_the_days_of_the_clause_above(lexicon: Lexicon) -> None:
    draught = Draught("France began on Tuesday to attack.")
    draught.clause("began", "begin", day=_TUESDAY)
    draught.below("attack", "attack")
    assert _day(draught, act(clause=1), lexicon) == _TUESDAY


def test_plain_news_is_of_the_day_before_or_the_day_itself(lexicon: Lexicon) -> None:
    draught = Draught("France attacked.")
    draught.clause("attacked", "attack")
    found = _day(draught, act(clause=0), lexicon)
    assert (found.first, found.last, found.basis) == (
        date(2023, 11, 11),
        _PUBLISHED,
        DateBasis.TEXT,
    )


@pytest.mark.parametrize("status", [Status.HYPOTHETICAL, Status.FUTURE])
def test_what_may_come_is_dated_by_the_report(status: Status, lexicon: Lexicon) -> None:
    draught = Draught("France attacked.")
    draught.clause("attacked", "attack")
    found = _day(draught, act(clause=0, status=status), lexicon)
    assert (found.first, found.last, found.basis) == (_PUBLISHED, _PUBLISHED, DateBasis.PUBLISHED)


def test_a_relative_clause_tells_no_news(lexicon: Lexicon) -> None:
    draught = Draught("France, which attacked, left.")
    draught.below(
        "attacked",
        "attack",
        form=ClauseForm.FINITE,
        link=ClauseLink.RELATIVE,
        parent=None,
        tense=Tense.PAST,
    )
    assert _day(draught, act(clause=0), lexicon).basis is DateBasis.PUBLISHED


def test_the_day_of_a_promise_is_not_the_day_of_what_was_promised(lexicon: Lexicon) -> None:
    draught = Draught("France agreed to come in December.")
    coming = DateSpan(date(2023, 12, 1), date(2023, 12, 31), DateBasis.TEXT, Span(0, 8))
    draught.clause("agreed", "agree", day=coming)
    assert _day(draught, act("AGREE", clause=0), lexicon).last == _PUBLISHED


def test_a_plain_past_goes_on_from_the_day_told_just_before(lexicon: Lexicon) -> None:
    draught = Draught("France came on Tuesday. France attacked.")
    draught.clause("came", "come", day=_TUESDAY)
    draught.clause("attacked", "attack")
    assert _day(draught, act(clause=1, sentence=1), lexicon).first == _TUESDAY.first


def test_without_a_day_of_publication_nothing_is_made_up(lexicon: Lexicon) -> None:
    draught = Draught("France attacked.")
    draught.clause("attacked", "attack")
    article = Article(id="x", text=draught.text, published=None)
    assert Chronicle(draught.reading(lexicon), article, lexicon).day(act(clause=0)) is None


@pytest.mark.parametrize(("day", "background"), [(1, True), (5, False), (12, False)])
def test_background_begins_some_days_before(day: int, background: bool) -> None:
    when = DateSpan(date(2023, 11, day), date(2023, 11, day), DateBasis.TEXT)
    assert is_background(when, _PUBLISHED, 10) is background


def test_the_day_of_publication_that_stands_in_is_no_background() -> None:
    when = DateSpan(date(2023, 1, 1), date(2023, 1, 1), DateBasis.PUBLISHED)
    assert not is_background(when, _PUBLISHED, 10)
    assert not is_background(None, _PUBLISHED, 10)


@pytest.mark.parametrize(("year", "history"), [(1939, True), (1963, False), (2023, False)])
def test_history_begins_some_decades_before(year: int, history: bool) -> None:
    when = DateSpan(date(year, 1, 1), date(year, 12, 31), DateBasis.TEXT)
    assert is_history(when, _PUBLISHED, 60) is history
    assert not is_history(when, None, 60)


def test_what_something_has_been_so_since_is_no_news(lexicon: Lexicon) -> None:
    draught = Draught("Nobody moved since France attacked.")
    draught.clause("moved", "move")
    draught.below(
        "attacked",
        "attack",
        link=ClauseLink.ADVERBIAL,
        form=ClauseForm.FINITE,
        tense=Tense.PAST,
        marker="since",
    )
    assert _day(draught, act(clause=1), lexicon).basis is DateBasis.PUBLISHED
