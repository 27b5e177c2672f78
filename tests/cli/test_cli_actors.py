"""``detente actors lookup``: what the registry knows of a name."""

from __future__ import annotations

import pytest
from cli_cases import invoke, run


def test_a_person_with_the_office_of_the_day() -> None:
    found = invoke("actors", "lookup", "Lecornu", "--on", "2023-11-12")
    assert found.exit_code == 0
    heading, *offices = found.stdout.splitlines()
    assert heading.startswith("Sébastien Lecornu  FRA")
    assert "minister of the armed forces" in heading
    held = [line for line in offices if line.strip().startswith("*")]
    assert len(held) == 1
    assert "minister of the armed forces" in held[0]


def test_without_a_day_no_office_is_marked() -> None:
    found = invoke("actors", "lookup", "Lecornu")
    assert "Sébastien Lecornu" in found.stdout
    assert "*" not in found.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Downing", "Street"), "GBR"),
        (("Downing Street",), "GBR"),
        (("french",), "FRA"),
        (("NATO",), "IGO"),
    ],
)
def test_names_of_every_kind(words: tuple[str, ...], code: str) -> None:
    found = invoke("actors", "lookup", *words)
    assert found.exit_code == 0
    assert f"  {code}" in found.stdout


def test_an_unknown_name_is_one_line() -> None:
    found = run("actors", "lookup", "Xyzzy", "Plugh")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("Xyzzy Plugh: not in the registry; ")
    assert len(found.stderr.splitlines()) == 1
