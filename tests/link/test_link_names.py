"""States, towns, bodies and groups by name, and what stands before a noun."""

from __future__ import annotations

from pathlib import Path

import pytest
from link_documents import Draught, codes, link, names, write_registry

from detente.lexicon.registry import Registry
from detente.records import Role


def test_a_state_is_its_government_and_its_words_leave_the_article_out(registry: Registry) -> None:
    draught = Draught("The United States left.")
    state = draught.phrase("The United States")
    draught.clause("left", "leave", [(Role.SUBJECT, state)])
    (party,) = link(registry, draught).parties[state]
    assert (party.code, party.sector, party.identifier_text) == ("USA", "GOV", "United States")
    assert (party.entity_text, party.start, party.end) == ("United States", 4, 17)
    assert party.identifier_id == "state:USA"
    assert party.reason


def test_the_last_point_of_an_abbreviation_belongs_to_it(registry: Registry) -> None:
    draught = Draught("The U.S. left.")
    state = draught.phrase("The U.S.")
    assert link(registry, draught).parties[state][0].entity_text == "U.S."


def test_an_adjective_before_an_act_is_a_modifier_and_no_party(registry: Registry) -> None:
    draught = Draught("A Russian visit ended.")
    visit = draught.phrase("A Russian visit")
    found = link(registry, draught)
    assert visit not in found.parties
    assert codes(found.modifiers[visit]) == ["RUS/GOV"]


def test_an_adjective_before_armed_force_names_the_military(registry: Registry) -> None:
    draught = Draught("A Russian strike followed.")
    strike = draught.phrase("A Russian strike")
    assert codes(link(registry, draught).modifiers[strike]) == ["RUS/MIL"]


@pytest.mark.parametrize("words", ["US-backed talks", "pro-US talks"])
def test_backed_and_pro_tell_no_owner(registry: Registry, words: str) -> None:
    draught = Draught(f"The {words} ended.")
    talks = draught.phrase(f"The {words}", plural=True)
    assert talks not in link(registry, draught).modifiers


def test_led_tells_the_owner(registry: Registry) -> None:
    draught = Draught("The US-led talks ended.")
    talks = draught.phrase("The US-led talks", plural=True)
    assert codes(link(registry, draught).modifiers[talks]) == ["USA/GOV"]


@pytest.mark.parametrize(
    ("role", "marker", "party"),
    [
        (Role.SUBJECT, "", True),
        (Role.AGENT, "by", True),
        (Role.OBLIQUE, "with", True),
        (Role.OBLIQUE, "against", True),
        (Role.OBLIQUE, "to", True),
        (Role.OBLIQUE, "in", False),
        (Role.OBLIQUE, "near", False),
        (Role.OBLIQUE, "from", False),
    ],
)
def test_a_capital_is_a_government_or_a_town_by_its_place(
    registry: Registry, role: Role, marker: str, party: bool
) -> None:
    draught = Draught("The plan was made known with Moscow.")
    capital = draught.phrase("Moscow")
    draught.clause("made", "make", [(role, capital, marker)])
    found = link(registry, draught)
    assert (capital in found.parties) is party
    assert (capital in found.places) is not party


def test_a_town_is_a_place_with_its_state(registry: Registry) -> None:
    draught = Draught("Aleppo burned.")
    town = draught.phrase("Aleppo")
    draught.clause("burned", "burn", [(Role.SUBJECT, town)])
    found = link(registry, draught)
    assert town not in found.parties
    place = found.places[town]
    assert (place.name, place.country, place.span.start) == ("Aleppo", "SYR", 0)


def test_a_state_under_in_is_a_place_but_not_for_meddling(registry: Registry) -> None:
    draught = Draught("He lived and intervened in Syria.")
    state = draught.phrase("Syria")
    draught.clause("lived", "live", [(Role.OBLIQUE, state, "in")])
    assert state not in link(registry, draught).parties
    meddling = Draught("He lived and intervened in Syria.")
    state = meddling.phrase("Syria")
    meddling.clause("intervened", "intervene", [(Role.OBLIQUE, state, "in")])
    assert codes(link(registry, meddling).parties[state]) == ["SYR/GOV"]


def test_a_people_with_a_bare_article_is_its_state_with_a_number_it_is_civilians(
    registry: Registry,
) -> None:
    draught = Draught("The Russians left. Two Russians stayed.")
    state = draught.phrase("The Russians", plural=True)
    people = draught.phrase("Two Russians", plural=True)
    found = link(registry, draught)
    assert codes(found.parties[state]) == ["RUS/GOV"]
    assert codes(found.parties[people]) == ["RUS/CVL"]


def test_a_breakaway_territory_keeps_its_state_and_its_sector(registry: Registry) -> None:
    draught = Draught("Abkhazia voted.")
    land = draught.phrase("Abkhazia")
    draught.clause("voted", "vote", [(Role.SUBJECT, land)])
    assert codes(link(registry, draught).parties[land]) == ["GEO/PRE"]


def test_an_abbreviation_in_brackets_is_used_later(registry: Registry) -> None:
    draught = Draught("Hay'at Tahrir al-Sham (XYZ) won. The XYZ lost.")
    group = draught.phrase("Hay'at Tahrir al-Sham")
    later = draught.phrase("The XYZ")
    found = link(registry, draught)
    assert names(found.parties[later]) == names(found.parties[group]) == ["Hay'at Tahrir al-Sham"]


def test_a_longer_name_that_is_nobody_hides_the_state_in_it(registry: Registry) -> None:
    draught = Draught("France Telecom lost money.")
    firm = draught.phrase("France Telecom")
    found = link(registry, draught)
    assert firm not in found.parties
    assert firm not in found.modifiers


def test_a_clue_in_the_text_decides_between_towns_of_one_name(registry: Registry) -> None:
    plain = Draught("Lyon is calm.")
    town = plain.phrase("Lyon")
    assert link(registry, plain).places[town].country == "FRA"
    clued = Draught("Lyon is calm, as is Mississippi.")
    town = clued.phrase("Lyon")
    assert link(registry, clued).places[town].country == "USA"


def test_the_states_named_decide_between_groups_of_one_name(tmp_path: Path) -> None:
    groups = (
        "id,name,aliases,code,sector,kind,start,end\n"
        "gbr,Labour Party,,GBR,PTY,party,,\nfra,Labour Party,,FRA,PTY,party,,\n"
    )
    registry = write_registry(tmp_path, groups=groups)
    draught = Draught("The Labour Party met in Lyon. France watched.")
    party = draught.phrase("The Labour Party")
    assert codes(link(registry, draught).parties[party]) == ["FRA/PTY"]


def test_a_group_that_did_not_exist_on_the_day_gives_way(tmp_path: Path) -> None:
    groups = (
        "id,name,aliases,code,sector,kind,start,end\n"
        "old,Northern Front,,SYR,REB,armed,1990,1999\nnew,Northern Front,,SYR,PTY,party,2005,\n"
    )
    registry = write_registry(tmp_path, groups=groups)
    draught = Draught("The Northern Front spoke.")
    front = draught.phrase("The Northern Front")
    assert codes(link(registry, draught, "1995-01-01").parties[front]) == ["SYR/REB"]
    assert codes(link(registry, draught, "2015-01-01").parties[front]) == ["SYR/PTY"]


def test_a_dateline_is_nobody(registry: Registry) -> None:
    draught = Draught("PARIS, Nov 12 - Russia agreed.")
    city, state = draught.phrase("PARIS"), draught.phrase("Russia")
    draught.clause("agreed", "agree", [(Role.OBLIQUE, city, ""), (Role.SUBJECT, state)])
    found = link(registry, draught)
    assert city not in found.parties
    assert codes(found.parties[state]) == ["RUS/GOV"]


def test_teams_are_nobody_only_where_a_score_is_given(registry: Registry) -> None:
    for text, plays in (("France beat Russia 2-1.", True), ("France beat Russia.", False)):
        draught = Draught(text)
        home = draught.phrase("France")
        draught.clause("beat", "beat", [(Role.SUBJECT, home)])
        assert (home not in link(registry, draught).parties) is plays


def test_a_party_that_the_text_calls_opposition(registry: Registry) -> None:
    draught = Draught("The opposition Labour Party objected. The Labour Party left.")
    first, second = (
        draught.phrase("The opposition Labour Party"),
        draught.phrase("The Labour Party"),
    )
    found = link(registry, draught)
    assert codes(found.parties[first] + found.parties[second]) == ["GBR/OPP", "GBR/OPP"]


def test_a_body_that_only_the_text_knows(registry: Registry) -> None:
    draught = Draught("The Syrian Water Board (SWB) met. The SWB agreed.")
    board, later = draught.phrase("The Syrian Water Board"), draught.phrase("The SWB")
    found = link(registry, draught)
    assert names(found.parties[board] + found.parties[later]) == ["Syrian Water Board"] * 2
    assert {party.code for party in found.parties[later]} == {"SYR"}


def test_story_codes_weigh_title_and_beginning(registry: Registry) -> None:
    draught = Draught("Britain spoke. It was late. It rained. Russia and Russia met Syria.")
    assert link(registry, draught).story_codes[0] == "GBR"
    assert link(registry, draught, title="Syria and Syria").story_codes[0] == "SYR"
