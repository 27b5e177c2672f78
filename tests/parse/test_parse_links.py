"""How clauses hang on what is above them."""

from __future__ import annotations

import pytest
from parse_trees import clause, document, filler

from detente.records import ClauseLink, Role


def test_a_condition_has_its_word() -> None:
    found = document(
        """
        If IN mark attacks
        France NNP nsubj attacks
        attacks VBZ advcl fall
        prices NNS nsubj fall
        fall VBP ROOT -
        """
    )
    below = clause(found, "attack")
    assert (below.link, below.marker) == (ClauseLink.ADVERBIAL, "if")


@pytest.mark.parametrize("label", ["advcl", "ccomp"])
def test_an_inverted_auxiliary_is_a_condition(label: str) -> None:
    found = document(
        f"""
        Had VBD aux attacked have
        France NNP nsubj attacked
        attacked VBN {label} known
        Turkey NNP nsubj known
        would MD aux known
        have VB aux known
        known VBN ROOT - know
        """
    )
    assert clause(found, "attack").marker == "if"


def test_a_question_with_its_auxiliary_in_front_is_no_condition() -> None:
    found = document(
        """
        Has VBZ aux attacked have
        France NNP nsubj attacked
        attacked VBN ROOT -
        ? . punct attacked
        """
    )
    assert clause(found, "attack").marker == ""


@pytest.mark.parametrize(
    ("rows", "marker"),
    [
        ("without IN prep waited\nattacking VBG pcomp without", "without"),
        ("instead RB advmod of\nof IN prep waited\nattacking VBG pcomp of", "instead of"),
        ("rather RB advmod than\nthan IN cc waited\nattack VB conj waited", "rather than"),
        ("rather RB advmod than\nthan IN mark attack\nattack VB advcl waited", "rather than"),
    ],
)
def test_joining_words_that_shut_out(rows: str, marker: str) -> None:
    found = document(f"France NNP nsubj waited\nwaited VBD ROOT - wait\n{rows}")
    below = clause(found, "attack")
    assert (below.link, below.marker) == (ClauseLink.ADVERBIAL, marker)
    assert filler(found, "attack", Role.SUBJECT) == "France"


def test_a_noun_behind_instead_of_is_no_conjunct() -> None:
    found = document(
        """
        France NNP nsubj chose
        chose VBD ROOT - choose
        talks NNS dobj chose
        instead RB advmod of
        of IN cc talks
        an DT det attack
        attack NN conj talks
        """
    )
    talk, attack = found.phrases[1], found.phrases[2]
    assert talk.conjuncts == ()
    assert ("instead of", attack.index) in talk.complements
    assert attack.first_conjunct is None


def test_a_gerund_right_behind_its_verb_is_its_content() -> None:
    rows = """
        France NNP nsubj ruled
        ruled VBD ROOT - rule
        out RP prt ruled
        {}releasing VBG advcl ruled releas
        prisoners NNS dobj releasing
        """
    assert clause(document(rows.format("")), "releas").link is ClauseLink.CONTROL
    parted = rows.format(", , punct ruled\n")
    assert clause(document(parted), "releas").link is ClauseLink.ADVERBIAL


def test_an_infinitive_under_a_verb_of_bidding_is_its_content() -> None:
    rows = """
        Turkey NNP nsubj {verb}
        {verb} VBD ROOT - {base}
        France NNP dobj {verb}
        to TO aux invade
        invade VB advcl {verb}
        Iran NNP dobj invade
        """
    bid = document(rows.format(verb="warned", base="warn"))
    assert clause(bid, "invade").link is ClauseLink.CONTROL
    assert filler(bid, "invade", Role.SUBJECT) == "France"
    met = document(rows.format(verb="met", base="meet"))
    assert clause(met, "invade").link is ClauseLink.ADVERBIAL


def test_nothing_past_a_semicolon_is_content_of_what_follows() -> None:
    rows = """
        Turkey NNP nsubj says
        says VBZ ccomp says#2
        so RB advmod says
        {} : punct says#2
        Iraq NNP nsubj says#2
        says VBZ ROOT -
        """
    assert document(rows.format(";")).clauses[0].link is ClauseLink.PARENTHETIC
    assert document(rows.format(",")).clauses[0].link is ClauseLink.COMPLEMENT


def test_what_a_noun_is_about_hangs_on_the_noun() -> None:
    found = document(
        """
        The DT det claim
        claim NN nsubj spread
        that IN mark attacked
        France NNP nsubj attacked
        attacked VBD acl claim
        spread VBD ROOT -
        """
    )
    below = clause(found, "attack")
    assert below.marker == "that"
    assert below.parent_phrase == 0


def test_that_without_a_gap_is_a_marker_even_in_a_relative_clause() -> None:
    found = document(
        """
        Reports NNS nsubj were
        that IN dobj traded
        Kenya NNP nsubj traded
        traded VBN relcl Reports trade
        were VBD ROOT - be
        false JJ acomp were
        """
    )
    assert clause(found, "trade").marker == "that"


def test_what_there_is_said_to_be_is_content() -> None:
    found = document(
        """
        There EX expl were
        were VBD ROOT - be
        reports NNS attr were
        that IN mark attacked
        France NNP nsubj attacked
        attacked VBD acl reports
        """
    )
    below = clause(found, "attack")
    assert (below.link, below.parent) == (ClauseLink.COMPLEMENT, 0)
