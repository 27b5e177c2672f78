"""Who is named where, and which words the network may not read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from coding_documents import Draught

from detente.learned.mentions import mentions, names

_CALENDAR = frozenset(("monday",))


def _seen(draught: Draught) -> list[tuple[str, str, bool]]:
    return [
        (item.party.code, draught.text[: item.end].rsplit(" ", 1)[-1], item.whole)
        for item in mentions(draught.linked())
    ]


def _hidden(draught: Draught) -> list[tuple[str, str]]:
    return [(name.span.of(draught.text), name.kind) for name in names(draught.linked(), _CALENDAR)]


def test_a_phrase_a_word_before_its_head_and_a_place_are_mentions() -> None:
    draught = Draught("France struck Russian ships in Aleppo.")
    draught.phrase("France", "FRA")
    draught.phrase("Russian ships", before="RUS")
    draught.phrase("Aleppo", place="SYR")
    assert _seen(draught) == [
        ("FRA", "France", True),
        ("RUS", "ships", False),
        ("SYR", "Aleppo", True),
    ]


def test_a_party_of_no_known_state_is_no_mention() -> None:
    draught = Draught("Rebels fled.")
    draught.phrase("Rebels", "/REB")
    assert _seen(draught) == []


def test_every_state_of_a_plural_is_a_mention() -> None:
    draught = Draught("The two ministers met.")
    draught.phrase("The two ministers", "FRA")
    linked = draught.linked()
    first = linked.parties[0][0]
    both = replace(linked, parties={0: (first, replace(first, code="RUS"))})
    assert [item.party.code for item in mentions(both)] == ["FRA", "RUS"]


def test_names_are_hidden_by_their_kind() -> None:
    draught = Draught("France met Ivan Petrov and Acme.")
    draught.phrase("France", "FRA")
    draught.phrase("Ivan Petrov", "RUS/MIL")
    draught.phrase("Acme")
    hidden = _hidden(draught)
    assert ("France", "state") in hidden
    assert ("Acme", "name") in hidden


def test_days_and_plain_nouns_are_read() -> None:
    draught = Draught("Police left on Monday.")
    draught.phrase("Monday")
    assert _hidden(draught) == []


def test_no_name_overlaps_another() -> None:
    draught = Draught("Russian Army troops left.")
    draught.phrase("Russian Army troops", before="RUS")
    spans = [name.span for name in names(draught.linked(), _CALENDAR)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
