"""Lists of events, happenings, contacts, claims and relations, filtered."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from asked_ledger import AID, ARTICLES, CALL, EVENTS, PROMISED, REFUSED, TOLD, made_ledger

from detente.errors import MissingExtraError, QuestionError
from detente.export import CsvWriter
from detente.ledger import Filter, Ledger
from detente.ledger.topics import TOPICS


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return made_ledger(tmp_path_factory.mktemp("asked") / "ledger")


def test_events_are_the_records_of_coding(ledger: Ledger) -> None:
    found = sorted(ledger.events(), key=lambda record: record["id"])
    assert found == sorted((event.to_dict() for event in EVENTS), key=lambda item: item["id"])


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({}, "shelled shelling phoned spoke_by_telephone will_send refused_visas"),
        ({"party": "FRA"}, "phoned spoke_by_telephone refused_visas"),
        ({"party": "France"}, "phoned spoke_by_telephone refused_visas"),
        ({"party": ["FRA", "rus"]}, "phoned spoke_by_telephone refused_visas"),
        ({"party": ["FRA", "UKR"]}, ""),
        ({"actor": ["FRA", "DEU"]}, "phoned spoke_by_telephone will_send refused_visas"),
        ({"recipient": "UKR"}, "shelled shelling will_send"),
        ({"dyad": "RUS-FRA"}, "phoned spoke_by_telephone refused_visas"),
        ({"person": "sebastien"}, "phoned spoke_by_telephone"),
        ({"person": "SHOIGU"}, "phoned spoke_by_telephone"),
        ({"person": "minister of def"}, "phoned spoke_by_telephone"),
        ({"sector": "MIL"}, "shelled shelling"),
        ({"sector": ["cvl", "LAB"]}, "shelled shelling"),
        ({"category": "CONSULT"}, "phoned spoke_by_telephone"),
        ({"category": ["agree", "REJECT"]}, "will_send refused_visas"),
        ({"mode": "phone"}, "phoned spoke_by_telephone"),
        ({"context": "military"}, "phoned spoke_by_telephone"),
        ({"status": "negated"}, "shelling"),
        ({"source": "gazette"}, "shelling spoke_by_telephone refused_visas"),
        ({"source": "aid.txt"}, "will_send"),
        ({"article": "visas"}, "refused_visas"),
        ({"text": "tanks"}, "will_send"),
        ({"text": ["Kherson", "denied"]}, "shelling"),
        ({"text": "%"}, ""),
        ({"text": "'; DROP TABLE events; --"}, ""),
        ({"since": "2023"}, "will_send refused_visas"),
        ({"until": "2022-10-22"}, "shelled shelling"),
        ({"since": "2022-10-23", "until": "2022-10"}, "phoned spoke_by_telephone"),
        ({"order": "newest", "limit": 2}, "refused_visas will_send"),
        ({"limit": 1, "offset": 5}, "refused_visas"),
        ({"limit": 0}, ""),
        ({"category": "AGREE", "party": "FRA"}, ""),
    ],
    ids=str,
)
def test_events_that_fit(ledger: Ledger, wanted: dict[str, Any], words: str) -> None:
    found = [record["event_text"][0].replace(" ", "_") for record in ledger.events(**wanted)]
    assert _settled(found) == words.split()
    assert ledger.events(**wanted).count() == len(found)


def _settled(words: list[str]) -> list[str]:
    """Acts of one day in alphabetical order; their ids settle it otherwise."""
    days = {"shelled": 1, "shelling": 1, "phoned": 2, "spoke_by_telephone": 2}
    for place in range(len(words) - 1):
        first, second = words[place : place + 2]
        if days.get(first) and days.get(first) == days.get(second):
            words[place : place + 2] = sorted((first, second))
    return words


@pytest.mark.parametrize(
    ("topic", "wanted", "number"),
    [
        ("happenings", {}, 4),
        ("happenings", {"assertion": "denied"}, 1),
        ("happenings", {"source": "gazette"}, 3),
        ("happenings", {"article": "again"}, 2),
        ("happenings", {"text": "denied shelling"}, 1),
        ("happenings", {"party": "UKR"}, 2),
        ("contacts", {}, 1),
        ("contacts", {"level": "defence ministers", "channel": "phone"}, 1),
        ("contacts", {"level": "heads"}, 0),
        ("contacts", {"dyad": "FRA-RUS", "since": "2022-10-23", "until": "2022-10-23"}, 1),
        ("claims", {}, 2),
        ("claims", {"actor": "FRA", "recipient": "RUS", "stance": "asserts"}, 1),
        ("claims", {"stance": "denies"}, 1),
        ("claims", {"party": ["FRA", "RUS"]}, 1),
        ("claims", {"category": "ASSAULT", "text": "kherson"}, 2),
        ("claims", {"since": "2022-10-25"}, 1),
        ("claims", {"source": "gazette"}, 1),
        ("claims", {"article": "again"}, 1),
        ("claims", {"article": "visas"}, 0),
        ("relations", {"dyad": "FRA-RUS"}, 2),
        ("relations", {"party": "FRA", "since": "2023"}, 1),
        ("relations", {"party": ["FRA", "DEU"]}, 0),
    ],
    ids=str,
)
def test_what_fits_of_the_others(
    ledger: Ledger, topic: str, wanted: dict[str, Any], number: int
) -> None:
    found = list(ledger.ask(topic, Filter.of(**wanted)))
    assert len(found) == number
    assert json.loads(json.dumps(found)) == found


def test_a_contact_says_who_when_how_and_who_reports_it(ledger: Ledger) -> None:
    (contact,) = ledger.contacts()
    assert (contact["date"], contact["channel"], contact["level"]) == (
        "2022-10-23",
        "phone",
        "defence ministers",
    )
    assert [item["identifier_text"] for item in contact["actors"]] == [
        "Sébastien Lecornu",
        "Sergei Shoigu",
    ]
    assert [item["report"] for item in contact["tellings"]] == ["call", "again"]


def test_relations_count_by_pair_and_day(ledger: Ledger) -> None:
    (day,) = ledger.relations(dyad="FRA-RUS", since="2023")
    assert day == {
        "dyad": "FRA-RUS",
        "date": "2023-11-07",
        "happenings": 1,
        "verbal_cooperation": 0,
        "material_cooperation": 0,
        "verbal_conflict": 1,
        "material_conflict": 0,
        "event_scale": REFUSED.event_scale,
        "goldstein": REFUSED.goldstein,
        "categories": {"REJECT": 1},
    }


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"category": "WAR"}, "there is no category 'WAR'; there is ACCUSE,"),
        ({"sector": "XXX"}, "there is no sector 'XXX'"),
        ({"status": "perhaps"}, "there is no status 'perhaps'; there is actual,"),
        ({"party": "Narnia"}, "'Narnia' is no code of a state or body"),
        ({"dyad": "FRA"}, "'FRA' is no pair of codes; write FRA-RUS"),
        ({"since": "yesterday"}, "'yesterday' is no day; write 2023-11-12, 2023-11 or 2023"),
        ({"since": "2023-13"}, "'2023-13' is no day"),
        ({"since": "2024", "until": "2023"}, "until 2023-12-31 is before since 2024-01-01"),
        ({"limit": -1}, "cannot be negative"),
        ({"colour": "red"}, "there is no filter 'colour'; use actor,"),
        ({"level": "heads"}, "events cannot be filtered by level; there is actor,"),
        ({"order": "random"}, "there is no order 'random'; there is newest, oldest"),
    ],
    ids=str,
)
def test_what_cannot_be_asked(ledger: Ledger, wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(QuestionError) as fault:
        ledger.events(**wanted)
    assert message in str(fault.value)


@pytest.mark.parametrize("topic", TOPICS)
def test_the_columns_are_those_of_the_table(ledger: Ledger, topic: str) -> None:
    answer = ledger.ask(topic, Filter())
    columns = [column.name for column in TOPICS[topic].table.columns]
    assert list(answer.result.names) == columns + (["review"] if topic == "events" else [])


def test_the_columns_of_relations_are_typed_as_described(ledger: Ledger) -> None:
    relation = ledger.relations().result.relation()
    types = dict(zip(relation.columns, map(str, relation.types), strict=True))
    assert types == {column.name: column.type for column in TOPICS["relations"].table.columns}


def test_csv_is_that_of_coding(ledger: Ledger) -> None:
    by_coding, by_ledger = io.StringIO(), io.StringIO()
    writer = CsvWriter(by_coding)
    for article in ARTICLES:
        writer.report(article, TOLD[article.key])
    ledger.events().write_csv(by_ledger)
    wanted, found = _rows(by_coding), _rows(by_ledger)
    assert [row.pop("review") for row in found] == [""] * len(EVENTS)
    assert sorted(found, key=lambda row: row["id"]) == sorted(wanted, key=lambda row: row["id"])


def _rows(text: io.StringIO) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.getvalue())))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_csv(ledger: Ledger, topic: str) -> None:
    text = io.StringIO()
    ledger.ask(topic, Filter()).write_csv(text)
    rows = _rows(text)
    assert list(rows[0]) == [column.name for column in TOPICS[topic].flat]
    assert len(rows) == ledger.ask(topic, Filter()).count()
    assert "{'" not in text.getvalue()


def test_arrow_frames_and_parquet_hold_the_same(ledger: Ledger, tmp_path: Path) -> None:
    answer = ledger.events(party="FRA")
    table = answer.arrow()
    assert table.num_rows == 3
    assert table["category"].to_pylist() == [record["event"][0] for record in answer]
    names = ("events.parquet", "again.parquet")
    for name in names:
        answer.write_parquet(tmp_path / name)
    first, again = ((tmp_path / name).read_bytes() for name in names)
    assert first == again
    assert first[:4] == b"PAR1"


def test_polars(ledger: Ledger) -> None:
    pytest.importorskip("polars")
    frame = ledger.events(party="FRA").polars()
    assert frame.shape == (3, ledger.events().arrow().num_columns)
    assert list(frame["mode"]) == ["phone", "phone", "meet"]


def test_pandas(ledger: Ledger) -> None:
    pytest.importorskip("pandas")
    frame = ledger.contacts().pandas()
    assert list(frame["channel"]) == ["phone"]


@pytest.mark.parametrize("name", ["polars", "pandas"])
def test_a_frame_without_its_library_names_the_extra(
    ledger: Ledger, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'detente\[frames\]'"):
        getattr(ledger.events(), name)()


def test_two_answers_can_be_read_at_once(ledger: Ledger) -> None:
    answer = ledger.events()
    triples = list(zip(answer, answer, ledger.events(), strict=True))
    assert [first for first, _, _ in triples] == list(answer)
    assert all(first == second == third for first, second, third in triples)


def test_an_answer_stays_with_its_version(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger", [CALL])
    before = ledger.events()
    made_ledger(tmp_path / "ledger", [AID])
    assert {record["id"] for record in before} == {event.id for event in TOLD[CALL.key]}
    assert ledger.events().count() == 3
    assert ledger.at(version=1).events().count() == 2
    assert PROMISED.id in {record["id"] for record in ledger.events()}


def test_fields_of_a_filter_can_be_given_as_they_are() -> None:
    assert Filter(party=("fra",)) == Filter.of(party="FRA") == Filter.of(party=["France"])
    assert Filter.of(dyad="RUS-FRA").dyad == ("FRA-RUS",)
