from __future__ import annotations

import base64

import pytest

from detente.errors import SettingsError
from detente.serve.access import Access, Right, Visitor

READ, CORRECT = "r" * 16, "c" * 16


def test_this_machine_alone_may_do_all_by_default() -> None:
    access = Access()
    assert access.is_local
    assert access.visitor({}) == Visitor(Right.CORRECT)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_loopback_needs_nothing(host: str) -> None:
    assert Access(host).is_local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org", ""])
def test_beyond_this_machine_something_must_be_shown(host: str) -> None:
    with pytest.raises(SettingsError, match="--token"):
        Access(host)
    assert not Access(host, READ).is_local
    assert not Access(host, user_header="X-User").is_local


@pytest.mark.parametrize(
    "given",
    [
        {"read_token": "short"},
        {"read_token": READ, "correct_token": READ},
        {"read_token": READ, "user_header": "X-User"},
        {"correctors": frozenset(["ann"])},
    ],
)
def test_what_does_not_fit_together_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(SettingsError):
        Access(**given)  # type: ignore[arg-type]


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"anybody:{password}".encode()).decode()


@pytest.mark.parametrize(
    ("header", "right"),
    [
        ("", Right.NONE),
        (f"Bearer {READ}", Right.READ),
        (f"bearer {CORRECT}", Right.CORRECT),
        (basic(READ), Right.READ),
        ("Bearer wrong", Right.NONE),
        ("Basic %%%", Right.NONE),
        ("Basic /w==", Right.NONE),
        (f"Digest {READ}", Right.NONE),
    ],
)
def test_a_token_gives_its_right(header: str, right: Right) -> None:
    access = Access("0.0.0.0", READ, CORRECT)
    assert access.visitor({"authorization": header}).right is right


def test_a_session_keeps_its_right_and_a_better_token_betters_it() -> None:
    access = Access("0.0.0.0", READ, CORRECT)
    assert access.visitor({}, Right.READ).right is Right.READ
    assert access.visitor({"authorization": f"Bearer {CORRECT}"}, Right.READ).may_correct


def test_a_proxy_names_users_and_only_those_told_may_correct() -> None:
    access = Access(user_header="X-Remote-User", correctors=frozenset(["ann"]))
    assert access.visitor({"x-remote-user": "ann"}) == Visitor(Right.CORRECT, "ann")
    assert access.visitor({"x-remote-user": "bob"}) == Visitor(Right.READ, "bob")
    assert access.visitor({"x-remote-user": " "}, Right.CORRECT).right is Right.NONE
    every = Access(user_header="X-Remote-User", correctors=frozenset("*"))
    assert every.visitor({"x-remote-user": "bob"}).may_correct


@pytest.mark.parametrize(
    "name", ["localhost", "localhost:8765", "127.0.0.1:8765", "[::1]:8765", "[::1]"]
)
def test_this_machine_goes_by_its_own_names(name: str) -> None:
    assert Access().knows_host(name)


@pytest.mark.parametrize(
    "name", ["", "evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.", "a:b:c"]
)
def test_a_name_that_somebody_gave_this_machine_is_refused(name: str) -> None:
    assert not Access().knows_host(name)
    assert Access("0.0.0.0", READ).knows_host(name)
