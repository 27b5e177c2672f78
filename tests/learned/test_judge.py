"""What the network takes words for: blind to names, and to nothing else."""

from __future__ import annotations

from itertools import permutations

import pytest

from detente import Article, Coder, Settings
from detente.learned import Judge
from detente.records import Opinion
from detente.settings import CoderKind

pytestmark = pytest.mark.model

# our own sentences; two states and two people each
_TOLD = (
    "{a} recalled its ambassador from {b} on Tuesday.",
    "{a} and {b} signed an agreement on fishing.",
    "Troops of {a} crossed the border and shelled a village in {b}.",
    "The foreign minister of {a}, {p}, met his counterpart from {b}, {q}, in Geneva.",
    "{p}, the president of {a}, accused {b} of arming the rebels.",
    "{b} rejected the demand of {a} to withdraw its ships.",
    "{a} sent forty tons of flour to {b} after the flood.",
    "Police in {a} arrested two journalists who had written about {b}.",
    "{a} lifted the ban on fruit from {b}, its trade minister {p} said.",
    "Prime Minister {q} of {b} warned {a} of retaliation.",
)
_STATES = ("France", "Kenya", "Norway", "Peru", "Chad")
_PEOPLE = (("Tom Walsh", "Ivan Petrov"), ("Amina Diallo", "Luis Ortega"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(Settings(coder=CoderKind.GRAMMAR))


def _answers(coder: Coder, judge: Judge, text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """What is likely told, with the parties by the order in which the text names them."""
    (linked,) = coder.linked_many([Article(id="a", text=text, published="2024-05-15")])
    order: dict[str, str] = {}
    for parties in linked.parties.values():
        for party in parties:
            order.setdefault(party.code, f"party {len(order)}")
    return [
        (text[: opinion.word.start].count(" "), opinion.category, _cast(opinion, order))
        for opinion in judge.opinions(linked)
        if opinion.probability >= 0.5
    ]


def _cast(opinion: Opinion, order: dict[str, str]) -> tuple[str, ...]:
    likely = (*opinion.actors[:1], *opinion.recipients[:1])
    return tuple(order.get(item.party.code, "") for item in likely)


def test_swapping_states_and_people_changes_no_answer(coder: Coder, judge: Judge) -> None:
    alike: list[bool] = []
    for told in _TOLD:
        given = [
            told.format(a=a, b=b, p=p, q=q) for a, b in permutations(_STATES, 2) for p, q in _PEOPLE
        ]
        answers = [[rest for _, *rest in _answers(coder, judge, text)] for text in given]
        alike += [answer == answers[0] for answer in answers[1:]]
    assert sum(alike) / len(alike) >= 0.99


def test_most_of_what_is_told_is_seen(coder: Coder, judge: Judge) -> None:
    told = ["SANCTION", "SUPPORT", "ASSAULT", "CONSULT", "ACCUSE", "REJECT", "AID", "COERCE"]
    seen = [
        {
            answer[1]
            for answer in _answers(
                coder, judge, text.format(a="France", b="Kenya", p="Tom Walsh", q="Ivan Petrov")
            )
        }
        for text in _TOLD
    ]
    assert sum(category in found for category, found in zip(told, seen, strict=False)) >= 6


def test_where_nobody_is_named_nothing_is_seen(coder: Coder, judge: Judge) -> None:
    (linked,) = coder.linked_many([Article(id="a", text="It rained all night. The bread rose.")])
    assert judge.opinions(linked) == ()


def test_the_same_report_has_the_same_opinions(coder: Coder, judge: Judge) -> None:
    text = " ".join(
        told.format(a="Peru", b="Chad", p="Tom Walsh", q="Ivan Petrov") for told in _TOLD
    )
    (linked,) = coder.linked_many([Article(id="a", text=text)])
    assert judge.opinions(linked) == judge.opinions(linked)
