"""Acts told by nouns: their parties, their words of doubt, the claims they are the content of."""

from __future__ import annotations

import pytest
from coding_documents import Draught, plain, told

from detente.coding.nominals import NominalComposer
from detente.lexicon import Lexicon
from detente.records import Role


def _meaning(draught: Draught, phrase: int, lexicon: Lexicon) -> list[str]:
    composer = NominalComposer(draught.reading(lexicon), lexicon, lambda _phrase, _context: [])
    return [told(made) for made in composer.meaning(phrase, plain()).primary]


def _attack(words: str, lexicon: Lexicon) -> list[str]:
    draught = Draught(f"{words} on Iran")
    phrase = draught.phrase(words, before="FRA", complements=(("on", 1),))
    draught.phrase("Iran", "IRN")
    return _meaning(draught, phrase, lexicon)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the French attack", "FRA ASSAULT IRN actual"),
        ("a possible French attack", "FRA ASSAULT IRN hypothetical"),
        ("any French attack", "FRA ASSAULT IRN hypothetical"),
        ("no French attack", "FRA ASSAULT IRN negated"),
        ("the failed French attack", "FRA ASSAULT IRN negated"),
        ("the threatened French attack", "FRA ASSAULT IRN hypothetical"),
        ("the planned French attack", "FRA THREATEN/violence IRN actual"),
        ("the alleged French attack", "FRA ASSAULT IRN actual by ?"),
        ("a suspected planned attack", "FRA THREATEN/violence IRN actual by ?"),
    ],
)
def test_adjectives_and_determiners(words: str, expected: str, lexicon: Lexicon) -> None:
    assert _attack(words, lexicon) == [expected]


def test_a_possessor_acts(lexicon: Lexicon) -> None:
    draught = Draught("France 's attack on Iran")
    france = draught.phrase("France", "FRA")
    attack = draught.phrase("attack", possessor=france, complements=(("on", 2),))
    draught.phrase("Iran", "IRN")
    assert _meaning(draught, attack, lexicon) == ["FRA ASSAULT IRN actual"]


def test_talks_between_two_are_of_both(lexicon: Lexicon) -> None:
    draught = Draught("talks between France and Iran")
    talks = draught.phrase("talks", head="talk", plural=True, complements=(("between", 1),))
    draught.phrase("France", "FRA", conjuncts=(2,))
    draught.phrase("Iran", "IRN")
    assert _meaning(draught, talks, lexicon) == ["FRA+IRN CONSULT - actual"]


@pytest.mark.parametrize(
    ("plural", "expected"), [(True, "FRA CONSULT - actual"), (False, "FRA ASSAULT - hypothetical")]
)
def test_talk_of_something_is_no_talks(plural: bool, expected: str, lexicon: Lexicon) -> None:
    draught = Draught("talk of a French attack")
    talk = draught.phrase("talk", plural=plural, complements=(("of", 1),))
    draught.phrase("a French attack", before="FRA")
    assert _meaning(draught, talk, lexicon) == [expected]


def test_an_operator_noun_over_a_noun(lexicon: Lexicon) -> None:
    draught = Draught("the French threat of an attack on Iran")
    threat = draught.phrase("the French threat", before="FRA", complements=(("of", 1),))
    draught.phrase("an attack", complements=(("on", 2),))
    draught.phrase("Iran", "IRN")
    assert _meaning(draught, threat, lexicon) == ["FRA THREATEN/violence IRN actual"]


def test_a_report_of_an_act_is_a_claim_of_it(lexicon: Lexicon) -> None:
    draught = Draught("Turkish reports of an attack on Iran")
    draught.phrase("Turkish reports", head="report", before="TUR", complements=(("of", 1),))
    attack = draught.phrase("an attack", complements=(("on", 2),))
    draught.phrase("Iran", "IRN")
    assert _meaning(draught, attack, lexicon) == ["- ASSAULT IRN actual by TUR"]


@pytest.mark.parametrize(
    ("marker", "status"),
    [("instead of", "negated"), ("without", "negated"), ("after", "actual")],
)
def test_a_preposition_that_shuts_out(marker: str, status: str, lexicon: Lexicon) -> None:
    draught = Draught(f"France left {marker} an attack on Iran")
    france = draught.phrase("France", "FRA")
    attack = draught.phrase("an attack", complements=(("on", 2),))
    draught.phrase("Iran", "IRN")
    draught.clause("left", "leave", [(Role.SUBJECT, france), (Role.OBLIQUE, attack, marker)])
    assert _meaning(draught, attack, lexicon) == [f"- ASSAULT IRN {status}"]


def test_a_condition_made_of_a_preposition_and_a_noun(lexicon: Lexicon) -> None:
    draught = Draught("France acts in case of an attack")
    france = draught.phrase("France", "FRA")
    case = draught.phrase("case", complements=(("of", 2),))
    attack = draught.phrase("an attack")
    draught.clause("acts", "act", [(Role.SUBJECT, france), (Role.OBLIQUE, case, "in")])
    assert _meaning(draught, attack, lexicon) == ["- ASSAULT - hypothetical"]


@pytest.mark.parametrize("words", ["cold attack", "attack"])
def test_words_that_make_a_noun_mean_something_else(words: str, lexicon: Lexicon) -> None:
    draught = Draught(f"a French {words} on inflation")
    attack = draught.phrase(f"a French {words}", before="FRA", complements=(("on", 1),))
    draught.phrase("inflation")
    assert _meaning(draught, attack, lexicon) == []


def test_a_noun_that_points_back_has_the_parties_of_the_last_of_its_kind(lexicon: Lexicon) -> None:
    draught = Draught("The attack shocked many")
    attack = draught.phrase("The attack")
    composer = NominalComposer(draught.reading(lexicon), lexicon, lambda _phrase, _context: [])
    other = Draught("the French attack on Iran")
    first = other.phrase("the French attack", before="FRA", complements=(("on", 1),))
    other.phrase("Iran", "IRN")
    before = NominalComposer(other.reading(lexicon), lexicon, lambda _phrase, _context: [])
    composer.told.extend(before.meaning(first, plain()).primary)
    assert [told(made) for made in composer.meaning(attack, plain()).primary] == [
        "FRA ASSAULT IRN actual"
    ]


def test_what_hangs_on_nothing_of_the_kind_is_no_act(lexicon: Lexicon) -> None:
    draught = Draught("the French cheese")
    assert _meaning(draught, draught.phrase("the French cheese", before="FRA"), lexicon) == []
