"""Corrections over HTTP, and who may make them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from api_asking import API, asked, post
from asked_ledger import CALLED
from served import Served, served

from detente.serve import Access

READ, CORRECT = "r" * 16, "c" * 16


def test_a_correction_is_kept_and_seen_at_once(own_copy: Path) -> None:
    said = {
        "event": CALLED.id[:8],
        "action": "edit",
        "changes": {"mode": "visit", "context": "economic"},
        "by": "Ann",
        "why": "see line 3",
    }
    with served(own_copy) as site:
        answer = post(site, said)
        assert answer.status_code == 201, answer.text
        assert answer.json()["version"] == 5
        items = answer.json()["items"]
        assert {(item["field"], item["value"]) for item in items} == {
            ("mode", "visit"),
            ("context", "economic"),
        }
        assert asked(site, "/corrections")["items"][-2:] == items
        found = asked(site, f"/events/{CALLED.id}")
        assert (found["event"]["mode"], found["event"]["context"]) == (["visit"], ["economic"])
        assert (found["mark"], found["coded"]["mode"]) == ("edited", ["phone"])
        assert post(site, {**said, "action": "reject", "changes": {}}).status_code == 201
        found = asked(site, f"/events/{CALLED.id}")
        assert (found["mark"], found["happening"]) == ("rejected", None)
        assert CALLED.id not in {item["id"] for item in asked(site, "/events")["items"]}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"event": "none"}, "there is no event whose id begins with"),
        ({"action": "perhaps"}, "action: "),
        ({"action": "edit"}, "an edit needs one at least"),
        ({"action": "edit", "changes": {"mode": "dance"}}, "has no mode 'dance'"),
        ({"action": "edit", "changes": {"colour": "red"}}, "'colour' cannot be edited"),
        ({"why": "  "}, "needs a name and a reason"),
        ({"by": "a\r\nb"}, "by: "),
        ({"why": "x" * 501}, "why: "),
        ({"extra": 1}, "extra: there is no such parameter"),
    ],
    ids=str,
)
def test_what_is_no_correction_is_refused(
    hand_site: Served, said: dict[str, Any], told: str
) -> None:
    usual = {"event": CALLED.id, "action": "accept", "by": "Ann", "why": "read it"}
    answer = post(hand_site, {**usual, **said})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]
    assert asked(hand_site, "/version")["version"] == 4


def test_to_read_and_to_correct_are_rights_apart(own_copy: Path) -> None:
    said = {"event": CALLED.id, "action": "accept", "by": "Ann", "why": "read it"}
    access = Access(read_token=READ, correct_token=CORRECT)
    with served(own_copy, access) as site:
        for headers, reading, correcting in (
            ({}, 401, 401),
            ({"authorization": f"Bearer {'x' * 16}"}, 401, 401),
            ({"authorization": f"Bearer {READ}"}, 200, 403),
            ({"authorization": f"Bearer {CORRECT}"}, 200, 201),
        ):
            read = site.get(f"{API}/events", headers=headers)
            written = post(site, said, headers=headers)
            assert (read.status_code, written.status_code) == (reading, correcting)
            for answer in (read, written):
                if answer.status_code > 400:
                    assert answer.headers["content-type"] == "application/problem+json"
                    assert answer.json()["status"] == answer.status_code
        assert "Bearer" in site.get(f"{API}/events").headers["www-authenticate"]


def test_a_user_whom_the_proxy_names_corrects_in_that_name(own_copy: Path) -> None:
    access = Access(user_header="X-User", correctors=frozenset(["ann"]))
    said = {"event": CALLED.id, "action": "accept", "by": "Eve", "why": "read it"}
    with served(own_copy, access) as site:
        assert post(site, said, headers={"x-user": "bob"}).status_code == 403
        made = post(site, said, headers={"x-user": "ann"})
        assert [item["by"] for item in made.json()["items"]] == ["ann"]
