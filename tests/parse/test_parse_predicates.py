"""What auxiliaries, adverbs and negations tell of a predicate."""

from __future__ import annotations

import pytest
from parse_trees import clause, document

from detente.records import Clause, ClauseForm, Tense

_PLAIN = """
    France NNP nsubj attacked
    {row}
    attacked {tag} ROOT - attack
    Iran NNP dobj attacked
    """


def _attack(row: str, tag: str = "VB") -> Clause:
    """The clause "France ... attacked Iran" with further words before the verb, whose tag is given."""
    lines = [line for line in _PLAIN.format(row=row, tag=tag).splitlines() if line.strip()]
    return clause(document("\n".join(lines)), "attack")


@pytest.mark.parametrize(
    ("row", "tag", "tense"),
    [
        ("", "VBD", Tense.PAST),
        ("", "VBZ", Tense.PRESENT),
        ("will MD aux attacked", "VB", Tense.FUTURE),
        ("'ll MD aux attacked", "VB", Tense.FUTURE),
        ("has VBZ aux attacked have", "VBN", Tense.PAST),
        ("is VBZ aux attacked be", "VBG", Tense.PRESENT),
        ("did VBD aux attacked do", "VB", Tense.PAST),
    ],
)
def test_tense(row: str, tag: str, tense: Tense) -> None:
    found = _attack(row, tag)
    assert found.tense is tense
    assert found.form is ClauseForm.FINITE


@pytest.mark.parametrize("modal", ["may", "might", "could", "can", "would", "should", "must"])
def test_modals_are_kept_and_no_future(modal: str) -> None:
    found = _attack(f"{modal} MD aux attacked")
    assert found.modal == modal
    assert found.tense is not Tense.FUTURE


def test_a_perfect_and_a_progressive_form() -> None:
    assert _attack("had VBD aux attacked have", "VBN").perfect
    assert _attack("was VBD aux attacked be", "VBG").progressive


@pytest.mark.parametrize(
    "row",
    [
        "not RB neg attacked",
        "never RB neg attacked",
        "n't RB neg attacked",
        "hardly RB advmod attacked",
        "neither CC preconj attacked",
        "neither CC appos France",
    ],
)
def test_negations(row: str) -> None:
    assert _attack(row).negated


def test_not_only_is_no_negation() -> None:
    assert not _attack("not RB preconj attacked\nonly RB advmod not").negated
    assert _attack("not RB preconj attacked\ntoday NN npadvmod attacked").negated


def test_no_longer_is_a_negation_and_no_sooner_is_none() -> None:
    assert _attack("no RB neg longer\nlonger RBR advmod attacked").negated
    assert not _attack("no RB neg sooner\nsooner RBR advmod attacked").negated


@pytest.mark.parametrize(
    ("subject", "object_"),
    [
        ("No DT det troops\ntroops NNS nsubj attacked", "Iran NNP dobj attacked"),
        ("Nobody NN nsubj attacked", "Iran NNP dobj attacked"),
        ("France NNP nsubj attacked", "no DT det towns\ntowns NNS dobj attacked"),
    ],
)
def test_a_negated_phrase_negates_its_clause(subject: str, object_: str) -> None:
    rows = f"{subject}\nattacked VBD ROOT -\n{object_}"
    assert clause(document(rows), "attack").negated


def test_a_predicate_noun_with_no_is_negated() -> None:
    rows = """
        There EX expl was
        was VBD ROOT - be
        {} DT det attack
        attack NN attr was
        """
    assert clause(document(rows.format("no")), "attack").negated
    assert not clause(document(rows.format("an")), "attack").negated


def test_particle_and_adverbs() -> None:
    found = clause(
        document(
            """
            France NNP nsubj called
            reportedly RB advmod called
            called VBD ROOT - call
            off RP prt called
            talks NNS dobj called
            """
        ),
        "call",
    )
    assert found.particle == "off"
    assert found.adverbs == ("reportedly",)


def test_an_adjective_is_the_predicate_of_a_copula() -> None:
    found = clause(
        document(
            """
            France NNP nsubj is
            is VBZ ROOT - be
            not RB neg is
            ready JJ acomp is
            """
        ),
        "ready",
    )
    assert (found.copular, found.negated, found.tense) == (True, True, Tense.PRESENT)


def test_participles_before_a_noun_head_no_clause() -> None:
    found = document(
        """
        The DT det strike
        alleged VBN amod strike
        strike NN nsubj failed
        failed VBD ROOT - fail
        """
    )
    assert [clause.predicate for clause in found.clauses] == ["fail"]
