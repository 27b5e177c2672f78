"""Noun phrases: their words, and how they hang together."""

from __future__ import annotations

from parse_trees import document, phrase

from detente.records import PhraseKind


def test_determiner_modifiers_and_head() -> None:
    found = phrase(
        document(
            """
            The DT det strikes
            deadly JJ amod strikes
            Russian JJ amod strikes
            strikes NNS nsubj stopped
            stopped VBD ROOT - stop
            """
        ),
        "strike",
    )
    assert found.determiner == "the"
    assert [modifier.text for modifier in found.modifiers] == ["deadly", "Russian"]
    assert [modifier.name for modifier in found.modifiers] == [False, True]
    assert (found.kind, found.plural, found.text) == (
        PhraseKind.NOUN,
        True,
        "The deadly Russian strikes",
    )


def test_a_possessor_is_a_phrase_of_its_own() -> None:
    found = document(
        """
        France NNP poss threat
        's POS case France
        threat NN nsubj failed
        failed VBD ROOT - fail
        """
    )
    threat = phrase(found, "threat")
    assert threat.possessor == phrase(found, "France").index
    assert threat.text == "France's threat"


def test_complements_keep_their_prepositions() -> None:
    found = document(
        """
        Talks NNS nsubj failed
        between IN prep Talks
        France NNP pobj between
        and CC cc France
        Iran NNP conj France
        on IN prep Talks
        trade NN pobj on
        failed VBD ROOT - fail
        """
    )
    talk = phrase(found, "talk")
    assert talk.complements == (
        ("between", phrase(found, "France").index),
        ("on", phrase(found, "trade").index),
    )


def test_the_first_conjunct_holds_the_others() -> None:
    found = document(
        """
        France NNP nsubj met
        , , punct France
        Iran NNP conj France
        and CC cc Iran
        Turkey NNP conj Iran
        met VBD ROOT - meet
        """
    )
    france, iran, turkey = (phrase(found, name) for name in ("France", "Iran", "Turkey"))
    assert france.conjuncts == (iran.index, turkey.index)
    assert france.first_conjunct is None
    assert iran.first_conjunct == turkey.first_conjunct == france.index


def test_an_apposition_renames() -> None:
    found = document(
        """
        Lavrov NNP nsubj left
        , , punct Lavrov
        the DT det minister
        minister NN appos Lavrov
        , , punct Lavrov
        left VBD ROOT - leave
        """
    )
    assert phrase(found, "Lavrov").appositions == (phrase(found, "minister").index,)


def test_pronouns_and_numbers_are_phrases() -> None:
    found = document(
        """
        They PRP nsubj arrested they
        arrested VBD ROOT -
        two CD dobj arrested
        """
    )
    assert [phrase.kind for phrase in found.phrases] == [PhraseKind.PRONOUN, PhraseKind.NUMBER]
    assert found.phrases[0].plural


def test_every_phrase_knows_its_clause() -> None:
    found = document(
        """
        Turkey NNP nsubj said
        said VBD ROOT - say
        the DT det army
        army NN nsubj left
        left VBD ccomp said leave
        """
    )
    owners = {phrase.head: found.clauses[phrase.clause or 0].predicate for phrase in found.phrases}
    assert owners == {"Turkey": "say", "army": "leave"}


def test_spans_are_the_words_of_the_text() -> None:
    found = document(
        """
        The DT det army
        French JJ amod army
        army NN nsubj left
        left VBD ROOT - leave
        Mali NNP dobj left
        . . punct left
        """
    )
    assert [phrase.span.of(found.text) for phrase in found.phrases] == ["The French army", "Mali"]
    assert found.clauses[0].span.of(found.text) == "left"
    assert found.clauses[0].extent.of(found.text) == found.text
