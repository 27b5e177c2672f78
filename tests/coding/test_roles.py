"""Who takes part: roles of clauses and nouns, and the way through a linked document."""

from __future__ import annotations

from coding_documents import Draught, party

from detente.coding.acts import Context
from detente.coding.reading import distinct
from detente.coding.roles import doers, is_mutual, noun_role, without
from detente.lexicon import Lexicon
from detente.records import ClauseForm, ClauseLink, Role

_S, _O = Role.SUBJECT, Role.OBJECT


def test_arguments_undo_the_voice(lexicon: Lexicon) -> None:
    draught = Draught("Iran was attacked by France.")
    iran, france = draught.phrase("Iran", "IRN"), draught.phrase("France", "FRA")
    draught.clause("attacked", "attack", [(_S, iran), (Role.AGENT, france, "by")], passive=True)
    reading = draught.reading(lexicon)
    clause = reading.document.clauses[0]
    assert reading.arguments(clause, "subject") == [france]
    assert reading.arguments(clause, "object") == [iran]
    assert reading.arguments(clause, "by") == []


def test_parties_of_a_phrase_are_its_own_then_its_conjuncts_then_its_owners(
    lexicon: Lexicon,
) -> None:
    draught = Draught("France and Iran; the army of Turkey; its leader")
    france = draught.phrase("France", "FRA", conjuncts=(1,))
    draught.phrase("Iran", "IRN")
    army = draught.phrase("the army", complements=(("of", 3),))
    draught.phrase("Turkey", "TUR")
    leader = draught.phrase("leader", possessor=army)
    reading = draught.reading(lexicon)
    assert [p.code for p in reading.parties(france)] == ["FRA", "IRN"]
    assert [p.code for p in reading.parties(army)] == ["TUR"]
    assert [p.code for p in reading.parties(leader)] == ["TUR"]


def test_a_statement_acts_for_whoever_issues_it(lexicon: Lexicon) -> None:
    draught = Draught("France issued a statement.")
    france, statement = draught.phrase("France", "FRA"), draught.phrase("a statement")
    draught.clause("issued", "issue", [(_S, france), (_O, statement)])
    assert [p.code for p in draught.reading(lexicon).parties(statement)] == ["FRA"]


def test_contents_others_and_conditions_of_a_clause(lexicon: Lexicon) -> None:
    draught = Draught("said left if asked")
    draught.clause("said", "say")
    draught.below(
        "left", "leave", link=ClauseLink.COMPLEMENT, form=ClauseForm.FINITE, marker="that"
    )
    draught.below("asked", "ask", link=ClauseLink.ADVERBIAL, form=ClauseForm.FINITE, marker="if")
    reading = draught.reading(lexicon)
    said = reading.document.clauses[0]
    assert [below.predicate for below in reading.contents(said)] == ["leave"]
    assert [below.predicate for below in reading.others(said)] == ["ask"]
    assert [below.predicate for below in reading.conditions(said)] == ["ask"]
    assert [root.predicate for root in reading.roots()] == ["say"]


def test_markers_of_a_phrase_join_a_noun_and_its_preposition(lexicon: Lexicon) -> None:
    draught = Draught("acts in case of war")
    case = draught.phrase("case", complements=(("of", 1),))
    war = draught.phrase("war")
    draught.clause("acts", "act", [(Role.OBLIQUE, case, "in")])
    reading = draught.reading(lexicon)
    assert reading.markers(war) == {"of", "in case of"}
    assert [owner.head for owner in reading.owners(war, "of")] == ["case"]


def test_heads_and_words_of_a_phrase(lexicon: Lexicon) -> None:
    draught = Draught("the joint air strike")
    strike = draught.phrase("the joint air strike")
    reading = draught.reading(lexicon)
    assert reading.heads(strike) == ("strike", "air strike")
    assert list(reading.words(strike)) == ["joint", "air", "joint air", "strike", "air strike"]


def test_nouns_take_the_first_place_that_holds_a_party(lexicon: Lexicon) -> None:
    draught = Draught("the French attack by Turkey on Iran")
    attack = draught.phrase("the French attack", before="FRA", complements=(("by", 1), ("on", 2)))
    draught.phrase("Turkey", "TUR")
    draught.phrase("Iran", "IRN")
    reading = draught.reading(lexicon)
    assert [p.code for p in noun_role(reading, attack, ("by", "modifier"))] == ["TUR"]
    assert [p.code for p in noun_role(reading, attack, ("possessor", "modifier"))] == ["FRA"]
    taken = noun_role(reading, attack, ("by",))
    assert [p.code for p in noun_role(reading, attack, ("by", "on"), taken)] == ["IRN"]


def test_each_other_is_mutual(lexicon: Lexicon) -> None:
    draught = Draught("They attacked each other.")
    they, other = draught.phrase("They", "FRA"), draught.phrase("each other")
    draught.clause("attacked", "attack", [(_S, they), (_O, other)])
    reading = draught.reading(lexicon)
    assert is_mutual(reading, reading.document.clauses[0])


def test_doers_act_only_where_a_clause_names_nobody(lexicon: Lexicon) -> None:
    draught = Draught("to visit; France to visit")
    draught.below("visit", "visit", parent=None)
    france = draught.phrase("France", "FRA")
    draught.below("visit", "visit", [(_S, france)], parent=None)
    plan = Context(doers=(party("TUR"),))
    bare, named = draught.reading(lexicon).document.clauses
    assert [p.code for p in doers(bare, plan)] == ["TUR"]
    assert doers(named, plan) == ()
    assert doers(bare, Context()) == ()


def test_one_party_counts_once() -> None:
    twice = [
        party("FRA", "France"),
        party("FRA", "Paris", name="France"),
        party("FRA/MIL", "its army"),
    ]
    assert [p.sector for p in distinct(twice)] == ["GOV", "MIL"]
    same = [party("FRA", "France"), party("FRA", "France", 30)]
    assert distinct(same) == (same[0],)
    assert without(same, (same[0],)) == ()
