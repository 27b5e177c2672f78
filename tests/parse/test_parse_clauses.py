"""Who takes part in a clause: shared subjects, voice, control, coordination, relatives."""

from __future__ import annotations

from parse_trees import clause, document, filler

from detente.records import ClauseForm, ClauseLink, Role


def test_subject_and_object_of_a_plain_clause() -> None:
    found = document(
        """
        France NNP nsubj attacked
        attacked VBD ROOT -
        Iran NNP dobj attacked
        """
    )
    assert filler(found, "attack", Role.SUBJECT) == "France"
    assert filler(found, "attack", Role.OBJECT) == "Iran"
    assert not clause(found, "attack").passive


def test_passive_with_its_agent() -> None:
    found = document(
        """
        Iran NNP nsubjpass attacked
        was VBD auxpass attacked be
        attacked VBN ROOT -
        by IN agent attacked
        France NNP pobj by
        """
    )
    assert clause(found, "attack").passive
    assert filler(found, "attack", Role.SUBJECT) == "Iran"
    assert filler(found, "attack", Role.AGENT, "by") == "France"


def test_an_infinitive_shares_the_subject_of_the_verb_above() -> None:
    found = document(
        """
        France NNP nsubj agreed
        agreed VBD ROOT - agree
        to TO aux meet
        meet VB xcomp agreed
        Russia NNP dobj meet
        """
    )
    below = clause(found, "meet")
    assert filler(found, "meet", Role.SUBJECT) == "France"
    assert (below.form, below.link, below.marker) == (
        ClauseForm.INFINITIVE,
        ClauseLink.CONTROL,
        "to",
    )


def test_an_infinitive_under_an_object_has_the_object_as_subject() -> None:
    found = document(
        """
        France NNP nsubj asked
        asked VBD ROOT -
        Turkey NNP dobj asked
        to TO aux attack
        attack VB xcomp asked
        Iran NNP dobj attack
        """
    )
    assert filler(found, "attack", Role.SUBJECT) == "Turkey"


def test_who_promises_somebody_acts_themselves() -> None:
    found = document(
        """
        France NNP nsubj promised
        promised VBD ROOT - promise
        Turkey NNP dobj promised
        to TO aux leave
        leave VB xcomp promised
        """
    )
    assert filler(found, "leave", Role.SUBJECT) == "France"


def test_the_subject_of_an_infinitive_is_also_what_the_verb_above_acts_on() -> None:
    found = document(
        """
        France NNP nsubj urged
        urged VBD ROOT - urge
        Turkey NNP nsubj leave
        to TO aux leave
        leave VB ccomp urged
        """
    )
    assert filler(found, "urge", Role.OBJECT) == "Turkey"


def test_a_gerund_behind_of_has_the_object_as_subject() -> None:
    found = document(
        """
        Turkey NNP nsubj accused
        accused VBD ROOT - accuse
        France NNP dobj accused
        of IN prep accused
        attacking VBG pcomp of
        Iran NNP dobj attacking
        """
    )
    below = clause(found, "attack")
    assert filler(found, "attack", Role.SUBJECT) == "France"
    assert (below.marker, below.form) == ("of", ClauseForm.GERUND)


def test_a_gerund_that_the_parser_takes_for_an_object_of_its_preposition() -> None:
    found = document(
        """
        France NNP nsubjpass accused
        was VBD auxpass accused be
        accused VBN ROOT - accuse
        of IN prep accused
        trading VBG pobj of trade
        with IN prep trading
        Iran NNP pobj with
        """
    )
    below = clause(found, "trade")
    assert (below.link, below.marker) == (ClauseLink.COMPLEMENT, "of")
    assert filler(found, "trade", Role.SUBJECT) == "France"


def test_a_coordinated_verb_shares_subject_and_auxiliaries() -> None:
    found = document(
        """
        France NNP nsubj attack
        may MD aux attack
        attack VB ROOT -
        or CC cc attack
        invade VB conj attack
        Iran NNP dobj invade
        """
    )
    assert filler(found, "invade", Role.SUBJECT) == "France"
    assert clause(found, "invade").modal == "may"


def test_or_passes_a_negation_on_and_and_does_not() -> None:
    rows = """
        France NNP nsubj attack
        did VBD aux attack do
        not RB neg attack
        attack VB ROOT -
        {} CC cc attack
        invade VB conj attack
        Iran NNP dobj invade
        """
    assert clause(document(rows.format("or")), "invade").negated
    assert not clause(document(rows.format("and")), "invade").negated


def test_relative_words_become_what_they_point_at() -> None:
    found = document(
        """
        France NNP nsubj left
        which WDT nsubj attacked
        attacked VBD relcl France
        Iran NNP dobj attacked
        left VBD ROOT - leave
        """
    )
    assert filler(found, "attack", Role.SUBJECT) == "France"
    assert clause(found, "attack").link is ClauseLink.RELATIVE


def test_a_relative_clause_without_object_takes_what_it_hangs_on() -> None:
    found = document(
        """
        Towns NNS nsubj burned
        France NNP nsubj attacked
        attacked VBD relcl Towns
        burned VBD ROOT - burn
        """
    )
    assert filler(found, "attack", Role.OBJECT) == "town"


def test_a_participle_is_passive_with_what_it_describes() -> None:
    found = document(
        """
        Towns NNS nsubj burned
        attacked VBN acl Towns
        by IN agent attacked
        France NNP pobj by
        burned VBD ROOT - burn
        """
    )
    assert clause(found, "attack").passive
    assert filler(found, "attack", Role.SUBJECT) == "town"


def test_a_clause_that_says_there_is_something_shares_no_subject() -> None:
    found = document(
        """
        Turkey NNP nsubj denied
        denied VBD ROOT - deny
        that IN mark was
        there EX expl was
        was VBD ccomp denied be
        an DT det attack
        attack NN attr was
        """
    )
    below = clause(found, "attack")
    assert below.copular
    assert filler(found, "attack", Role.SUBJECT) is None


def test_a_name_that_the_parser_takes_for_an_adverb_is_the_object() -> None:
    rows = """
        France NNP nsubj met
        met VBD ROOT - meet
        Turkey NNP {} met
        """
    assert filler(document(rows.format("npadvmod")), "meet", Role.OBJECT) == "Turkey"
    assert filler(document(rows.format("dobj")), "meet", Role.OBJECT) == "Turkey"


def test_stacked_prepositions_are_one_marker() -> None:
    found = document(
        """
        Troops NNS nsubj pulled
        pulled VBD ROOT - pull
        out IN prep pulled
        of IN prep out
        Mali NNP pobj of
        """
    )
    assert filler(found, "pull", Role.OBLIQUE, "out of") == "Mali"


def test_only_the_root_of_a_sentence_with_a_question_mark_asks() -> None:
    found = document(
        """
        Did VBD aux say do
        Turkey NNP nsubj say
        say VB ROOT -
        France NNP nsubj attacked
        attacked VBD ccomp say
        Iran NNP dobj attacked
        ? . punct say
        """
    )
    assert clause(found, "say").question
    assert not clause(found, "attack").question
