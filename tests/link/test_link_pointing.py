"""Pronouns and nouns that point back, and who is quoted."""

from __future__ import annotations

import pytest
from link_documents import Draught, codes, link, names

from detente.lexicon.registry import Registry
from detente.records import Role

SUBJECT, OBJECT, OBLIQUE = Role.SUBJECT, Role.OBJECT, Role.OBLIQUE


def test_he_and_she_by_gender(registry: Registry) -> None:
    draught = Draught("Sergei Lavrov met Catherine Colonna. She thanked him.")
    man, woman = draught.phrase("Sergei Lavrov"), draught.phrase("Catherine Colonna")
    she, him = draught.phrase("She"), draught.phrase("him")
    draught.clause("met", "meet", [(SUBJECT, man), (OBJECT, woman)])
    draught.clause("thanked", "thank", [(SUBJECT, she), (OBJECT, him)])
    found = link(registry, draught)
    assert names(found.parties[she] + found.parties[him]) == ["Catherine Colonna", "Sergei Lavrov"]
    assert found.parties[she][0].entity_text == "She"


def test_a_pronoun_does_not_mean_another_party_of_its_clause(registry: Registry) -> None:
    draught = Draught("Sébastien Lecornu waited. Sergei Shoigu called him.")
    first, second, him = (
        draught.phrase("Sébastien Lecornu"),
        draught.phrase("Sergei Shoigu"),
        draught.phrase("him"),
    )
    draught.clause("waited", "wait", [(SUBJECT, first)])
    draught.clause("called", "call", [(SUBJECT, second), (OBJECT, him)])
    assert names(link(registry, draught).parties[him]) == ["Sébastien Lecornu"]


def test_his_can_mean_the_subject_of_its_clause(registry: Registry) -> None:
    draught = Draught("Sergei Shoigu left his mother.")
    subject, his = draught.phrase("Sergei Shoigu"), draught.phrase("his")
    mother = draught.phrase("his mother", possessor=his)
    draught.clause("left", "leave", [(SUBJECT, subject), (OBJECT, mother)])
    found = link(registry, draught)
    assert names(found.parties[his]) == ["Sergei Shoigu"]
    assert codes(found.parties[mother]) == ["RUS/CVL"]


def test_no_pronoun_is_resolved_forwards(registry: Registry) -> None:
    draught = Draught("Before he left, Sergei Shoigu spoke.")
    he, person = draught.phrase("he"), draught.phrase("Sergei Shoigu")
    draught.clause("left", "leave", [(SUBJECT, he)])
    draught.clause("spoke", "speak", [(SUBJECT, person)])
    assert he not in link(registry, draught).parties


def test_it_is_the_state_that_is_subject_but_not_where_it_only_fills_a_place(
    registry: Registry,
) -> None:
    draught = Draught("France left because it feared. It is useful.")
    state, it, filler = draught.phrase("France"), draught.phrase("it"), draught.phrase("It")
    draught.clause("left", "leave", [(SUBJECT, state)])
    draught.clause("feared", "fear", [(SUBJECT, it)])
    draught.clause("useful", "useful", [(SUBJECT, filler)], copular=True)
    found = link(registry, draught)
    assert codes(found.parties[it]) == ["FRA/GOV"]
    assert filler not in found.parties


def test_it_is_left_alone_where_a_thing_is_likelier(registry: Registry) -> None:
    draught = Draught("The bridge over Syria fell and it burned.")
    bridge, state, it = draught.phrase("The bridge"), draught.phrase("Syria"), draught.phrase("it")
    draught.clause("fell", "fall", [(SUBJECT, bridge), (OBLIQUE, state, "with")])
    draught.clause("burned", "burn", [(SUBJECT, it)])
    assert it not in link(registry, draught).parties


def test_they_are_those_named_together(registry: Registry) -> None:
    draught = Draught("France and Russia met. They left.")
    first, second, they = (
        draught.phrase("France", conjuncts=[1]),
        draught.phrase("Russia"),
        draught.phrase("They"),
    )
    draught.clause("met", "meet", [(SUBJECT, first)])
    draught.clause("left", "leave", [(SUBJECT, they)])
    assert codes(link(registry, draught).parties[they]) == ["FRA/GOV", "RUS/GOV"]
    assert second == 1


def test_them_after_between_needs_several(registry: Registry) -> None:
    draught = Draught("France and Russia met HTS. Trust between them grew.")
    draught.phrase("France", conjuncts=[1])
    draught.phrase("Russia")
    group = draught.phrase("HTS")
    draught.phrase("Trust", complements=[("between", 4)])
    them = draught.phrase("them")
    draught.clause("met", "meet", [(SUBJECT, 0), (OBJECT, group)])
    assert codes(link(registry, draught).parties[them]) == ["FRA/GOV", "RUS/GOV"]


@pytest.mark.parametrize("words", ["the two countries", "both nations", "the countries"])
def test_the_two_countries_are_the_last_two_states(registry: Registry, words: str) -> None:
    draught = Draught(f"Syria left. France met Russia. Then {words} agreed.")
    draught.phrase("Syria")
    first, second = draught.phrase("France"), draught.phrase("Russia")
    several = draught.phrase(
        words, plural=True, head={"nations": "nation"}.get(words.rsplit(maxsplit=1)[-1], "country")
    )
    draught.clause("met", "meet", [(SUBJECT, first), (OBJECT, second)])
    assert codes(link(registry, draught).parties[several]) == ["FRA/GOV", "RUS/GOV"]


def test_the_ministers_are_those_who_hold_such_an_office(registry: Registry) -> None:
    draught = Draught("Sergei Shoigu met Sébastien Lecornu and Jane Smith. The ministers agreed.")
    draught.phrase("Sergei Shoigu")
    draught.phrase("Sébastien Lecornu", conjuncts=[2])
    draught.phrase("Jane Smith")
    ministers = draught.phrase("The ministers", plural=True, head="minister")
    assert names(link(registry, draught).parties[ministers]) == [
        "Sergei Shoigu",
        "Sébastien Lecornu",
    ]


def test_offices_of_the_two_countries_are_two_holders(registry: Registry) -> None:
    draught = Draught("France met Russia. The defence ministers of the two countries agreed.")
    draught.phrase("France")
    draught.phrase("Russia")
    ministers = draught.phrase(
        "The defence ministers", plural=True, head="minister", complements=[("of", 3)]
    )
    draught.phrase("the two countries", plural=True, head="country")
    assert names(link(registry, draught).parties[ministers]) == [
        "Sébastien Lecornu",
        "Sergei Shoigu",
    ]


def test_the_group_and_the_bloc_are_the_last_of_their_kind(registry: Registry) -> None:
    draught = Draught("HTS met the EU. The group left and the bloc stayed.")
    draught.phrase("HTS")
    draught.phrase("the EU")
    group, bloc = draught.phrase("The group"), draught.phrase("the bloc")
    found = link(registry, draught)
    assert codes(found.parties[group] + found.parties[bloc]) == ["SYR/REB", "EUR/IGO"]


def test_the_court_is_the_court_spoken_of(registry: Registry) -> None:
    draught = Draught("Russia waited for a British court. The court refused.")
    draught.phrase("Russia")
    first, second = draught.phrase("a British court"), draught.phrase("The court")
    found = link(registry, draught)
    assert codes(found.parties[first] + found.parties[second]) == ["GBR/JUD", "GBR/JUD"]
    assert found.parties[second][0].key == found.parties[first][0].key


def test_a_reproach_of_the_country_is_not_meant_for_the_speakers_own(registry: Registry) -> None:
    for negated, code in ((True, "FRA"), (False, "RUS")):
        draught = Draught("France refused. Sergei Lavrov said that the country complies.")
        state, person, country = (
            draught.phrase("France"),
            draught.phrase("Sergei Lavrov"),
            draught.phrase("the country"),
        )
        draught.clause("refused", "refuse", [(SUBJECT, state)])
        said = draught.clause("said", "say", [(SUBJECT, person)])
        draught.clause("complies", "comply", [(SUBJECT, country)], parent=said, negated=negated)
        assert codes(link(registry, draught).parties[country]) == [f"{code}/GOV"]


def test_a_counterpart_holds_the_office_of_whom_his_points_to(registry: Registry) -> None:
    draught = Draught("Sébastien Lecornu met his Russian counterpart.")
    person, his = draught.phrase("Sébastien Lecornu"), draught.phrase("his")
    other = draught.phrase("his Russian counterpart", possessor=his)
    draught.clause("met", "meet", [(SUBJECT, person), (OBJECT, other)])
    (party,) = link(registry, draught).parties[other]
    assert (party.identifier_text, party.entity_text) == ("Sergei Shoigu", "Russian counterpart")


def _quotation(saying: str) -> tuple[Draught, int, int]:
    """Shoigu spoke; then a quotation with "I" and "the minister", and Lecornu said so."""
    draught = Draught(f"Sergei Shoigu spoke. “I have not called the minister,” {saying}.")
    shoigu = draught.phrase("Sergei Shoigu")
    me, minister = draught.phrase("I"), draught.phrase("the minister")
    draught.clause("spoke", "speak", [(SUBJECT, shoigu)])
    draught.clause("called", "call", [(SUBJECT, me), (OBJECT, minister)])
    return draught, me, minister


def test_i_is_who_is_quoted_and_the_minister_somebody_else(registry: Registry) -> None:
    draught, me, minister = _quotation("Sébastien Lecornu said")
    speaker = draught.phrase("Sébastien Lecornu")
    draught.clause("said", "say", [(SUBJECT, speaker)])
    found = link(registry, draught)
    assert names(found.speakers[0]) == ["Sébastien Lecornu"]
    assert names(found.parties[me] + found.parties[minister]) == [
        "Sébastien Lecornu",
        "Sergei Shoigu",
    ]


def test_a_pronoun_after_a_quotation_speaks(registry: Registry) -> None:
    draught, me, _ = _quotation("he concluded")
    speaker = draught.phrase("he")
    draught.clause("concluded", "conclude", [(SUBJECT, speaker)])
    assert names(link(registry, draught).parties[me]) == ["Sergei Shoigu"]


def test_without_a_verb_of_saying_nobody_is_quoted(registry: Registry) -> None:
    draught, me, _ = _quotation("Sébastien Lecornu left")
    speaker = draught.phrase("Sébastien Lecornu")
    draught.clause("left", "leave", [(SUBJECT, speaker)])
    found = link(registry, draught)
    assert found.speakers == {}
    assert me not in found.parties


def test_we_are_the_speakers_state_or_group(registry: Registry) -> None:
    for name, code in (("Sergei Lavrov", "RUS/GOV"), ("HTS", "SYR/REB")):
        draught = Draught(f"“We will not leave now,” {name} said.")
        we, speaker = draught.phrase("We"), draught.phrase(name)
        draught.clause("leave", "leave", [(SUBJECT, we)])
        draught.clause("said", "say", [(SUBJECT, speaker)])
        assert codes(link(registry, draught).parties[we]) == [code]


def test_marks_around_two_words_have_no_speaker(registry: Registry) -> None:
    draught = Draught("France said the “dirty bomb” was found.")
    state = draught.phrase("France")
    draught.clause("said", "say", [(SUBJECT, state)])
    assert link(registry, draught).speakers == {}


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker(
    registry: Registry,
) -> None:
    draught = Draught(
        "“We will stay where we are,” France said.\n\n“Nobody will make us leave this place.”"
    )
    state = draught.phrase("France")
    draught.clause("said", "say", [(SUBJECT, state)])
    found = link(registry, draught)
    assert names(found.speakers[0]) == ["France"]
