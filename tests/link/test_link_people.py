"""Persons: of the registry on a day, introduced by the text, called again by their family name."""

from __future__ import annotations

from datetime import date

import pytest
from link_documents import VERBS, Draught, codes, link, names

from detente.lexicon.registry import Registry
from detente.link import Linker
from detente.records import Article, DateBasis, DateSpan, Role


def test_a_person_of_the_registry_holds_the_office_of_the_day(registry: Registry) -> None:
    draught = Draught("Sebastien Lecornu spoke.")
    person = draught.phrase("Sebastien Lecornu")
    (party,) = link(registry, draught).parties[person]
    assert (party.code, party.sector, party.office) == (
        "FRA",
        "GOV",
        "minister of the armed forces",
    )
    assert (party.identifier_text, party.gender) == ("Sébastien Lecornu", "m")
    assert "2022-05-20" in party.reason


@pytest.mark.parametrize("day", ["2021-01-01", "2025-12-01"])
def test_out_of_office_a_person_is_of_the_elite(registry: Registry, day: str) -> None:
    draught = Draught("Sébastien Lecornu spoke.")
    person = draught.phrase("Sébastien Lecornu")
    (party,) = link(registry, draught, day).parties[person]
    assert (party.sector, party.office) == ("ELI", None)


def test_the_days_of_the_clause_decide_before_the_day_of_the_report(registry: Registry) -> None:
    draught = Draught("In 2000 Jacques Chirac left.")
    person = draught.phrase("Jacques Chirac")
    clause = draught.clause("left", "leave", [(Role.SUBJECT, person)])
    document = draught.document()
    days = {clause: DateSpan(date(2000, 1, 1), date(2000, 12, 31), DateBasis.TEXT)}
    article = Article(id="a", text=document.text, published="2020-01-01")
    linker = Linker(registry, VERBS)
    assert codes(linker.link(document, article).parties[person]) == ["FRA/ELI"]
    (party,) = linker.link(document, article, days).parties[person]
    assert (party.sector, party.office) == ("GOV", "president")


def test_a_family_name_alone_before_or_after_the_full_name(registry: Registry) -> None:
    draught = Draught("Smith won. Jane Smith spoke. Smith left.")
    phrases = [draught.phrase("Smith"), draught.phrase("Jane Smith"), draught.phrase("Smith")]
    found = link(registry, draught)
    assert {party.identifier_id for index in phrases for party in found.parties[index]} == {
        "jane-smith"
    }


def test_a_family_name_alone_needs_a_weighty_office_on_the_day(registry: Registry) -> None:
    draught = Draught("Lavrov left. Smith stayed.")
    minister, member = draught.phrase("Lavrov"), draught.phrase("Smith")
    found = link(registry, draught)
    assert names(found.parties[minister]) == ["Sergei Lavrov"]
    assert member not in found.parties


def test_a_former_leader_is_called_by_family_name_where_the_report_is_about_the_state(
    registry: Registry,
) -> None:
    about = Draught("France remembers. Chirac had refused.")
    person = about.phrase("Chirac")
    assert codes(link(registry, about).parties[person]) == ["FRA/ELI"]
    elsewhere = Draught("Syria remembers. Chirac had refused.")
    person = elsewhere.phrase("Chirac")
    assert person not in link(registry, elsewhere).parties


def test_an_office_before_the_name_introduces_a_stranger(registry: Registry) -> None:
    draught = Draught("British prime minister Orla Quint spoke. Quint left.")
    first, second = draught.phrase("British prime minister Orla Quint"), draught.phrase("Quint")
    found = link(registry, draught)
    for party in found.parties[first] + found.parties[second]:
        assert (party.code, party.sector, party.identifier_text) == ("GBR", "GOV", "Orla Quint")
        assert party.office == "prime minister"
        assert party.identifier_id is None


def test_an_office_with_of_and_a_body_before_the_name(registry: Registry) -> None:
    draught = Draught("The head of the Russian Defense Ministry Igor Vale spoke.")
    head = draught.phrase("The head", complements=[("of", 1)])
    body = draught.phrase("the Russian Defense Ministry Igor Vale")
    found = link(registry, draught)
    for index in (head, body):
        (party,) = found.parties[index]
        assert (party.code, party.sector, party.identifier_text) == ("RUS", "GOV", "Igor Vale")
        assert party.entity_text == "Igor Vale"
        assert party.office == "head of the defense ministry"


@pytest.mark.parametrize("order", ["before", "after"])
def test_an_office_in_apposition(registry: Registry, order: str) -> None:
    text = {
        "before": "The Syrian foreign minister, Walid Orr, left.",
        "after": "Walid Orr, the Syrian foreign minister, left.",
    }
    draught = Draught(text[order])
    words = ["The Syrian foreign minister", "Walid Orr"]
    if order == "after":
        words = ["Walid Orr", "the Syrian foreign minister"]
    first = draught.phrase(words[0], appositions=[1])
    second = draught.phrase(words[1])
    found = link(registry, draught)
    for index in (first, second):
        (party,) = found.parties[index]
        assert (party.code, party.identifier_text, party.office) == (
            "SYR",
            "Walid Orr",
            "foreign minister",
        )


def test_a_former_office_makes_one_of_the_elite(registry: Registry) -> None:
    draught = Draught("Former Russian minister Boris Tem spoke.")
    person = draught.phrase("Former Russian minister Boris Tem")
    assert codes(link(registry, draught).parties[person]) == ["RUS/ELI"]


def test_the_text_gives_an_office_that_the_registry_does_not_know(registry: Registry) -> None:
    draught = Draught("French prime minister Sébastien Lecornu spoke.")
    person = draught.phrase("French prime minister Sébastien Lecornu")
    (party,) = link(registry, draught, "2025-10-01").parties[person]
    assert (party.code, party.sector, party.office) == ("FRA", "GOV", "prime minister")


def test_a_name_with_an_age_is_a_civilian_of_the_state_described_before(registry: Registry) -> None:
    draught = Draught("A British man fell in Syria. Colm Ashby, 41, was ill.")
    man, state = draught.phrase("A British man"), draught.phrase("Syria")
    draught.clause("fell", "fall", [(Role.SUBJECT, man), (Role.OBLIQUE, state, "in")])
    person = draught.phrase("Colm Ashby")
    assert codes(link(registry, draught).parties[person]) == ["GBR/CVL"]


def test_capitals_alone_make_no_person(registry: Registry) -> None:
    draught = Draught("Green Valley burned.")
    valley = draught.phrase("Green Valley")
    draught.clause("burned", "burn", [(Role.SUBJECT, valley)])
    assert valley not in link(registry, draught).parties


def test_the_subject_of_saying_is_a_person_of_unknown_sector(registry: Registry) -> None:
    draught = Draught("Russia waited. Ulf Brandt said so.")
    state, person = draught.phrase("Russia"), draught.phrase("Ulf Brandt")
    draught.clause("waited", "wait", [(Role.SUBJECT, state)])
    draught.clause("said", "say", [(Role.SUBJECT, person)])
    assert codes(link(registry, draught).parties[person]) == ["RUS/UNK"]


def test_a_state_that_cannot_be_told_is_empty(registry: Registry) -> None:
    draught = Draught("Ulf Brandt said so.")
    person = draught.phrase("Ulf Brandt")
    draught.clause("said", "say", [(Role.SUBJECT, person)])
    assert codes(link(registry, draught).parties[person]) == ["/UNK"]


def test_an_office_stands_for_the_whole_list_that_begins_with_its_holder(
    registry: Registry,
) -> None:
    draught = Draught("The Russian minister, Ilya Orn, the head of the court, Vera Tamm, left.")
    minister = draught.phrase("The Russian minister", appositions=[1])
    draught.phrase("Ilya Orn", appositions=[2, 4])
    draught.phrase("the head", complements=[("of", 3)])
    draught.phrase("the court")
    draught.phrase("Vera Tamm")
    assert names(link(registry, draught).parties[minister]) == ["Ilya Orn", "Vera Tamm"]
