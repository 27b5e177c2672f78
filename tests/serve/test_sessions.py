from __future__ import annotations

import time

import pytest

from detente.serve.access import Right
from detente.serve.sessions import LIFETIME, Session, Sessions


def test_a_session_comes_back_from_its_cookie() -> None:
    made = Sessions("secret").new(Right.READ)
    cookie = Sessions("secret").cookie(made)
    assert Sessions("secret").read(cookie) == made


def test_without_a_secret_sessions_end_with_the_process() -> None:
    first = Sessions()
    cookie = first.cookie(first.new())
    assert first.read(cookie)
    assert Sessions().read(cookie) is None


@pytest.mark.parametrize("cookie", ["", "a", "a.b.c.d", "a.1.1.é", "....", "a.1.1." + "x" * 43])
def test_what_is_no_cookie_of_ours_is_no_session(cookie: str) -> None:
    assert Sessions("secret").read(cookie) is None


def test_a_session_cannot_be_raised() -> None:
    made = Sessions("secret")
    nonce, _, rest = made.cookie(Session("n", Right.READ)).split(".", 2)
    assert made.read(f"{nonce}.2.{rest}") is None


def test_a_session_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Sessions("secret")
    cookie = made.cookie(made.new())
    later = time.time() + LIFETIME + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert made.read(cookie) is None


def test_a_form_belongs_to_its_session() -> None:
    made = Sessions("secret")
    one, other = made.new(), made.new()
    assert made.is_own_form(one, made.form_token(one))
    assert not made.is_own_form(other, made.form_token(one))
    assert not made.is_own_form(one, "")
