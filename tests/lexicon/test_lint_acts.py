"""Faults of base acts and operators."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_tables import broken

_HYPHEN = "has a hyphen at which a text is taken apart: leave it out, or list the word as open in grammar.toml"
# an empty category is also one that an id does not begin with, and one that there is not
_CONSEQUENCES = 4
_EXAMPLE = "an example has the form SENTENCE => ACTORS CATEGORY/mode RECIPIENTS [status], or SENTENCE => nothing"


def _found(folder: Path, name: str, old: str, new: str) -> list[tuple[int, str, str]]:
    found = broken(folder, name, old, new)
    assert {fault.file for fault in found} == {name}
    return [(fault.line, fault.entry, fault.reason) for fault in found]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('cameo = "042"', 'colour = "blue"\ncameo = "042"', 7, "unknown field 'colour'"),
        ('category = "CONSULT"\n', 'category = ""\n', 3, "no category"),
        ('"meet up", "bring"', '"meet up", 3', 8, "verbs is not a list of words"),
        ('default_actor = "GOV"', "weak = 1", 13, "weak is not true or false"),
        ('"talk", "peace talk"', '"talk", "talk"', 9, "nouns has 'talk' twice"),
        ('"military"', '"milit"', 6, "no context 'milit'"),
        ('default_actor = "GOV"', 'default_actor = "XXX"', 13, "default_actor: no sector 'XXX'"),
        ('["possessor", "by"]', '["possessor", "bye"]', 12, "noun_actor: no party stands in 'bye'"),
        ('["object"]', '["possessor"]', 11, "needs_in: no party stands in 'possessor'"),
        ('needs = ["news"]\n', "", 10, "needs_in says nothing without needs"),
        ('cameo = "042"', 'unless = ["news"]\ncameo = "042"', 7, "needs and excludes news"),
        ('"bring"', '"Bring"', 8, "verbs: 'Bring' is not in lower case"),
        ('"bring"', '"bringing"', 8, "verbs: 'bringing' is no base form"),
        ('"bring"', '"noted"', 8, "verbs: 'noted' is no base form"),
        ('"bring"', '"meets"', 8, "verbs: 'meets' is no base form"),
        (
            '"bring"',
            '"meet talk"',
            8,
            "verbs: 'meet talk' can never stand in a text: 'talk' is no particle",
        ),
        ('"peace talk"', '"peace talks"', 9, "nouns: 'peace talks' is no base form"),
        ('"peace talk"', '"peace-talk"', 9, f"nouns: 'peace-talk' {_HYPHEN}"),
        ('"peace talk"', '"talk;"', 9, "nouns: 'talk;' has characters that no word has"),
        (
            '"peace talk"',
            '"talk about peace"',
            9,
            (
                "nouns: 'talk about peace' can never stand in a text:"
                " give a head alone or one modifier with its head"
            ),
        ),
        (
            'needs = ["news"]',
            'needs = ["news"]\nadjectives = ["at odds"]',
            11,
            "adjectives: 'at odds' can never stand in a text: give one word",
        ),
        (
            '  "France may meet Mali. => FRA+MLI CONSULT - hypothetical",\n',
            "",
            14,
            "1 examples where 2 are needed",
        ),
        (
            "France met Mali. => FRA+MLI CONSULT -",
            "France met Mali.",
            15,
            f"example 'France met Mali.': {_EXAMPLE}",
        ),
        (
            "France met Mali.",
            "France met Mali",
            15,
            "example 'France met Mali => FRA+MLI CONSULT -': begin with a capital and end with a full stop",
        ),
        (
            '=> FRA+MLI CONSULT -"',
            '=> FRA+MAL CONSULT -"',
            15,
            "example 'France met Mali. => FRA+MAL CONSULT -': no code 'MAL'",
        ),
        (
            '=> FRA+MLI CONSULT -"',
            '=> FRA+MLI CONSULT/visit -"',
            15,
            "example 'France met Mali. => FRA+MLI CONSULT/visit -': CONSULT has no mode 'visit'",
        ),
        (
            "hypothetical",
            "maybe",
            16,
            "example 'France may meet Mali. => FRA+MLI CONSULT - maybe': no status 'maybe'",
        ),
    ],
)
def test_a_base_act(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    found = _found(tmp_path, "acts/consult.toml", old, new)
    assert (line, "consult.meet", reason) in found
    assert len(found) <= _CONSEQUENCES


@pytest.mark.parametrize(
    ("old", "new", "entry", "reasons"),
    [
        (
            'id = "consult.meet"',
            'id = "Consult meet"',
            "Consult meet",
            [
                "the file is named after another category than the id",
                "the id begins with another category than CONSULT",
                "the id has the form category.what-is-meant",
            ],
        ),
        (
            'id = "consult.meet"',
            'id = "assault.attack"',
            "assault.attack",
            [
                "the file is named after another category than the id",
                "the id begins with another category than CONSULT",
                "the id is taken (acts/assault.toml:1)",
            ],
        ),
        (
            'category = "CONSULT"\n',
            'category = "TALK"\n',
            "consult.meet",
            ["the id begins with another category than TALK", "no category 'TALK'"],
        ),
    ],
)
def test_the_identity_of_an_act(
    tmp_path: Path, old: str, new: str, entry: str, reasons: list[str]
) -> None:
    found = _found(tmp_path, "acts/consult.toml", old, new)
    assert [fault[2] for fault in found] == reasons
    assert {fault[1] for fault in found} == {entry}


def test_an_act_without_words(tmp_path: Path) -> None:
    found = _found(tmp_path, "acts/assault.toml", 'verbs = ["bomb"]\n', "")
    assert found == [(8, "assault.bomb", "no verbs, nouns or adjectives")]


def test_a_word_of_two_categories_without_a_condition(tmp_path: Path) -> None:
    found = _found(tmp_path, "acts/consult.toml", '"peace talk"', '"attack"')
    reason = (
        "nouns: 'attack' is already assault.attack without a condition (acts/assault.toml:1);"
        " give one of them a condition"
    )
    assert found == [(9, "consult.meet", reason)]


def test_a_condition_settles_between_two_categories(tmp_path: Path) -> None:
    assert broken(tmp_path, "acts/consult.toml", '"meet up", "bring"', '"attack"') == []


def test_a_mode_that_a_category_does_not_have(tmp_path: Path) -> None:
    found = _found(tmp_path, "acts/assault.toml", 'mode = "aerial"', 'mode = "phone"')
    assert found == [(11, "assault.bomb", "ASSAULT has no mode 'phone'")]


@pytest.mark.parametrize("field", ["negated", "also"])
def test_another_outcome_of_an_act(tmp_path: Path, field: str) -> None:
    new = f'{field} = "CONSULT/drone"\nverbs = ["bomb"]'
    found = _found(tmp_path, "acts/assault.toml", 'verbs = ["bomb"]', new)
    assert found == [(12, "assault.bomb", f"{field}: CONSULT has no mode 'drone'")]


def test_an_unknown_array_in_a_file_of_acts(tmp_path: Path) -> None:
    found = _found(
        tmp_path,
        "acts/assault.toml",
        '[[act]]\nid = "assault.bomb"',
        '[[atc]]\nid = "assault.bomb"',
    )
    assert found == [(1, "", "unknown field 'atc'")]


@pytest.mark.parametrize(
    ("old", "new", "line", "entry", "reason"),
    [
        ('future = "plan"', 'future = "hope"', 2, "implicit", "future names no operator"),
        ('negated_future = "refuse"', 'past = "plan"', 3, "implicit", "unknown field 'past'"),
        ('id = "refuse"', 'id = "Refuse"', 14, "Refuse", "the id has the form what-it-does"),
        ('future = "ontology"', 'future = "soon"', 9, "plan", "future is one of ontology"),
        (
            'status = "future"',
            'status = "soon"',
            10,
            "plan",
            "status is not one of actual, future, hypothetical, negated",
        ),
        (
            '{ default = "same" }',
            '{ default = "some" }',
            8,
            "plan",
            "gives: default: no category 'some'",
        ),
        ('"ASSAULT/aerial"', '"ASSAULT/phone"', 16, "refuse", "gives: ASSAULT has no mode 'phone'"),
        (
            '"CONSULT/phone"',
            '"CONSULT/drone"',
            16,
            "refuse",
            "gives: ASSAULT/aerial: CONSULT has no mode 'drone'",
        ),
        ('alone = "CONSULT"', 'alone = "TALK"', 17, "refuse", "alone: no category 'TALK'"),
        ('alone = "CONSULT"\n', "", 17, "refuse", "alone_recipient says nothing without alone"),
        ('["object"]', '["beside"]', 18, "refuse", "alone_recipient: no party stands in 'beside'"),
        ('verbs = ["plan"]\n', "", 5, "plan", "no verbs, nouns or adjectives"),
        ('verbs = ["plan"]', 'verbs = ["plans"]', 7, "plan", "verbs: 'plans' is no base form"),
        (
            'alone = "CONSULT"',
            'alone = "CONSULT"\ncolour = "x"',
            18,
            "refuse",
            "unknown field 'colour'",
        ),
    ],
)
def test_an_operator(
    tmp_path: Path, old: str, new: str, line: int, entry: str, reason: str
) -> None:
    assert (line, entry, reason) in _found(tmp_path, "operators.toml", old, new)


def test_an_operator_without_an_example(tmp_path: Path) -> None:
    old = 'examples = ["France refused. => FRA CONSULT -"]'
    found = _found(tmp_path, "operators.toml", old, "examples = []")
    assert (13, "refuse", "no examples") in found
