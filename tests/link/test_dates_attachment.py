"""What expressions belong to, and what passes days on, on documents made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from date_documents import clause, document, noun

from detente.link.dates import Dates, resolve_dates
from detente.records import (
    Argument,
    Article,
    Clause,
    ClauseForm,
    ClauseLink,
    Document,
    Modifier,
    Phrase,
    PhraseKind,
    Role,
    Span,
    Tense,
)

_PUBLISHED = "2023-11-15"


def _resolved(text: str, clauses: list[Clause], phrases: list[Phrase]) -> Dates:
    made = replace(document(text), clauses=tuple(clauses), phrases=tuple(phrases))
    return resolve_dates(made, Article(id="made", text=text, published=_PUBLISHED))


def _days(dates: Dates) -> dict[int, str]:
    return {index: found.first.isoformat() for index, found in dates.days.items()}


def _phrases(dates: Dates) -> dict[int, str]:
    return {index: found.first.isoformat() for index, found in dates.phrase_days.items()}


def test_innermost_clause_gets_the_days() -> None:
    text = "He said on Tuesday that rebels had attacked on Monday"
    dates = _resolved(
        text,
        [
            clause(text, 0, "said", text),
            clause(text, 1, "attacked", "rebels had attacked on Monday", parent=0),
        ],
        [],
    )
    assert _days(dates) == {0: "2023-11-14", 1: "2023-11-13"}


def test_expression_without_a_clause_dates_nothing() -> None:
    dates = _resolved("Calm on Monday", [], [])
    assert (dates.days, dates.phrase_days) == ({}, {})


def test_own_adverb_comes_before_the_day_of_a_noun() -> None:
    text = "Police met envoys from talks in May on Tuesday"
    talks = noun(text, 0, "talks", complements=(("in", 1),))
    may, tuesday = noun(text, 1, "May"), noun(text, 2, "Tuesday")
    main = clause(
        text,
        0,
        "met",
        text,
        arguments=(Argument(Role.OBLIQUE, 0, "at"), Argument(Role.OBLIQUE, 2, "on")),
    )
    dates = _resolved(text, [main], [talks, may, tuesday])
    assert _days(dates) == {0: "2023-11-14"}
    assert _phrases(dates) == {0: "2023-05-01"}


def test_day_of_a_noun_dates_its_clause_where_that_has_none() -> None:
    text = "The two held talks in May"
    held = clause(text, 0, "held", text, arguments=(Argument(Role.OBJECT, 0),))
    dates = _resolved(
        text, [held], [noun(text, 0, "talks", complements=(("in", 1),)), noun(text, 1, "May")]
    )
    assert _days(dates) == {0: "2023-05-01"}
    assert _phrases(dates) == {0: "2023-05-01"}


def test_day_of_a_noun_behind_over_stays_with_it() -> None:
    text = "Judges jailed him over a protest in May"
    jailed = clause(text, 0, "jailed", text, arguments=(Argument(Role.OBLIQUE, 0, "over"),))
    dates = _resolved(
        text, [jailed], [noun(text, 0, "protest", complements=(("in", 1),)), noun(text, 1, "May")]
    )
    assert _days(dates) == {}
    assert _phrases(dates) == {0: "2023-05-01"}


def test_day_behind_a_place_belongs_to_the_noun_before_it() -> None:
    text = "They welcomed talks in Moscow on Monday"
    talks = noun(text, 0, "talks", complements=(("in", 1),))
    moscow = noun(text, 1, "Moscow", kind=PhraseKind.NAME, complements=(("on", 2),))
    dates = _resolved(
        text, [clause(text, 0, "welcomed", text)], [talks, moscow, noun(text, 2, "Monday")]
    )
    assert _phrases(dates) == {0: "2023-11-13", 1: "2023-11-13"}


def test_planned_noun_lies_ahead() -> None:
    text = "Officials discussed the planned launch in December"
    planned = Modifier("plan", "planned", Span(text.index("planned"), text.index("planned") + 7))
    launch = noun(text, 0, "launch", modifiers=(planned,), complements=(("in", 1),))
    discussed = clause(text, 0, "discussed", text, arguments=(Argument(Role.OBJECT, 0),))
    dates = _resolved(text, [discussed], [launch, noun(text, 1, "December")])
    assert _phrases(dates) == {0: "2023-12-01"}
    assert _days(dates) == {}


def test_day_of_a_year_behind_of_is_part_of_the_name() -> None:
    text = "Tribesmen recalled the war of 2008"
    war = noun(text, 0, "war", complements=(("of", 1),))
    recalled = clause(text, 0, "recalled", text, arguments=(Argument(Role.OBJECT, 0),))
    dates = _resolved(text, [recalled], [war, noun(text, 1, "2008")])
    assert (_days(dates), _phrases(dates)) == ({}, {0: "2008-01-01"})


def test_last_of_coordinated_verbs_dates_the_first() -> None:
    text = "Troops crossed the river and shelled the town on Monday"
    crossed = clause(text, 0, "crossed", text)
    shelled = clause(
        text, 1, "shelled", "shelled the town on Monday", link=ClauseLink.CONJUNCT, parent=0
    )
    assert _days(_resolved(text, [crossed, shelled], [])) == {0: "2023-11-13", 1: "2023-11-13"}


def test_first_of_coordinated_verbs_leaves_the_last_to_the_coder() -> None:
    text = "Troops crossed the river on Monday and shelled the town"
    crossed = clause(text, 0, "crossed", text)
    shelled = clause(text, 1, "shelled", "shelled the town", link=ClauseLink.CONJUNCT, parent=0)
    assert _days(_resolved(text, [crossed, shelled], [])) == {0: "2023-11-13"}


def test_coordinated_verbs_of_two_tenses_do_not_share() -> None:
    text = "Troops crossed the river and will shell the town on Monday"
    crossed = clause(text, 0, "crossed", text)
    shell = clause(
        text, 1, "shell", "will shell the town on Monday",
        link=ClauseLink.CONJUNCT, parent=0, tense=Tense.FUTURE,
    )  # fmt: skip
    assert _days(_resolved(text, [crossed, shell], [])) == {1: "2023-11-20"}


def test_since_clause_starts_what_goes_on_over_infinitives() -> None:
    text = "They had sought to extradite him since police held him in June"
    sought = clause(text, 0, "sought", text, perfect=True)
    extradite = clause(
        text, 1, "extradite", "extradite him since police held him in June",
        form=ClauseForm.INFINITIVE, tense=Tense.NONE, link=ClauseLink.CONTROL, parent=0,
    )  # fmt: skip
    held = clause(
        text, 2, "held", "since police held him in June",
        link=ClauseLink.ADVERBIAL, marker="since", parent=1,
    )  # fmt: skip
    dates = _resolved(text, [sought, extradite, held], [])
    assert (dates.days[0].first, dates.days[0].last) == (date(2023, 6, 1), date(2023, 11, 15))
    assert dates.days[2].last == date(2023, 6, 30)


def test_participle_of_making_dates_its_noun_and_what_happened_in_it() -> None:
    text = "In a letter published on Monday he quit"
    letter = noun(text, 0, "letter")
    quit_ = clause(text, 0, "quit", text, arguments=(Argument(Role.OBLIQUE, 0, "in"),))
    published = clause(
        text, 1, "published", "published on Monday", predicate="publish",
        form=ClauseForm.PARTICIPLE, tense=Tense.NONE, link=ClauseLink.PARTICIPIAL, parent_phrase=0,
    )  # fmt: skip
    dates = _resolved(text, [quit_, published], [replace(letter, clause=0)])
    assert _days(dates) == {0: "2023-11-13", 1: "2023-11-13"}
    assert _phrases(dates) == {0: "2023-11-13"}


def test_relative_clause_of_another_act_does_not_date_its_noun() -> None:
    text = "The deal that Trump left in 2018 failed"
    deal = noun(text, 0, "deal")
    failed = clause(text, 0, "failed", text)
    left = clause(
        text, 1, "left", "that Trump left in 2018", link=ClauseLink.RELATIVE, parent_phrase=0
    )
    dates = _resolved(text, [failed, left], [replace(deal, clause=0)])
    assert _days(dates) == {1: "2018-01-01"}
    assert _phrases(dates) == {}


def test_document_made_by_hand_has_a_clause_to_a_sentence() -> None:
    made: Document = document("One. Two.")
    assert [made.text[c.extent.start : c.extent.end] for c in made.clauses] == ["One.", "Two."]
