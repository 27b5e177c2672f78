"""The record of an event, and which acts become one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from coding_documents import Draught, act, party

from detente.coding.acts import Act, Saying
from detente.coding.events import EventMaker, Stamp
from detente.coding.silence import Silence
from detente.lexicon import Lexicon
from detente.records import Article, DateBasis, DateSpan, Event, Role, Span, Status

_UNSAID = replace(party("FRA"), entity_text="", end=0)
_STAMP = Stamp("detente 0.0.0", "digest", date(2024, 1, 1))
_FIELDS = [
    "id", "date", "enddate", "date_basis", "actor", "recipient", "event", "mode", "context", "quad_code",
    "event_scale", "cameo", "goldstein", "status", "historical", "attribution", "event_loc", "event_text",
    "size", "condition", "text", "text_info", "mentions", "cite_info", "confidence", "coder", "lexicon",
    "coded_date",
]  # fmt: skip
_PARTY_FIELDS = [
    "code", "sector", "entity_text", "identifier_text", "identifier_id", "office", "start", "end"
]  # fmt: skip


def _draught(day: DateSpan | None = None) -> Draught:
    draught = Draught("France attacked Iran in Aleppo if asked.")
    france, iran = draught.phrase("France", "FRA"), draught.phrase("Iran", "IRN")
    place = draught.phrase("Aleppo", place="SYR")
    draught.clause(
        "attacked",
        "attack",
        [(Role.SUBJECT, france), (Role.OBJECT, iran), (Role.OBLIQUE, place, "in")],
        day=day,
    )
    return draught


def _event(made: Act, lexicon: Lexicon, draught: Draught | None = None) -> Event | Silence:
    draught = draught or _draught()
    article = Article(
        id="a1",
        text=draught.text,
        published="2023-11-12",
        title="T",
        publication="P",
        source="a1.txt",
    )
    return EventMaker(article, draught.reading(lexicon), lexicon, _STAMP).event(made)


def _whole(lexicon: Lexicon, **more: Any) -> Event:
    event = _event(act(clause=0, words=(Span(7, 15),), **more), lexicon)
    assert isinstance(event, Event)
    return event


def test_the_record_has_exactly_the_fields_of_the_format(lexicon: Lexicon) -> None:
    saying = Saying((party("TUR", "Turkey"),), "said", Span(0, 6))
    event = _whole(lexicon, sayings=(saying,), condition=Span(31, 39))
    record = event.to_dict()
    assert list(record) == _FIELDS
    assert list(record["actor"][0]) == list(record["recipient"][0]) == _PARTY_FIELDS
    assert list(record["attribution"][0]) == [
        "code", "sector", "entity_text", "identifier_text", "relation", "start", "end"
    ]  # fmt: skip
    assert list(record["event_loc"]) == [
        "name",
        "country",
        "lat",
        "lon",
        "geonames_id",
        "start",
        "end",
    ]
    assert list(record["size"]) == ["dead", "injured", "arrested"]
    assert list(record["text_info"]) == ["sequence", "start", "end"]
    assert list(record["cite_info"]) == [
        "id",
        "source",
        "title",
        "publication",
        "published",
        "language",
    ]
    assert record["condition"] == {"text": "if asked", "start": 31, "end": 39}


def test_the_record_is_json_with_plain_values(lexicon: Lexicon) -> None:
    record = json.loads(json.dumps(_whole(lexicon).to_dict()))
    assert record["event"] == ["ASSAULT"]
    assert record["mode"] == []
    assert record["status"] == "actual"
    assert (record["date"], record["enddate"], record["date_basis"]) == (
        "2023-11-11",
        "2023-11-12",
        "text",
    )
    assert (record["quad_code"], record["event_scale"], record["cameo"]) == (4, -9.0, "190")
    assert record["event_text"] == ["attacked"]
    assert record["event_loc"]["country"] == "SYR"
    assert record["cite_info"]["id"] == "a1"
    assert record["coded_date"] == "2024-01-01"
    assert record["condition"] is None


def test_the_same_act_has_the_same_id_and_another_one_has_not(lexicon: Lexicon) -> None:
    first, again = _whole(lexicon), _whole(lexicon)
    other = _whole(lexicon, recipients=(party("TUR"),))
    assert first.id == again.id != other.id


def test_a_modes_own_scores_go_before_those_of_its_category(lexicon: Lexicon) -> None:
    event = _whole(lexicon, mode="drone")
    assert (event.event_scale, event.cameo) == (-9.5, "195")


@pytest.mark.parametrize(
    ("category", "more", "reason"),
    [
        ("CONSULT", {"actors": ()}, "nobody who acts is told"),
        ("COOPERATE", {"recipients": ()}, "nobody it falls on is told"),
        ("ASSAULT", {"actors": (), "recipients": ()}, "no party of a known state"),
        ("CONSULT", {"actors": (party("FRA/CVL"),)}, "CVL does not act so"),
        ("ACCUSE", {"actors": (_UNSAID,), "recipients": ()}, "neither side is told"),
    ],
)
def test_an_act_without_a_side_that_it_cannot_do_without_says_what_is_missing(
    category: str, more: dict[str, Any], reason: str, lexicon: Lexicon
) -> None:
    silence = _event(act(category, clause=0, words=(Span(7, 15),), **more), lexicon)
    assert silence == Silence(0, "attacked", f"{category}: {reason}")


def test_a_condemnation_of_nobody_is_one(lexicon: Lexicon) -> None:
    assert _whole(lexicon, category="ACCUSE", recipients=()).recipients == ()


def test_an_attack_by_nobody_known_is_one(lexicon: Lexicon) -> None:
    assert _whole(lexicon, actors=()).actors == ()


def test_who_promises_needs_nobody_to_assert_it(lexicon: Lexicon) -> None:
    own = Saying((party("FRA", "France"),), "said", Span(0, 6))
    others = Saying((party("TUR", "Turkey"),), "said", Span(0, 6))
    promise = act("AGREE", clause=0, words=(Span(7, 15),))
    chains = [
        [link.party.code if link.party else "?" for link in event.attribution]
        for sayings in ((own,), (others,), (others, own))
        if isinstance(event := _event(replace(promise, sayings=sayings), lexicon), Event)
    ]
    assert chains == [[], ["TUR"], ["TUR"]]
    deed = _whole(lexicon, sayings=(own,))
    assert len(deed.attribution) == 1


def test_hearsay_points_at_its_word(lexicon: Lexicon) -> None:
    event = _whole(lexicon, sayings=(Saying((), "reportedly", Span(7, 15)),))
    (link,) = event.to_dict()["attribution"]
    assert (link["code"], link["relation"], link["start"], link["end"]) == (
        None,
        "reportedly",
        7,
        15,
    )


def test_what_lies_sixty_years_back_is_a_lesson(lexicon: Lexicon) -> None:
    old = DateSpan(date(1939, 9, 1), date(1939, 9, 1), DateBasis.TEXT, Span(0, 4))
    silence = _event(act(clause=0, words=(Span(7, 15),)), lexicon, _draught(old))
    assert silence == Silence(0, "attacked", "ASSAULT: a lesson of history")


def test_what_is_less_sure_has_less_confidence(lexicon: Lexicon) -> None:
    sure = _whole(lexicon).confidence
    assert 0 < _whole(lexicon, recipients=()).confidence < sure <= 1
    assert _whole(lexicon, status=Status.HYPOTHETICAL).confidence < sure
