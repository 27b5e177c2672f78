"""The registry: offices by day, lookup by name, faults in its tables."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicon.registry import Registry, default_registry, registry_from, registry_with
from detente.lexicon.registry_rows import ActorKind, Office, Person, office_rank

_COUNTRIES = (
    "code,name,aliases,adjectives,people,capital,seats\n"
    "RUS,Russia,Russian Federation,Russian,Russians,Moscow,Kremlin\n"
    "DEU,Germany,,German,Germans,Berlin,Chancellery\n"
)
_HEADER = "id,name,family,gender,aliases,code,sector,role,office,start,end\n"
_PEOPLE = (
    _HEADER
    + "a-b,Ann Berg,Berg,f,Anna Berg|Berg,DEU,GOV,foreign-minister,foreign minister,2005-11,2009-10-28\n"
    + "a-b,Ann Berg,Berg,f,Anna Berg|Berg,DEU,GOV,head-of-state,president,2012,2017-03-18\n"
    + "a-b,Ann Berg,Berg,f,Anna Berg|Berg,DEU,PTY,opposition,party leader,2010,2015\n"
    + "c-d,Carl Dorn,Dorn,m,,DEU,GOV,foreign-minister,foreign minister,2009-10-28,\n"
    + "e-berg,Eva Berg,Berg,f,,RUS,GOV,minister,minister of culture,2020-05,2020-09\n"
)


def _registry(folder: Path, **tables: str) -> Registry:
    (folder / "countries.csv").write_text(tables.get("countries", _COUNTRIES), "utf-8")
    (folder / "people").mkdir()
    (folder / "people" / "de.csv").write_text(tables.get("people", _PEOPLE), "utf-8")
    return registry_from(folder)


def _office(start: str, end: str = "", role: str = "other") -> Office:
    return Office("DEU", "GOV", role, "mayor", start, end)


@pytest.mark.parametrize(
    ("start", "end", "day", "covers"),
    [
        ("2005-11", "2009", "2005-10-31", False),
        ("2005-11", "2009", "2005-11-01", True),
        ("2005-11", "2009", "2009-12-31", True),
        ("2005-11", "2009", "2010-01-01", False),
        ("2005", "2009-02", "2009-02-28", True),
        ("2005", "2009-02", "2009-03-01", False),
        ("2005-01-20", "2005-01-20", "2005-01-20", True),
        ("2005-01-20", "", "2999-01-01", True),
    ],
)
def test_partial_days_count_from_their_first_to_their_last(
    start: str, end: str, day: str, covers: bool
) -> None:
    assert _office(start, end).covers(day) is covers


def test_of_two_offices_at_once_the_weightier_counts() -> None:
    offices = (_office("2000", role="head-of-state"), _office("2001", role="opposition"))
    person = Person("x", "X Y", "Y", "", (), offices)
    assert person.office_on(date(2003, 1, 1)) == offices[0]
    assert office_rank(offices[0]) < office_rank(offices[1]) < office_rank(None)


def test_nearest_office_is_held_else_last_else_first() -> None:
    offices = (_office("2000", "2001"), _office("2005", "2006"))
    person = Person("x", "X Y", "Y", "", (), offices)
    assert person.nearest_office(date(2000, 5, 1)) == offices[0]
    assert person.nearest_office(date(2003, 1, 1)) == offices[0]
    assert person.nearest_office(date(2010, 1, 1)) == offices[1]
    assert person.nearest_office(date(1990, 1, 1)) == offices[0]
    assert person.nearest_office(None) == offices[1]
    assert person.office_on(date(2003, 1, 1)) is None


def test_holders_of_an_office_on_a_day(tmp_path: Path) -> None:
    registry = _registry(tmp_path)

    def held(day: date | None) -> list[str]:
        return [held.person.id for held in registry.holders("DEU", "foreign-minister", day)]

    assert held(date(2008, 1, 1)) == ["a-b"]
    assert held(date(2009, 10, 28)) == ["a-b", "c-d"]
    assert held(date(2020, 1, 1)) == ["c-d"]
    assert held(date(2000, 1, 1)) == []
    assert held(None) == ["c-d"]


def test_lookup_gives_office_and_sector_of_the_day(tmp_path: Path) -> None:
    registry = _registry(tmp_path)
    (known,) = registry.lookup("anna berg", on=date(2013, 1, 1))
    assert (known.name, known.kind, known.office, known.sector) == (
        "Ann Berg",
        ActorKind.PERSON,
        "president",
        "GOV",
    )
    assert [office.title for office in known.offices] == [
        "foreign minister",
        "party leader",
        "president",
    ]
    (later,) = registry.lookup("Ann Berg", on=date(2020, 1, 1))
    assert (later.office, later.sector, later.code) == (None, "ELI", "DEU")


def test_lookup_by_family_name_gives_all_of_that_name(tmp_path: Path) -> None:
    assert [known.id for known in _registry(tmp_path).lookup("Berg")] == ["a-b", "e-berg"]


def test_lookup_of_states_capitals_and_unknown_names(tmp_path: Path) -> None:
    registry = _registry(tmp_path)
    assert [(known.code, known.kind) for known in registry.lookup("kremlin")] == [
        ("RUS", ActorKind.SEAT)
    ]
    assert [known.kind for known in registry.lookup("German")] == [ActorKind.ADJECTIVE]
    assert registry.lookup("Atlantis") == []


def test_a_bare_family_name_among_the_aliases_is_left_to_the_document(tmp_path: Path) -> None:
    registry = _registry(tmp_path)
    assert registry.index.exact("Berg") == ()
    assert [person.id for person in registry.family("BERG")] == ["a-b", "e-berg"]


def test_gender_by_given_name(tmp_path: Path) -> None:
    people = _PEOPLE + "g,Ann Gold,Gold,m,,DEU,GOV,minister,minister,2020,\n"
    registry = _registry(tmp_path, people=people)
    assert registry.given == {"ann": "", "carl": "m", "eva": "f"}


def test_tables_that_are_not_there_are_empty(tmp_path: Path) -> None:
    registry = registry_from(tmp_path)
    assert registry.lookup("Russia") == []
    assert registry.people == ()


@pytest.mark.parametrize(
    ("table", "text", "place"),
    [
        ("countries", "code,name\nRUS,Russia\n", "countries.csv:1"),
        ("people", _HEADER + "a,b\n", "people/de.csv:2"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, table: str, text: str, place: str) -> None:
    with pytest.raises(LexiconError, match=place):
        _registry(tmp_path, **{table: text})


def test_the_digest_changes_with_the_tables(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    changed = _COUNTRIES.replace("Chancellery", "")
    assert _registry(first).digest != _registry(second, countries=changed).digest


def test_the_shipped_registry_knows_the_world_and_is_loaded_once() -> None:
    registry = default_registry()
    assert default_registry() is registry
    assert len(registry.people) >= 1500
    for name, code in (
        ("Kosovo", "KOS"),
        ("Taiwan", "TWN"),
        ("Palestine", "PSE"),
        ("Hong Kong", "HKG"),
    ):
        assert code in {known.code for known in registry.lookup(name)}
    (lecornu,) = registry.lookup("Sebastien Lecornu", on=date(2023, 11, 12))
    assert lecornu.office == "minister of the armed forces"


def test_a_folder_of_ones_own_adds_states_to_those_that_ship(tmp_path: Path) -> None:
    own = _COUNTRIES.splitlines()[0] + "\nQMA,Talvara,,Talvaran,Talvarans,Ostrevan,\n"
    (tmp_path / "countries.csv").write_text(own, "utf-8")
    registry = registry_with(tmp_path)
    assert {known.code for known in registry.lookup("Talvaran")} == {"QMA"}
    assert {known.code for known in registry.lookup("Ostrevan")} == {"QMA"}
    assert {known.code for known in registry.lookup("French")} == {"FRA"}
    assert registry.digest != default_registry().digest


def test_a_folder_of_ones_own_without_any_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="none of the tables"):
        registry_with(tmp_path)


def test_a_fault_in_a_table_of_ones_own_names_its_path(tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text("code,name\nQMA,Talvara\n", "utf-8")
    with pytest.raises(LexiconError, match=re.escape(str(tmp_path / "countries.csv"))):
        registry_with(tmp_path)
