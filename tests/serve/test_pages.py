from __future__ import annotations

import html
import io
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from served import Served

import detente
from detente.ledger import Filter
from detente.records import Level

PAIR = "/relations/FRA-RUS"
PAGES = (
    "/",
    "/search?q=France+Russia",
    "/happenings",
    "/parties",
    "/parties/FRA",
    "/actors/emmanuel-macron",
    f"{PAIR}?as_of=2025-07-10",
    "/data",
    "/data/versions",
    "/data/rejects",
    "/data/corrections",
    "/data/codebook",
    "/try",
)
_LARGEST = 500_000


def event_of(site: Served, **wanted: Any) -> str:
    return str(next(iter(detente.Ledger(site.ledger).events(**wanted)))["id"])


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_there_small_and_guarded(site: Served, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 200
    assert len(answer.content) < _LARGEST
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert " style=" not in answer.text
    assert " on" + "click" not in answer.text
    assert "http://" not in answer.text.replace(site.address, "")


@pytest.mark.model
def test_a_pair_is_asked_for_by_any_name_and_shown_at_one_address(site: Served) -> None:
    answer = site.get("/relations/russia-french?status=actual")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{PAIR}?status=actual"
    assert site.get("/relations/FRA-Ruritania").status_code == 404
    assert "did you mean" in site.get("/relations/FRA-Rusia").text


@pytest.mark.model
def test_a_pair_shows_what_the_ledger_answers(site: Served) -> None:
    ledger = detente.Ledger(site.ledger)
    page = site.get(PAIR).text
    number = ledger.happenings(dyad="FRA-RUS").count()
    assert f'All happenings <span class="quiet">{number}</span>' in page
    last = ledger.show("FRA", "RUS").contacts.last
    assert last is not None
    assert f"/happenings/{last.happening}" in page
    assert page.count("/reports/") == 0
    assert page.count("/events/") >= number


@pytest.mark.model
def test_as_of_a_day_nothing_later_is_told(site: Served) -> None:
    page = site.get(f"{PAIR}?as_of=2022-05-01").text
    assert "2022-04-05" in page
    for later in ("2022-05-18", "2024-04-04", "2025-07-01"):
        assert later not in page


@pytest.mark.model
@pytest.mark.parametrize(
    "query",
    [
        "",
        "status=negated",
        "category=CONSULT&level=heads",
        "since=2022&until=2022-06",
        "text=expel",
        "text=Macron Putin&order=oldest",
        "level=all contacts",
        "source=bulletin&mode=expel",
    ],
)
def test_what_is_shown_is_what_is_taken_away(site: Served, query: str) -> None:
    wanted: dict[str, Any] = dict(part.split("=") for part in query.split("&") if part)
    wanted["text"] = wanted.get("text", "").split()
    if wanted.get("level") == "all contacts":
        wanted["level"] = [str(level) for level in Level]
    ledger = detente.Ledger(site.ledger)
    asked = Filter.of(**{"dyad": "FRA-RUS", "order": "newest", **wanted})
    expected = list(ledger.ask("happenings", asked))
    assert expected
    ids = [record["id"] for record in expected]
    lines = site.get(f"{PAIR}/happenings.jsonl?{query}").text.splitlines()
    assert [json.loads(line) for line in lines] == expected
    table = pl.read_csv(io.StringIO(site.get(f"{PAIR}/happenings.csv?{query}").text))
    assert [str(value) for value in table["id"]] == ids
    parquet = site.get(f"{PAIR}/happenings.parquet?{query}")
    assert pl.read_parquet(io.BytesIO(parquet.content))["id"].to_list() == ids
    assert parquet.headers["content-disposition"] == 'attachment; filename="happenings.parquet"'
    page = site.get(f"{PAIR}?{query}").text
    listed = page.split('id="happenings"')[1]
    assert all(f"/happenings/{name}" in listed for name in ids[:25])
    assert f'<span class="quiet">{len(ids)}</span>' in page


@pytest.mark.model
def test_what_is_taken_away_leaves_no_file_behind(
    site: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert site.get(f"{PAIR}/happenings.parquet").content.startswith(b"PAR1")
    deadline = time.monotonic() + 10
    while list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.model
def test_a_day_of_the_calendar_leads_to_its_contacts_as_known_then(site: Served) -> None:
    page = site.get(f"{PAIR}?as_of=2022-05-01").text
    address = html.unescape(page.split('class="met"><a href="')[1].split('"')[0])
    assert address.endswith("&level=all+contacts#happenings")
    assert "as_of=2022-05-01" in address
    day = address.split("since=")[1].split("&")[0]
    listed = site.get(address).text.split('id="happenings"')[1]
    records = detente.Ledger(site.ledger).contacts(dyad="FRA-RUS", since=day, until=day)
    assert all(f"/happenings/{record['id']}" in listed for record in records)
    assert f'<span class="quiet">{records.count()}</span>' in listed


@pytest.mark.model
def test_pages_of_a_list_hold_every_happening_once(site: Served) -> None:
    number = detente.Ledger(site.ledger).happenings(party="RUS").count()
    found: list[str] = []
    for page in range(1, number // 25 + 2):
        text = site.get(f"/happenings?party=RUS&page={page}").text
        found += [
            part.split('"')[0] for part in text.split('<div class="when"><a href="/happenings/')[1:]
        ]
    assert len(found) == len(set(found)) == number


@pytest.mark.model
@pytest.mark.parametrize(
    "path",
    [
        f"{PAIR}?as_of=yesterday",
        f"{PAIR}?page=0",
        f"{PAIR}?page=x",
        f"{PAIR}?status=perhaps",
        f"{PAIR}?since=2024&until=2023",
        "/happenings?category=NOTHING",
        "/happenings?party=Atlantis",
        "/happenings?page=²",
    ],
)
def test_what_cannot_be_asked_is_told(site: Served, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 400
    assert 'class="lead"' in answer.text


@pytest.mark.model
@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/happenings/nothing",
        "/reports/nothing",
        "/events/nothing",
        "/events/",
        "/actors/nobody-at-all",
        "/parties/Atlantis",
        "/happenings.exe",
        f"{PAIR}/timeline.png",
        f"{PAIR}/nothing",
        "/static/0/nothing.css",
    ],
)
def test_what_is_not_there_is_not_found(site: Served, path: str) -> None:
    assert site.get(path).status_code == 404


@pytest.mark.model
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nothing", "There is no such page."),
        ("/happenings/nothing", "There is no such happening now: a new report"),
        ("/actors/nobody-at-all", "Nobody of this name is known."),
        ("/relations/FRA-Rusia", "did you mean"),
        ("/happenings?category=LOVE", "There is no category &#39;LOVE&#39;"),
    ],
)
def test_what_went_wrong_is_a_sentence(site: Served, path: str, told: str) -> None:
    lead = site.get(path).text.split('class="lead">')[1].split("</p>")[0]
    assert told in lead
    assert lead[-1] in ".?"
    assert lead[-2] not in ".?"


@pytest.mark.model
@pytest.mark.parametrize("name", ["timeline", "balance"])
def test_charts_come_for_scripts_and_as_pictures(site: Served, name: str) -> None:
    light = site.get(f"{PAIR}/{name}.json").json()
    dark = site.get(f"{PAIR}/{name}.json?theme=dark").json()
    assert light["$schema"].startswith("https://vega.github.io/schema/vega-lite/")
    assert light["config"]["axis"]["labelColor"] != dark["config"]["axis"]["labelColor"]
    picture = site.get(f"{PAIR}/{name}.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert picture.headers["content-security-policy"].startswith("default-src 'none'")
    assert picture.text.startswith("<svg")


@pytest.mark.model
def test_a_pair_leads_to_its_feeds(site: Served) -> None:
    head = site.get(PAIR).text.split("</head>")[0]
    addresses = [part.split('href="')[1].split('"')[0] for part in head.split("atom+xml")[1:]]
    assert len(addresses) == 2
    assert all(site.get(address).content.startswith(b"<?xml") for address in addresses)


@pytest.mark.model
def test_every_happening_is_a_mark_of_the_timeline(site: Served) -> None:
    chart = site.get(f"{PAIR}/timeline.json?category=ACCUSE").json()
    marks = {mark["id"] for mark in chart["datasets"]["happenings"]}
    records = detente.Ledger(site.ledger).happenings(dyad="FRA-RUS", category="ACCUSE")
    assert marks == {record["id"] for record in records}
    assert marks


@pytest.mark.model
def test_files_are_kept_by_their_content(site: Served) -> None:
    page = site.get("/").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = site.get(address)
    assert "immutable" in answer.headers["cache-control"]
    other = site.get(address.replace(address.split("/")[2], "0"))
    assert other.content == answer.content
    assert "immutable" not in other.headers["cache-control"]


@pytest.mark.model
def test_a_search_tells_parties_pairs_people_places_and_words(site: Served) -> None:
    page = site.get("/search?q=France+Russia").text
    assert '/relations/FRA-RUS"' in page
    assert "/actors/emmanuel-macron" in site.get("/search?q=macron").text
    assert "/happenings?place=Vienna" in site.get("/search?q=vienna").text
    assert "Black Sea" in site.get("/search?q=grain").text
    assert "No happening is told" in site.get("/search?q=zzzz").text
    assert site.get("/search?q=").headers["location"] == "/"


@pytest.mark.model
def test_a_search_for_some_words_finds_what_has_all_of_them(site: Served) -> None:
    page = site.get("/search?q=Putin+Macron").text
    assert "/actors/emmanuel-macron" in page
    assert "/actors/vladimir-putin" in page
    assert "Presidents Emmanuel Macron and Vladimir Putin last spoke" in page
    assert "No happening is told" in site.get('/search?q="Putin+Macron"').text


@pytest.mark.model
@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/parties/FRA", {"party": "FRA"}),
        ("/actors/emmanuel-macron", {"identity": "emmanuel-macron"}),
    ],
)
def test_a_party_and_a_person_show_their_contacts(
    site: Served, path: str, wanted: dict[str, str]
) -> None:
    section = site.get(path).text.split('id="contacts-head"')[1].split("</section>")[0]
    contacts = detente.Ledger(site.ledger).contacts(**wanted)  # type: ignore[arg-type]
    ids = {record["id"] for record in contacts}
    shown = {part.split('"')[0] for part in section.split('"when"><a href="/happenings/')[1:]}
    assert len(shown) == min(len(ids), 5)
    assert shown <= ids
    more = html.unescape(section.rpartition('<p><a href="')[2].split('"')[0])
    assert f'Happenings <span class="quiet">{len(ids)}</span>' in site.get(more).text


@pytest.mark.model
def test_a_person_shows_claims_by_and_about_them(site: Served) -> None:
    page = site.get("/actors/vladimir-putin").text
    about = page.split('id="about-head"')[1]
    assert "blamed the West" in about
    assert "/actors/vladimir-putin" not in about


@pytest.mark.model
def test_an_event_leads_to_its_report_lit_up_and_explained(site: Served) -> None:
    event = event_of(site, text="warned", dyad="FRA-RUS")
    answer = site.get(f"/events/{event}")
    assert answer.status_code == 303
    page = site.get(answer.headers["location"]).text
    assert 'r-act r-sentence" aria-current="true">warned</a>' in page
    assert 'title="actor">He</mark>' in page
    assert "threaten.warn" in page
    assert "nearest person that fits" in page


@pytest.mark.model
def test_a_happening_shows_its_reports_and_who_says_so(site: Served) -> None:
    ledger = detente.Ledger(site.ledger)
    told = next(record for record in ledger.happenings() if len(record["events"]) == 1)
    page = site.get(f"/happenings/{told['id']}").text
    assert f"/events/{told['events'][0]}" in page
    assert all(f"/relations/{pair}" in page for pair in told["dyads"])


@pytest.mark.model
@pytest.mark.parametrize("sort", ["name", "reports", "events", "last", "nonsense"])
def test_tables_are_sorted_by_links(site: Served, sort: str) -> None:
    page = site.get(f"/data?sort={sort}").text
    names = [part.split("<")[0] for part in page.split("<bdi>Detente Sample ")[1:]]
    assert len(names) == 7
    if sort == "name":
        assert names == sorted(names)
    assert page.count("aria-sort") == 1
