"""Offices and bodies without a name."""

from __future__ import annotations

from link_documents import Draught, codes, link, names

from detente.lexicon.registry import Registry
from detente.records import Role


def test_a_body_takes_the_state_before_it(registry: Registry) -> None:
    draught = Draught("Syrian police left.")
    police = draught.phrase("Syrian police")
    (party,) = link(registry, draught).parties[police]
    assert (party.code, party.sector, party.entity_text) == ("SYR", "COP", "Syrian police")


def test_a_body_takes_its_possessor_and_what_follows_of(registry: Registry) -> None:
    draught = Draught("Russia's army met the police of France.")
    owner = draught.phrase("Russia")
    army = draught.phrase("Russia's army", possessor=owner)
    police = draught.phrase("the police", complements=[("of", 3)])
    draught.phrase("France")
    found = link(registry, draught)
    assert codes(found.parties[army] + found.parties[police]) == ["RUS/MIL", "FRA/COP"]


def test_a_local_body_takes_the_place_of_its_sentence_others_the_story(registry: Registry) -> None:
    draught = Draught("Russia met Russia. In Aleppo the police shot at the army.")
    town = draught.phrase("Aleppo")
    police, army = draught.phrase("the police"), draught.phrase("the army")
    draught.clause(
        "shot",
        "shoot",
        [(Role.OBLIQUE, town, "In"), (Role.SUBJECT, police), (Role.OBLIQUE, army, "at")],
    )
    found = link(registry, draught)
    assert codes(found.parties[police] + found.parties[army]) == ["SYR/COP", "RUS/MIL"]


def test_fighters_of_a_group_are_the_group(registry: Registry) -> None:
    draught = Draught("HTS fighters left.")
    fighters = draught.phrase("HTS fighters", plural=True, head="fighter")
    (party,) = link(registry, draught).parties[fighters]
    assert (party.code, party.sector, party.identifier_id) == ("SYR", "REB", "hts")
    assert party.entity_text == "HTS fighters"


def test_people_of_an_organisation_of_states_are_igo(registry: Registry) -> None:
    draught = Draught("UN soldiers left.")
    soldiers = draught.phrase("UN soldiers", plural=True, head="soldier")
    assert codes(link(registry, draught).parties[soldiers]) == ["UNO/IGO"]


def test_two_adjectives_before_a_plural_are_two_parties(registry: Registry) -> None:
    draught = Draught("The French and Russian foreign ministers met.")
    ministers = draught.phrase(
        "The French and Russian foreign ministers", plural=True, head="minister"
    )
    assert names(link(registry, draught).parties[ministers]) == [
        "Catherine Colonna",
        "Sergei Lavrov",
    ]


def test_an_office_of_one_holder_is_its_holder_on_the_day(registry: Registry) -> None:
    draught = Draught("The Russian defence minister left.")
    minister = draught.phrase("The Russian defence minister")
    (party,) = link(registry, draught).parties[minister]
    assert (party.identifier_text, party.entity_text) == (
        "Sergei Shoigu",
        "Russian defence minister",
    )
    (later,) = link(registry, draught, "2024-09-01").parties[minister]
    assert (later.identifier_id, later.office) == (None, "defence minister")


def test_a_deputy_is_not_the_holder(registry: Registry) -> None:
    draught = Draught("The deputy Russian defence minister left.")
    minister = draught.phrase("The deputy Russian defence minister")
    assert link(registry, draught).parties[minister][0].identifier_id is None


def test_a_weak_noun_needs_a_state_beside_it(registry: Registry) -> None:
    draught = Draught("Russia waited. Russian tanks and two tanks left.")
    own = draught.phrase("Russian tanks", plural=True, head="tank")
    bare = draught.phrase("two tanks", plural=True, head="tank")
    found = link(registry, draught)
    assert codes(found.parties[own]) == ["RUS/MIL"]
    assert bare not in found.parties


def test_no_government_is_nobody(registry: Registry) -> None:
    draught = Draught("In Syria no government existed.")
    body = draught.phrase("no government")
    assert body not in link(registry, draught).parties


def test_rebels_keep_the_owner_they_were_first_told_with(registry: Registry) -> None:
    draught = Draught("Russia watched. Syrian fighters came. Three fighters fell.")
    first = draught.phrase("Syrian fighters", plural=True, head="fighter")
    second = draught.phrase("Three fighters", plural=True, head="fighter")
    found = link(registry, draught)
    assert codes(found.parties[first] + found.parties[second]) == ["SYR/REB", "SYR/REB"]


def test_a_spokesman_without_an_owner_is_of_the_body_spoken_of(registry: Registry) -> None:
    draught = Draught("France waited for HTS. A spokesman said no.")
    draught.phrase("France")
    draught.phrase("HTS")
    spokesman = draught.phrase("A spokesman")
    draught.clause("waited", "wait", [(Role.OBLIQUE, 0, "in"), (Role.SUBJECT, 1)])
    assert codes(link(registry, draught).parties[spokesman]) == ["SYR/REB"]
