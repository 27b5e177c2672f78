"""Faults of the ontology and of the lists of words."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_tables import broken


def _found(folder: Path, name: str, old: str, new: str) -> list[tuple[int, str, str]]:
    found = broken(folder, name, old, new)
    assert {fault.file for fault in found} == {name}
    return [(fault.line, fault.entry, fault.reason) for fault in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'cameo = "042"',
            'cameo = "043"',
            ("acts/consult.toml", 7, "CAMEO code 043 is not in goldstein.csv"),
        ),
    ],
)
def test_a_cameo_code_without_a_value(
    tmp_path: Path, old: str, new: str, expected: tuple[str, int, str]
) -> None:
    found = broken(tmp_path, "acts/consult.toml", old, new)
    assert expected in [(fault.file, fault.line, fault.reason) for fault in found]
    assert ("goldstein.csv", 4, "no category, mode or act has this code") in [
        (fault.file, fault.line, fault.reason) for fault in found
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "entry", "reason"),
    [
        ("195,-10.0\n", "195,-10.0\n195,-9.0\n", 7, "195", "already in line 6"),
        (
            "195,-10.0\n",
            "195,-10.0\n205,-9.0\n",
            7,
            "205",
            "no category, mode or act has this code",
        ),
        ("195,-10.0\n", "195,-10.0\n211,-9.0\n", 7, "211", "no CAMEO code has this form"),
        ("042,1.9", "042,1", 4, "042", "the value has the form -9.0"),
        ("042,1.9", "042,11.9", 4, "042", "the scale runs from -10 to 10"),
    ],
)
def test_goldstein_values(
    tmp_path: Path, old: str, new: str, line: int, entry: str, reason: str
) -> None:
    assert (line, entry, reason) in _found(tmp_path, "goldstein.csv", old, new)


@pytest.mark.parametrize(
    ("old", "new", "line", "entry", "reason"),
    [
        ("quad = 1", "quad = 5", 2, "CONSULT", "quad is 1, 2, 3 or 4"),
        ("score = 2.5", "score = 2", 3, "CONSULT", "score is a number such as 2.5"),
        ("score = 2.5\n", "", 1, "CONSULT", "no score"),
        ('future = "CONSULT"', 'future = "TALK"', 5, "CONSULT", "future: no category 'TALK'"),
        ('["REB"]', '["XXX"]', 6, "CONSULT", "not_by: no sector 'XXX'"),
        (
            "actor_optional = true",
            "actor_optional = 1",
            10,
            "ASSAULT",
            "actor_optional is true or false",
        ),
        ("actor_optional = true", "actors = true", 10, "ASSAULT", "unknown field 'actors'"),
        (
            "score = 1.5, ",
            "",
            7,
            "CONSULT",
            "mode phone has cameo, score and nothing else",
        ),
        ("score = 1.5", "score = 1", 7, "CONSULT", "mode phone: score is a number such as 2.5"),
    ],
)
def test_a_category(tmp_path: Path, old: str, new: str, line: int, entry: str, reason: str) -> None:
    assert _found(tmp_path, "ontology.toml", old, new) == [(line, entry, reason)]


def test_a_mode_whose_cameo_code_has_no_value(tmp_path: Path) -> None:
    found = broken(tmp_path, "ontology.toml", 'cameo = "041"', 'cameo = "046"')
    reasons = [(fault.file, fault.reason) for fault in found]
    assert ("ontology.toml", "mode phone: CAMEO code 046 is not in goldstein.csv") in reasons


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "reason"),
    [
        ("modes.toml", 'mode = "drone"', 'mode = "phone"', 2, "ASSAULT has no mode 'phone'"),
        ("modes.toml", 'mode = "drone"\n', "", 2, "no mode"),
        ("modes.toml", '["drone"]', '["Drone"]', 4, "'Drone' is not in lower case"),
        ("modes.toml", '["drone"]', '["drones"]', 4, "'drones' is no base form"),
        ("modes.toml", '"air raid"', '"drone"', 9, "'drone' already tells ASSAULT/drone"),
        ("modes.toml", '["drone"]', "[]", 1, "no words"),
        ("modes.toml", '["drone"]', '["drone"]\nweak = true', 5, "unknown field 'weak'"),
        ("contexts.toml", "legal =", "lawful =", 2, "no context 'lawful'"),
        ("contexts.toml", '["court"]', '["army"]', 2, "'army' already tells military"),
        ("contexts.toml", '["court"]', '["Court"]', 2, "'Court' is not in lower case"),
        ("contexts.toml", '["court"]', '["court", "court"]', 2, "legal has 'court' twice"),
        ("speech.toml", 'adverbs = ["word"]', "adverbs = []", 1, "no list adverbs"),
        (
            "speech.toml",
            'adverbs = ["word"]',
            'adverbs = ["Word"]',
            4,
            "adverbs: 'Word' is not in lower case",
        ),
        ("light_verbs.toml", "agent =", "agents =", 1, "unknown field 'agents'"),
        ("counts.toml", "one = 1", "one = 0", 5, "one is no whole number"),
        ("counts.toml", '["kill"]', '["kill", "kill"]', 2, "dead has 'kill' twice"),
        ("off_topic.toml", "share = 2.0\n", "", 1, "no share"),
        (
            "off_topic.toml",
            "sentence = 2",
            'sentence = 2\nserious = ["WAR"]',
            4,
            "serious: no category 'WAR'",
        ),
        ("off_topic.toml", '["goal"]', '["Goal"]', 2, "words: 'Goal' is not in lower case"),
        ("off_topic.toml", "sentence = 2", "sentences = 2", 3, "unknown field 'sentences'"),
        ("base_forms.toml", "verbs =", "verb =", 1, "unknown field 'verb'"),
        (
            "codebook.toml",
            '["UNO", "IGO"]',
            '["UNO", "IGO", "EUR"]',
            5,
            "EUR is not among the codes",
        ),
        ("codebook.toml", 'UNO = "', 'FRA = "', 2, "FRA is also the code of a state"),
        ("codebook.toml", "[contexts]", "[context]", 0, "the section is missing"),
        ("codebook.toml", 'ASSAULT = "', 'WAR = "', 26, "WAR is not in ontology.toml"),
        ("codebook.toml", 'ASSAULT = "Uses violence."\n', "", 24, "nothing on ASSAULT"),
    ],
)
def test_lists_of_words(
    tmp_path: Path, name: str, old: str, new: str, line: int, reason: str
) -> None:
    found = broken(tmp_path, name, old, new)
    assert (name, line, reason) in [(fault.file, fault.line, fault.reason) for fault in found]


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "reason"),
    [
        ("offices.toml", 'role = "head-of-state"', 'role = "king"', 3, "no role 'king'"),
        ("offices.toml", 'role = "head-of-state"\n', "", 1, "no role"),
        ("offices.toml", 'sector = "GOV"', 'sector = "XXX"', 4, "no sector 'XXX'"),
        (
            "offices.toml",
            'sector = "GOV"',
            'sector = "GOV"\nweak = true',
            5,
            "unknown field 'weak'",
        ),
        (
            "offices.toml",
            'sector = "GOV"',
            'sector = "GOV"\ngeneric = 1',
            5,
            "generic is true or false",
        ),
        (
            "offices.toml",
            'id = "president"',
            'id = "The President"',
            2,
            "the id has the form what-it-is",
        ),
        ("offices.toml", '"head of state"', '"presidents"', 5, "'presidents' is there twice"),
        (
            "offices.toml",
            '"head of state"',
            '"Head of state"',
            5,
            "'Head of state' is not in plain lower case",
        ),
        ("offices.toml", 'titles = ["president", "head of state"]\n', "", 1, "no titles"),
        (
            "offices.toml",
            "The French president left.",
            "The French king left.",
            6,
            "the example has none of the titles",
        ),
        (
            "offices.toml",
            "The French president left.",
            "the president",
            6,
            "the example begins with a capital and ends with a full stop",
        ),
        (
            "bodies.toml",
            '"ministry"',
            '"presidents"',
            5,
            "'presidents' already belongs to president (offices.toml:1)",
        ),
        ("bodies.toml", 'kind = "government"', 'kind = "party"', 4, "no kind 'party'"),
        ("bodies.toml", 'example = "The ministries in Mali are shut."\n', "", 1, "no example"),
    ],
)
def test_offices_and_bodies(
    tmp_path: Path, name: str, old: str, new: str, line: int, reason: str
) -> None:
    assert (line, reason) in [(fault[0], fault[2]) for fault in _found(tmp_path, name, old, new)]


def test_an_office_of_an_id_that_is_taken(tmp_path: Path) -> None:
    entry = '[[office]]\nid = "president"\nrole = "police"\nsector = "GOV"\ntitles = ["chief"]\n'
    old = 'example = "The French president left."\n'
    new = f'{old}{entry}example = "A chief spoke."\n'
    found = _found(tmp_path, "offices.toml", old, new)
    assert found == [(8, "president", "the id is taken (offices.toml:1)")]
