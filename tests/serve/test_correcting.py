from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from served import Served, form_token, served

import detente
from detente.records import Verdict
from detente.serve import Access

pytestmark = pytest.mark.model


def warned(site: Served) -> tuple[str, str]:
    """The key of a report and the id of one of its events."""
    ledger = detente.Ledger(site.ledger)
    event = next(iter(ledger.events(text="warned France", dyad="FRA-RUS")))
    return str(ledger.report_key(event["id"])), str(event["id"])


def sent(client: httpx.Client, key: str, event: str, **fields: str) -> httpx.Response:
    """The answer to a form that was shown and filled in."""
    page = client.get(f"/reports/{key}?event={event}").text
    token = fields.pop("form_token", form_token(page))
    given = {"author": "Ann", "why": "read it", "form_token": token, **fields}
    return client.post(f"/reports/{key}/events/{event}", data=given)


@pytest.mark.parametrize(("verdict", "done"), [("accept", "accepted"), ("reject", "rejected")])
def test_an_event_is_accepted_or_rejected(own_site: Served, verdict: str, done: str) -> None:
    key, event = warned(own_site)
    with own_site.client() as client:
        answer = sent(client, key, event, verdict=verdict)
        assert answer.status_code == 303
        page = client.get(answer.headers["location"]).text
        assert f"The event is {done}." in page
        assert "<bdi>Ann</bdi>" in page
        assert 'name="author" required maxlength="100" value="Ann"' in page
    (point,) = detente.Ledger(own_site.ledger).corrections()
    assert (point.correction.verdict, point.correction.event) == (Verdict(verdict), event)
    assert (point.correction.author, point.correction.why) == ("Ann", "read it")


def test_a_rejected_event_is_gone_from_the_pair_and_comes_back(own_site: Served) -> None:
    key, event = warned(own_site)
    with own_site.client() as client:
        before = client.get("/relations/FRA-RUS").text
        assert event in before
        sent(client, key, event, verdict="reject")
        assert event not in client.get("/relations/FRA-RUS").text
        report = client.get(f"/reports/{key}").text
        assert '<li class="rejected">' in report
        assert f'event={event}#chosen" class="told' not in report
        sent(client, key, event, verdict="accept")
        assert event in client.get("/relations/FRA-RUS").text


def test_an_edit_keeps_only_what_was_changed(own_site: Served) -> None:
    key, event = warned(own_site)
    with own_site.client() as client:
        fields = {
            "category": "ACCUSE",
            "mode": "",
            "status": "actual",
            "date": "2024-04-02",
            "actor": "RUS/GOV:Sergei Shoigu",
        }
        assert sent(client, key, event, verdict="edit", **fields).status_code == 303
        page = client.get(f"/reports/{key}?event={event}").text
        assert 'value="2024-04-02"' in page
        assert "ACCUSE" in page
    points = detente.Ledger(own_site.ledger).corrections()
    changed = {point.correction.field: point.correction.value for point in points}
    assert changed["category"] == "ACCUSE"
    assert changed["date"] == "2024-04-02"
    assert "actor" not in changed
    assert "status" not in changed


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"verdict": "edit"}, "Nothing was changed"),
        ({"verdict": "perhaps"}, "Say accept, reject or edit"),
        ({"verdict": "accept", "why": " "}, "needs a name and a reason"),
        ({"verdict": "accept", "author": ""}, "needs a name and a reason"),
        ({"verdict": "edit", "actor": "ATLANTIS"}, "is no code of a state or body"),
        ({"verdict": "edit", "dead": "many"}, "is a number"),
        ({"verdict": "edit", "date": "2024-04-02", "enddate": "2024-04-01"}, "is before date"),
    ],
    ids=str,
)
def test_what_cannot_be_kept_is_told_and_can_be_mended(
    own_site: Served, fields: dict[str, str], told: str
) -> None:
    key, event = warned(own_site)
    with own_site.client() as client:
        answer = sent(client, key, event, **fields)
    assert answer.status_code == 400
    assert told in answer.text
    assert f'value="{fields.get("actor", "RUS/GOV:Sergei Shoigu")}"' in answer.text
    assert detente.Ledger(own_site.ledger).corrections() == []


def test_a_form_from_elsewhere_is_refused(own_site: Served) -> None:
    key, event = warned(own_site)
    path = f"/reports/{key}/events/{event}"
    fields = {"verdict": "accept", "author": "Ann", "why": "so"}
    with own_site.client() as client, own_site.client() as other:
        token = form_token(client.get("/try").text)
        assert client.post(path, data=fields).status_code == 403
        assert client.post(path, data={**fields, "form_token": "x"}).status_code == 403
        assert other.post(path, data={**fields, "form_token": token}).status_code == 403
        headers = {"sec-fetch-site": "cross-site"}
        answer = client.post(path, data={**fields, "form_token": token}, headers=headers)
        assert answer.status_code == 403
        assert client.get(path).status_code == 405
    assert detente.Ledger(own_site.ledger).corrections() == []


def test_cookies_go_to_nobody_else(own_site: Served) -> None:
    cookie = own_site.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_cookies_stay_within_tls_where_the_visitor_speaks_it(guarded: Served, copied: Path) -> None:
    outside = {"x-forwarded-proto": "https"}
    assert "Secure" not in guarded.get("/sign-in").headers["set-cookie"]
    with guarded.client() as client:
        page = client.get("/sign-in")
        fields = {"token": "r" * 16, "form_token": form_token(page.text)}
        signed_in = client.post("/sign-in", data=fields, headers=outside)
        assert "; Secure" in signed_in.headers["set-cookie"]
    shown = {**outside, "x-user": "ann"}
    with served(copied, Access(user_header="X-User", correctors=frozenset("*"))) as site:
        key, event = warned(site)
        page = site.get(f"/reports/{key}?event={event}", headers=shown)
        session = page.headers["set-cookie"]
        assert "; Secure" in session
        answer = httpx.post(
            f"{site.address}/reports/{key}/events/{event}",
            data={"verdict": "accept", "why": "so", "form_token": form_token(page.text)},
            headers={**shown, "cookie": session.partition(";")[0]},
        )
        assert "; Secure" in answer.headers["set-cookie"]


def test_of_two_names_of_a_user_none_is_believed(copied: Path) -> None:
    with served(copied, Access(user_header="X-User")) as site:
        twice = [("x-user", "ann"), ("x-user", "bob")]
        assert site.get("/parties", headers=twice[:1]).status_code == 200
        assert site.get("/parties", headers=twice).status_code == 403


def test_who_may_read_may_not_correct(guarded: Served) -> None:
    key, event = warned(guarded)
    with guarded.client() as client:
        assert client.get("/").headers["location"] == "/sign-in?to=%2F"
        page = client.get("/sign-in").text
        fields = {"token": "r" * 16, "to": "/try", "form_token": form_token(page)}
        wrong = client.post("/sign-in", data={**fields, "token": "wrong"})
        assert wrong.status_code == 401
        assert client.post("/sign-in", data=fields).headers["location"] == "/try"
        report = client.get(f"/reports/{key}?event={event}")
        assert report.status_code == 200
        assert "Accept" not in report.text
        token = form_token(report.text)
        assert sent(client, key, event, verdict="accept", form_token=token).status_code == 403
        out = client.post("/sign-out", data={"form_token": token})
        assert out.headers["location"] == "/sign-in"
        client.cookies.clear()
        assert client.get("/parties").status_code == 303


def test_who_has_the_token_for_correcting_may(guarded: Served) -> None:
    key, event = warned(guarded)
    headers = {"authorization": "Bearer " + "c" * 16}
    report = guarded.get(f"/reports/{key}?event={event}", headers=headers)
    assert "Accept" in report.text
    assert guarded.get("/api/v1/version").status_code == 401
    assert guarded.get("/api/v1/version").headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("to", ["//evil.example", "/\\evil.example", "https://evil.example", "x"])
def test_signing_in_leads_nowhere_else(guarded: Served, to: str) -> None:
    with guarded.client() as client:
        page = client.get("/sign-in", params={"to": to}).text
        assert 'name="to" value="/"' in page
        fields = {"token": "r" * 16, "to": to, "form_token": form_token(page)}
        assert client.post("/sign-in", data=fields).headers["location"] == "/"
