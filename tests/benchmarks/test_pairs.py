from pathlib import Path

import pytest
from pairs import macro_f1, pair_figures, root

from detente import Coder

ROWS = [
    ("<s>France</s> condemned <t>Iran</t> on Monday.", "ACCUSE"),
    ("<t>Iran</t> was condemned by <s>France</s> on Monday.", "ACCUSE"),
    ("<s>France</s> and <t>Iran</t> held talks on Monday.", "CONSULT"),
    # the right act with the parties the other way round, then with the wrong root
    ("<t>France</t> imposed sanctions on <s>Iran</s>.", "SANCTION"),
    ("<s>France</s> imposed sanctions on <t>Iran</t>.", "AID"),
    # one mark only; then two of which one is not in the act
    ("<s>France</s> condemned Iran on Monday.", "ACCUSE"),
    ("<s>France</s> condemned Iran, which borders <t>Iraq</t>.", "ACCUSE"),
    # a category under another name
    ("<s>France</s> withdrew its troops from <t>Mali</t> on Monday.", "YIELD"),
]


@pytest.mark.parametrize(
    ("reference", "answers", "expected"),
    [
        (["A", "B"], ["A", "B"], 1.0),
        (["A", "B"], [None, None], 0.0),
        # A: 1 of 1 given, 1 of 2 there; B: 1 of 2 given, 1 of 1 there
        (["A", "A", "B"], ["A", "B", "B"], 2 / 3),
        # an answer that no row has takes from no other root's precision
        (["A", "B"], ["A", "C"], 0.5),
    ],
)
def test_macro_f1(reference: list[str], answers: list[str | None], expected: float) -> None:
    assert macro_f1(reference, answers) == pytest.approx(expected)


def test_the_rows_join_two_categories_in_one_root() -> None:
    assert root("CONCEDE") == root("RETREAT") == "YIELD"
    assert root("AID") == "AID"


@pytest.mark.model
def test_shares_of_rows_whose_marked_act_is_found(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    lines = ["marked_sentence\troot\tquad", *(f"{text}\t{name}\t1" for text, name in ROWS)]
    (tmp_path / "data" / "plv_train.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    figures = pair_figures(Coder(), tmp_path)
    assert figures["pairs_found"] == pytest.approx(5 / 8)
    assert figures["pairs_half"] == pytest.approx(6 / 8)
    assert figures["pairs_root"] == pytest.approx(7 / 8)
    assert 0 < figures["relate_f1"] < 1
