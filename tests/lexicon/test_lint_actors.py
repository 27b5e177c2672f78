"""Faults of the tables that say who is who."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_tables import TABLES, broken, written

from detente.lexicon.lint import faults


def _found(folder: Path, name: str, old: str, new: str) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.reason) for fault in broken(folder, name, old, new)]


_STATED = "list both in ambiguous_names.csv"


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "reason"),
    [
        ("countries.csv", "NER,Niger", "ner,Niger", 4, "'ner' has not the form of a code"),
        ("countries.csv", "NER,Niger", "MLI,Niger", 4, "MLI is also in line 3"),
        ("countries.csv", "NER,Niger", "NER,", 4, "no name"),
        (
            "countries.csv",
            "French Republic",
            "FRANCE|france|Frañce",
            2,
            "'Frañce' is found under 'France' already; leave it out",
        ),
        (
            "countries.csv",
            "Malians|Malian",
            "Malians|",
            3,
            "people has an empty part between its bars",
        ),
        ("countries.csv", "French Republic", "French  Republic", 2, "aliases has spaces too many"),
        ("territories.csv", "Azawadi,MLI", "Azawadi,XXX", 2, "no state 'XXX'"),
        ("territories.csv", "Azawadi,MLI,", "Azawadi,MLI,XXX", 2, "no sector 'XXX'"),
        (
            "territories.csv",
            "Azawad,,Azawadi",
            "Azawad,Azáwad,Azawadi",
            2,
            "'Azáwad' is found under 'Azawad' already; leave it out",
        ),
        ("places.csv", "Gao,,MLI,city", "Gao,,MLI,", 2, "no kind"),
        ("places.csv", "Gao,,MLI,city", "Gao,,MLI,town", 2, "no kind 'town'"),
        ("places.csv", "Gao,,MLI,city", "Gao,,UNO,city", 2, "no state 'UNO'"),
        ("places.csv", "Gao,,MLI,city", "Gao,,,city", 2, "a city lies in a state: no code"),
        ("places.csv", "Gao,,MLI,city", "Gao,...,MLI,city", 2, "'...' has no word in it"),
        (
            "places.csv",
            "Gao,,MLI,city",
            "Bamako,,NER,city",
            2,
            f"'Bamako' is NER here and MLI in Mali (countries.csv:3); {_STATED}",
        ),
        (
            "places.csv",
            "Gao,,MLI,city",
            "Gao,,MLI,city\nGao,,MLI,city",
            3,
            "'Gao' is also Gao (places.csv:2) in the same years",
        ),
        (
            "institutions.csv",
            "cour-fra,",
            "Cour_fra,",
            2,
            "the id 'Cour_fra' has not the form of-a-slug",
        ),
        (
            "institutions.csv",
            "FRA,JUD,court",
            "FRA,IGO,court",
            2,
            "sector IGO does not go with FRA, which is no body of states",
        ),
        ("institutions.csv", "FRA,JUD,court", "FRA,XXX,court", 2, "no sector 'XXX'"),
        ("institutions.csv", "FRA,JUD,court", "XXX,JUD,court", 2, "no code 'XXX'"),
        ("institutions.csv", "FRA,JUD,court", "FRA,JUD,bank", 2, "no kind 'bank'"),
        (
            "organisations.csv",
            "un,United Nations",
            "cour-fra,United Nations",
            2,
            "the id is taken (institutions.csv:2)",
        ),
        (
            "organisations.csv",
            "organ,1945",
            "organ,45",
            2,
            "'45' is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "groups.csv",
            "2011-10,2015",
            "2011-10,2011-09",
            2,
            "ends 2011-09 before it starts 2011-10",
        ),
        (
            "groups.csv",
            "2011-10,2015",
            "2011-13,2015",
            2,
            "'2011-13' is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "groups.csv",
            "2011-10,2015",
            "2011-10,2016",
            3,
            "'National Movement' is also mnla (groups.csv:2) in the same years",
        ),
        (
            "groups.csv",
            "2011-10,2015",
            "2011-10,2015-07",
            3,
            "'National Movement' is also mnla (groups.csv:2) in the same years",
        ),
        ("ambiguous_names.csv", "NER|MLI", "NER|XXX", 2, "no code 'XXX'"),
        ("ambiguous_names.csv", "NER|MLI", "NER|NER|MLI", 2, "a code is there twice"),
        (
            "ambiguous_names.csv",
            "Mopti|Djenné",
            "Mopti|mopti",
            2,
            "the clue 'mopti' is there twice",
        ),
        ("ambiguous_names.csv", "Mopti|Djenné", "", 2, "no clues"),
        (
            "ambiguous_names.csv",
            "Say,NER|MLI,Mopti|Djenné\n",
            "Say,NER|MLI,Mopti\nSAY,NER|MLI,Ségou\n",
            3,
            "the name is also in line 2",
        ),
        (
            "ambiguous_names.csv",
            "Say,",
            "Kidal,",
            2,
            "no table has this name, so the row is never asked",
        ),
        (
            "ambiguous_names.csv",
            "NER|MLI",
            "FRA",
            2,
            "the tables give the name MLI, NER, the row does not",
        ),
    ],
)
def test_states_places_bodies_and_groups(
    tmp_path: Path, name: str, old: str, new: str, line: int, reason: str
) -> None:
    assert (name, line, reason) in _found(tmp_path, name, old, new)


def test_a_name_of_two_states_that_is_not_stated(tmp_path: Path) -> None:
    found = _found(tmp_path, "ambiguous_names.csv", "Say,NER|MLI", "Gao,MLI")
    reason = f"'Say' is MLI here and NER in Say (places.csv:4); {_STATED}"
    assert found == [("places.csv", 5, reason)]


def test_names_that_differ_in_capitals_are_two(tmp_path: Path) -> None:
    assert _found(tmp_path, "organisations.csv", "UN|U.N.", "UN|U.N.|Un|Un Body|UN Body") == []


def test_a_name_may_pass_from_one_group_to_the_next(tmp_path: Path) -> None:
    assert _found(tmp_path, "groups.csv", "2011-10,2015", "2011-10,2015-06") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        (
            "al-toure,Al Touré,Touré,m,,MLI,GOV,spokesperson",
            "Al Touré,Al Touré,Touré,m,,MLI,GOV,spokesperson",
            4,
            "the id has not the form of-a-slug",
        ),
        (
            "Touré,m,,MLI,GOV,spokesperson",
            "Touré,f,,MLI,GOV,spokesperson",
            4,
            "gender is 'f', but 'm' in people/africa.csv:3",
        ),
        (
            "Touré,m,,MLI,GOV,spokesperson",
            "Touré,x,,MLI,GOV,spokesperson",
            4,
            "gender 'x' is neither m nor f",
        ),
        (
            "Touré,m,,MLI,GOV,spokesperson",
            "Toure,m,,MLI,GOV,spokesperson",
            4,
            "family is 'Toure', but 'Touré' in people/africa.csv:3",
        ),
        (
            "Touré,m,,MLI,GOV,spokesperson",
            "Touré,m,Alou Touré,MLI,GOV,spokesperson",
            4,
            "aliases differ from those in people/africa.csv:3",
        ),
        (
            "Touré,m,,MLI,GOV,spokesperson",
            "Touré,m,Touré,MLI,GOV,spokesperson",
            4,
            "the family name is no alias: the text has to settle it",
        ),
        ("Touré,m,,MLI,GOV,spokesperson", "Touré,m,,XXX,GOV,spokesperson", 4, "no code 'XXX'"),
        ("Touré,m,,MLI,GOV,spokesperson", "Touré,m,,MLI,XXX,spokesperson", 4, "no sector 'XXX'"),
        (
            "Touré,m,,MLI,GOV,spokesperson",
            "Touré,m,,UNO,GOV,spokesperson",
            4,
            "who acts for UNO has sector IGO, not GOV",
        ),
        ("Touré,m,,MLI,GOV,spokesperson", "Touré,m,,MLI,GOV,police", 4, "no role 'police'"),
        (
            "spokesperson,2015,2019",
            "Spokesperson,2015,2019",
            4,
            "office 'Spokesperson' is not in lower case",
        ),
        (
            "spokesperson,2015,2019",
            "spokesperson,2015-02-30,2019",
            4,
            "'2015-02-30' is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "spokesperson,2015,2019",
            "spokesperson,2015-05,2015-04",
            4,
            "ends 2015-04 before it starts 2015-05",
        ),
        ("spokesperson,2015,2019", "spokesperson,,2019", 4, "no start"),
        (
            "2013-09-04,2020-08\n",
            "2013-09-04,2020-09\n",
            3,
            "president of MLI from 2020-08-18, while ba-keita holds it 2013-09-04..2020-09 (people/africa.csv:2)",
        ),
        (
            "2013-09-04,2020-08\n",
            "2013-09-04,\n",
            3,
            "president of MLI from 2020-08-18, while ba-keita holds it 2013-09-04..now (people/africa.csv:2)",
        ),
    ],
)
def test_people(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    assert ("people/africa.csv", line, reason) in _found(tmp_path, "people/africa.csv", old, new)


def test_an_alias_that_differs_only_in_diacritics(tmp_path: Path) -> None:
    table = TABLES["people/africa.csv"].replace("Ba I. Keïta", "Ba Keita")
    found = faults(written(tmp_path, TABLES | {"people/africa.csv": table}))
    assert [(fault.line, fault.reason) for fault in found] == [
        (2, "'Ba Keita' is found under 'Ba Keïta' already; leave it out")
    ]


def test_one_person_under_two_ids(tmp_path: Path) -> None:
    found = _found(tmp_path, "people/europe.csv", "ann-roy-uno,Ann Roy", "al-b,Al Toure")
    reason = (
        "has the name 'al toure' of al-toure (people/africa.csv:3); give them one id,"
        " or state in people/shared.toml how many persons share the name"
    )
    assert ("people/europe.csv", 3, reason) in found
    assert ("people/shared.toml", 2, "Ann Roy is the name of 1") in found


def test_an_id_that_two_files_give_to_two_names(tmp_path: Path) -> None:
    found = _found(tmp_path, "people/europe.csv", "ann-roy-uno,Ann Roy", "al-toure,Ann Roy")
    assert (
        "people/europe.csv",
        3,
        "name is 'Ann Roy', but 'Al Touré' in people/africa.csv:3",
    ) in found


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"Ann Roy" = 2', '"Ann Roy" = 3', "Ann Roy is the name of 2"),
        ('"spokesperson"', '"spokesperson", "queen"', "nobody holds the office 'queen'"),
        ("[names]", "[namesakes]\n[names]", "unknown field 'namesakes'"),
        ("openings =", "begins =", "unknown field 'begins'"),
    ],
)
def test_what_people_may_share(tmp_path: Path, old: str, new: str, reason: str) -> None:
    found = _found(tmp_path, "people/shared.toml", old, new)
    assert ("people/shared.toml", reason) in [(fault[0], fault[2]) for fault in found]


def test_an_office_that_several_hold_at_once_has_to_be_stated(tmp_path: Path) -> None:
    found = _found(tmp_path, "people/shared.toml", 'titles = ["spokesperson"]', "titles = []")
    reason = (
        "spokesperson of MLI from 2015, while ba-keita holds it 2010..2017 (people/africa.csv:5)"
    )
    assert found == [("people/africa.csv", 4, reason)]
    named = 'openings = ["deputy ", "spokes"]\ntitles = []'
    old = 'openings = ["deputy "]\ntitles = ["spokesperson"]'
    assert _found(tmp_path, "people/shared.toml", old, named) == []
