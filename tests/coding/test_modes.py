"""The mode of an act, by its entry or by the words around it."""

from __future__ import annotations

import pytest
from coding_documents import Draught, act, party

from detente.coding.modes import mode_of
from detente.lexicon import Lexicon
from detente.records import Role, Span


@pytest.mark.parametrize(
    ("category", "words", "mode"),
    [
        ("ASSAULT", "a drone", "drone"),
        ("ASSAULT", "a car bomb", "explosives"),
        ("ASSAULT", "sarin", "unconventional"),
        ("ASSAULT", "a loaf", None),
        ("CONSULT", "a phone call", "phone"),
        ("MOBILIZE", "a warship", "weapons"),
    ],
)
def test_words_of_the_clause_tell_the_mode(
    category: str, words: str, mode: str | None, lexicon: Lexicon
) -> None:
    draught = Draught(f"France acted with {words}.")
    france, thing = draught.phrase("France", "FRA"), draught.phrase(words)
    draught.clause("acted", "act", [(Role.SUBJECT, france), (Role.OBLIQUE, thing, "with")])
    made = act(category, clause=0, words=(Span(7, 12),))
    assert mode_of(made, draught.reading(lexicon), lexicon) == mode


def test_an_entrys_own_mode_stands(lexicon: Lexicon) -> None:
    draught = Draught("France acted with a drone.")
    thing = draught.phrase("a drone")
    draught.clause("acted", "act", [(Role.OBLIQUE, thing, "with")])
    assert mode_of(act(mode="aerial", clause=0), draught.reading(lexicon), lexicon) == "aerial"


def test_a_meeting_of_three_states_is_multilateral(lexicon: Lexicon) -> None:
    reading = Draught("They met.").reading(lexicon)
    three = tuple(party(code) for code in ("FRA", "IRN", "TUR"))
    assert mode_of(act("CONSULT", actors=three, recipients=()), reading, lexicon) == "multilateral"
    assert mode_of(act("CONSULT", actors=three[:2], recipients=()), reading, lexicon) is None
