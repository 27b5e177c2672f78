"""Clauses become acts: base acts, operators, light verbs, nouns and speech, on documents made by hand."""

from __future__ import annotations

from coding_documents import Draught, party, told

from detente.coding.composition import Composer
from detente.lexicon import Lexicon
from detente.records import ClauseForm, ClauseLink, Role, Tense

_S, _O = Role.SUBJECT, Role.OBJECT


def _two(text: str) -> tuple[Draught, int, int]:
    """A draught whose first phrases are France and Iran, wherever they stand in the text."""
    draught = Draught(text)
    return draught, draught.phrase("France", "FRA"), draught.phrase("Iran", "IRN")


def test_a_base_act(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France attacked Iran.")
    draught.clause("attacked", "attack", [(_S, france), (_O, iran)])
    (made,) = draught.acts(lexicon)
    assert told(made) == "FRA ASSAULT IRN actual"
    assert "assault.attack" in made.trace[0]


def test_the_passive_turns_the_sides(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France was attacked by Iran.")
    draught.clause("attacked", "attack", [(_S, france), (Role.AGENT, iran, "by")], passive=True)
    assert [told(made) for made in draught.acts(lexicon)] == ["IRN ASSAULT FRA actual"]


def test_an_object_that_means_something_else(lexicon: Lexicon) -> None:
    draught = Draught("France attacked the budget.")
    france, budget = draught.phrase("France", "FRA"), draught.phrase("the budget")
    draught.clause("attacked", "attack", [(_S, france), (_O, budget)])
    assert draught.acts(lexicon) == []


def test_an_act_on_oneself_is_none(lexicon: Lexicon) -> None:
    draught = Draught("France attacked itself.")
    france, itself = draught.phrase("France", "FRA"), draught.phrase("itself")
    draught.clause("attacked", "attack", [(_S, france), (_O, itself)])
    assert draught.acts(lexicon) == []


def test_a_weak_word_needs_both_sides(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France helped Iran.")
    draught.clause("helped", "help", [(_S, france), (_O, iran)])
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA AID IRN actual"]
    alone = Draught("France helped.")
    alone.clause("helped", "help", [(_S, alone.phrase("France", "FRA"))])
    composer = Composer(alone.reading(lexicon), lexicon)
    assert composer.acts() == []
    assert "only one party" in composer.silent[0]


def test_a_sentence_to_prison_convicts_as_well(lexicon: Lexicon) -> None:
    draught = Draught("France sentenced Iranians to ten years.")
    france = draught.phrase("France", "FRA")
    iranians = draught.phrase("Iranians", "IRN/CVL")
    years = draught.phrase("ten years", head="year")
    draught.clause(
        "sentenced", "sentence", [(_S, france), (_O, iranians), (Role.OBLIQUE, years, "to")]
    )
    assert [told(made) for made in draught.acts(lexicon)] == [
        "FRA COERCE/arrest IRN actual",
        "FRA SANCTION/convict IRN actual",
    ]


def test_a_promise_to_meet(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France agreed to meet Iran.")
    draught.clause("agreed", "agree", [(_S, france)])
    draught.below("meet", "meet", [(_S, france), (_O, iran)])
    (made,) = draught.acts(lexicon)
    assert told(made) == "FRA AGREE IRN actual"
    assert made.operators == ("agree",)


def test_a_promise_not_to_attack(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France promised not to attack Iran.")
    draught.clause("promised", "promise", [(_S, france)])
    draught.below("attack", "attack", [(_S, france), (_O, iran)], negated=True)
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA CONCEDE IRN actual"]


def test_a_demand_is_directed_at_whoever_is_to_act(lexicon: Lexicon) -> None:
    draught = Draught("France urged Turkey to release Iranians.")
    france, turkey = draught.phrase("France", "FRA"), draught.phrase("Turkey", "TUR")
    iranians = draught.phrase("Iranians", "IRN/CVL")
    draught.clause("urged", "urge", [(_S, france), (_O, turkey)])
    draught.below("release", "release", [(_S, turkey), (_O, iranians)])
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA REQUEST/yield TUR actual"]


def test_a_plan_counts_only_for_what_its_subject_does(lexicon: Lexicon) -> None:
    own, france, iran = _two("France expects to attack Iran.")
    own.clause("expects", "expect", [(_S, france)], tense=Tense.PRESENT)
    own.below("attack", "attack", [(_S, france), (_O, iran)])
    assert [told(made) for made in own.acts(lexicon)] == ["FRA THREATEN/violence IRN actual"]


def test_a_fear_is_of_what_others_may_do(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France fears that Iran will attack.")
    draught.clause("fears", "fear", [(_S, france)], tense=Tense.PRESENT)
    draught.below(
        "attack",
        "attack",
        [(_S, iran)],
        link=ClauseLink.COMPLEMENT,
        form=ClauseForm.FINITE,
        marker="that",
        tense=Tense.FUTURE,
    )
    assert [told(made) for made in draught.acts(lexicon)] == ["IRN ASSAULT - hypothetical by FRA"]


def test_future_and_negated_future_stand_for_operators(lexicon: Lexicon) -> None:
    for negated, expected in (
        (False, "FRA+IRN AGREE - actual"),
        (True, "FRA REJECT/meet IRN actual"),
    ):
        draught, france, iran = _two("France will meet Iran.")
        draught.clause(
            "meet", "meet", [(_S, france), (_O, iran)], tense=Tense.FUTURE, negated=negated
        )
        assert [told(made) for made in draught.acts(lexicon)] == [expected]


def test_a_refusal_of_both_has_no_other_side(lexicon: Lexicon) -> None:
    draught = Draught("France and Iran will not meet.")
    france = draught.phrase("France", "FRA", conjuncts=(1,))
    draught.phrase("Iran", "IRN")
    draught.clause("meet", "meet", [(_S, france)], tense=Tense.FUTURE, negated=True)
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA+IRN REJECT/meet - actual"]


def test_a_near_miss_is_negated(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France almost attacked Iran.")
    draught.clause("attacked", "attack", [(_S, france), (_O, iran)], adverbs=("almost",))
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA ASSAULT IRN negated"]


def test_a_light_verb_lends_its_subject_to_a_noun(lexicon: Lexicon) -> None:
    draught = Draught("France launched an attack on Iran.")
    france = draught.phrase("France", "FRA")
    attack = draught.phrase("an attack", complements=(("on", 2),))
    draught.phrase("Iran", "IRN")
    draught.clause("launched", "launch", [(_S, france), (_O, attack)])
    (made,) = draught.acts(lexicon)
    assert told(made) == "FRA ASSAULT IRN actual"
    assert [span.of(draught.text) for span in made.words] == ["launched", "attack"]


def test_a_noun_that_is_there_is_told_by_its_clause(lexicon: Lexicon) -> None:
    draught = Draught("There was a French attack on Iran.")
    attack = draught.phrase("a French attack", before="FRA", complements=(("on", 1),))
    draught.phrase("Iran", "IRN")
    draught.clause("attack", "attack", [(Role.ATTRIBUTE, attack)], copular=True, negated=True)
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA ASSAULT IRN negated"]


def test_a_protest_needs_nobody_to_be_named(lexicon: Lexicon) -> None:
    draught = Draught("Protests erupted in Iraq.")
    protests = draught.phrase("Protests", head="protest")
    iraq = draught.phrase("Iraq", "IRQ", place="IRQ")
    draught.clause("erupted", "erupt", [(_S, protests), (Role.OBLIQUE, iraq, "in")])
    assert [told(made) for made in draught.acts(lexicon)] == ["- PROTEST - actual"]


def test_an_operator_noun_gives_its_holder_to_an_infinitive(lexicon: Lexicon) -> None:
    draught = Draught("France had a plan to help Iran.")
    france, plan = draught.phrase("France", "FRA"), draught.phrase("a plan")
    iran = draught.phrase("Iran", "IRN")
    draught.clause("had", "have", [(_S, france), (_O, plan)])
    draught.below(
        "help", "help", [(_O, iran)], parent=None, parent_phrase=plan, link=ClauseLink.COMPLEMENT
    )
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA AGREE IRN actual"]


def test_what_is_said_is_asserted_by_who_says_it(lexicon: Lexicon) -> None:
    draught = Draught("Turkey said France attacked Iran.")
    turkey = draught.phrase("Turkey", "TUR")
    france, iran = draught.phrase("France", "FRA"), draught.phrase("Iran", "IRN")
    draught.clause("said", "say", [(_S, turkey)])
    draught.below(
        "attacked",
        "attack",
        [(_S, france), (_O, iran)],
        link=ClauseLink.COMPLEMENT,
        form=ClauseForm.FINITE,
        marker="",
        tense=Tense.PAST,
    )
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA ASSAULT IRN actual by TUR"]


def test_a_question_asked_is_no_request(lexicon: Lexicon) -> None:
    draught = Draught("Turkey asked whether France may attack Iran.")
    turkey = draught.phrase("Turkey", "TUR")
    france, iran = draught.phrase("France", "FRA"), draught.phrase("Iran", "IRN")
    draught.clause("asked", "ask", [(_S, turkey)])
    draught.below(
        "attack",
        "attack",
        [(_S, france), (_O, iran)],
        link=ClauseLink.COMPLEMENT,
        form=ClauseForm.FINITE,
        marker="whether",
        tense=Tense.NONE,
        modal="may",
    )
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA ASSAULT IRN hypothetical by TUR"]


def test_a_quotation_is_its_speakers(lexicon: Lexicon) -> None:
    text = "“France attacked Iran last night, all of you saw it.”"
    draught, france, iran = _two(text)
    draught.clause("attacked", "attack", [(_S, france), (_O, iran)])
    speakers = {0: (party("TUR"),)}
    assert [told(made) for made in draught.acts(lexicon, speakers=speakers)] == [
        "FRA ASSAULT IRN actual by TUR"
    ]
    assert [told(made) for made in draught.acts(lexicon)] == ["FRA ASSAULT IRN actual by ?"]


def test_an_infinitive_by_itself_says_nothing(lexicon: Lexicon) -> None:
    draught, france, iran = _two("France has allies to attack Iran.")
    draught.clause("has", "host", [(_S, france)], tense=Tense.PRESENT)
    draught.below("attack", "attack", [(_S, france), (_O, iran)], link=ClauseLink.ADVERBIAL)
    composer = Composer(draught.reading(lexicon), lexicon)
    assert composer.acts() == []
    assert "ASSAULT" in composer.silent[1]


def test_who_is_said_to_violate_is_accused_by_who_says_it(lexicon: Lexicon) -> None:
    draught = Draught("Turkey said France will violate it.")
    turkey, france = draught.phrase("Turkey", "TUR"), draught.phrase("France", "FRA")
    draught.clause("said", "say", [(_S, turkey)])
    draught.below(
        "violate",
        "violate",
        [(_S, france)],
        link=ClauseLink.COMPLEMENT,
        form=ClauseForm.FINITE,
        marker="",
        tense=Tense.FUTURE,
    )
    (made,) = draught.acts(lexicon)
    assert (made.category, [p.code for p in made.actors]) == ("ACCUSE", ["TUR"])
    assert str(made.status) == "actual"


def test_a_word_against_an_attack_is_none_against_its_victim(lexicon: Lexicon) -> None:
    draught = Draught("France condemned the attack on Iran.")
    france = draught.phrase("France", "FRA")
    attack = draught.phrase("the attack", complements=(("on", 2),))
    draught.phrase("Iran", "IRN")
    draught.clause("condemned", "condemn", [(_S, france), (_O, attack)])
    condemned = [made for made in draught.acts(lexicon) if made.category == "ACCUSE"]
    assert [made.recipients for made in condemned] == [()]
