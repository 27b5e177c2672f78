"""Who is meant by a code, a name or an adjective."""

from __future__ import annotations

import pytest

from detente.errors import PartyError
from detente.ledger.dyad import side_of, sides_of
from detente.lexicon.codes import default_codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("FRA", "FRA"),
        ("fra", "FRA"),
        ("France", "FRA"),
        ("french", "FRA"),
        (" Russia ", "RUS"),
        ("Russian", "RUS"),
        ("Moscow", "RUS"),
        ("Kremlin", "RUS"),
        ("Côte d'Ivoire", "CIV"),
        ("cote d’ivoire", "CIV"),
        ("USA", "USA"),
        ("United States", "USA"),
        ("UNO", "UNO"),
        ("United Nations", "UNO"),
        ("UN", "UNO"),
        ("European Union", "EUR"),
        ("EU", "EUR"),
        ("igo", "IGO"),
    ],
)
def test_codes_names_and_adjectives_are_known(name: str, code: str) -> None:
    assert side_of(name).code == code


@pytest.mark.parametrize("code", sorted(default_codes().names))
def test_every_code_and_every_usual_name_of_a_state_is_known(code: str) -> None:
    side = side_of(code)
    assert side.code == code
    assert side.name
    if code in default_codes().by_name.values():
        assert side_of(side.name).code == code


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Frnce", "did you mean France (FRA)"),
        ("FRX", "France (FRA)"),
        ("Xyzzyq", "give a code"),
        ("", "give a code"),
        ("NATO", "ask for IGO"),
        ("Lavrov", "Sergei Lavrov is counted with RUS (Russia); ask for RUS"),
        ("Abkhazia", "ask for GEO"),
        ("[Xyzzyq]", "no such party"),
    ],
)
def test_whoever_is_no_party_of_their_own_is_told_what_to_ask_for(name: str, told: str) -> None:
    with pytest.raises(PartyError) as caught:
        side_of(name)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pair_is_of_two() -> None:
    with pytest.raises(PartyError, match="both France"):
        sides_of("FRA", "french")
