"""Trees that the parser is known to get wrong."""

from __future__ import annotations

from parse_trees import clause, document, filler, tree

from detente.parse.repairs import gerund_tags, repaired
from detente.records import ClauseLink, Role

_ASKED = """
    Was VBD ROOT - be
    Iran NNP attr Was
    attacked VBN acl Iran
    by IN agent attacked
    France NNP pobj by
    {} . punct Was
    """


def test_a_participle_in_a_question_is_its_predicate() -> None:
    found = document(_ASKED.format("?"))
    asked = clause(found, "attack")
    assert asked.question
    assert asked.passive
    assert filler(found, "attack", Role.SUBJECT) == "Iran"
    assert filler(found, "attack", Role.AGENT, "by") == "France"


def test_the_same_words_without_a_question_mark_are_left_alone() -> None:
    made = tree(_ASKED.format("."))
    assert repaired(made) is made


def test_ought_is_an_auxiliary() -> None:
    found = document(
        """
        Egypt NNP nsubj ought
        ought MD ROOT - ought
        to TO aux attack
        attack VB xcomp ought
        Iran NNP dobj attack
        """
    )
    assert clause(found, "attack").modal == "ought"
    assert filler(found, "attack", Role.SUBJECT) == "Egypt"


def test_in_order_to_opens_a_purpose() -> None:
    found = document(
        """
        Egypt NNP nsubj sent
        sent VBD ROOT - send
        troops NNS dobj sent
        in IN prep sent
        order NN pobj in
        to TO aux attack
        attack VB acl order
        Iran NNP dobj attack
        """
    )
    assert "order" not in {phrase.head for phrase in found.phrases}
    purpose = clause(found, "attack")
    assert purpose.link is ClauseLink.ADVERBIAL
    assert purpose.parent == clause(found, "send").index


def test_a_noun_in_ing_with_a_verbs_label_is_a_gerund() -> None:
    tags = gerund_tags(
        ["France", "denied", "bombing", "Iran"],
        ["NNP", "VBD", "NN", "NNP"],
        ["nsubj", "ROOT", "xcomp", "dobj"],
        [1, 1, 1, 2],
    )
    assert tags == ["NNP", "VBD", "VBG", "NNP"]


def test_a_noun_with_an_auxiliary_is_a_verb() -> None:
    tags = gerund_tags(
        ["Did", "Turkey", "trade", "?"],
        ["VBD", "NNP", "NN", "."],
        ["aux", "compound", "ROOT", "punct"],
        [2, 2, 2, 2],
    )
    assert tags[2] == "VB"


def test_other_nouns_stay_nouns() -> None:
    tags = gerund_tags(
        ["The", "bombing", "of", "Iran", "stopped"],
        ["DT", "NN", "IN", "NNP", "VBD"],
        ["det", "nsubj", "prep", "pobj", "ROOT"],
        [1, 4, 1, 2, 4],
    )
    assert tags == ["DT", "NN", "IN", "NNP", "VBD"]
