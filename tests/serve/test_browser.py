"""What people see and do, in a real browser."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from served import Served, served

import detente

pytestmark = [pytest.mark.browser, pytest.mark.model]

Opened = Callable[..., Page]
PAIR = "/relations/FRA-RUS?as_of=2025-07-10"
SIZES = {"phone": (375, 812), "laptop": (1280, 800), "wide": (1920, 1080)}
PAGES = {
    "start": "/",
    "search": "/search?q=France+Russia",
    "happenings": "/happenings?party=FRA",
    "parties": "/parties",
    "party": "/parties/FRA",
    "person": "/actors/emmanuel-macron",
    "pair": PAIR,
    "nothing between": "/relations/FRA-FJI",
    "data": "/data",
    "versions": "/data/versions",
    "codebook": "/data/codebook",
    "try": "/try",
}
# What is seen of it as charts are drawn.
_DRAWN = "figure.chart[data-drawn] svg"
_SERIOUS = ("serious", "critical")


def viewport(size: str) -> dict[str, Any]:
    width, height = SIZES[size]
    return {"viewport": {"width": width, "height": height}}


def report_of(site: Served, **wanted: Any) -> tuple[str, str]:
    ledger = detente.Ledger(site.ledger)
    event = str(next(iter(ledger.events(**wanted)))["id"])
    return f"/reports/{ledger.report_key(event)}", event


def faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{item['id']}: {node['html'][:120]}"
        for item in found
        if item["impact"] in _SERIOUS
        for node in item["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "size"), [("light", "laptop"), ("dark", "phone")])
def test_pages_have_no_serious_fault(site: Served, opened: Opened, scheme: str, size: str) -> None:
    page = opened(site.address, color_scheme=scheme, **viewport(size))
    found = {}
    for name, path in PAGES.items():
        page.goto(site.address + path)
        found[name] = faults(page)
    assert {name: listed for name, listed in found.items() if listed} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_and_a_happening_have_no_serious_fault(
    site: Served, opened: Opened, scheme: str
) -> None:
    path, event = report_of(site, text="warned France")
    page = opened(f"{site.address}{path}?event={event}", color_scheme=scheme)
    page.get_by_text("Edit", exact=True).click()
    assert faults(page) == []
    page.goto(site.address + path)
    assert faults(page) == []
    page.goto(f"{site.address}/happenings/{_happening(site)}")
    assert faults(page) == []


def _happening(site: Served) -> str:
    return str(next(iter(detente.Ledger(site.ledger).happenings(dyad="FRA-RUS")))["id"])


def test_on_a_phone_a_happening_shows_who_says_so_without_scrolling(
    site: Served, opened: Opened
) -> None:
    page = opened(f"{site.address}/happenings/{_happening(site)}", **viewport("phone"))
    for label in ("Day", "Who says so"):
        box = page.locator(f"td[data-label='{label}']").first.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= SIZES["phone"][0]


@pytest.mark.parametrize("size", SIZES)
def test_pages_fit_their_window(site: Served, opened: Opened, size: str) -> None:
    page = opened(site.address, **viewport(size))
    path, event = report_of(site, text="warned France")
    wide = {}
    for address in (*PAGES.values(), path, f"{path}?event={event}"):
        page.goto(site.address + address)
        wide[address] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert {address: pixels for address, pixels in wide.items() if pixels > 0} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn_under_the_policy_of_the_page(
    site: Served, opened: Opened, scheme: str
) -> None:
    page = opened(site.address + PAIR, color_scheme=scheme)
    expect(page.locator(_DRAWN)).to_have_count(2)
    page.goto(f"{site.address}/data")
    expect(page.locator(_DRAWN)).to_have_count(1)


def test_nothing_is_fetched_from_elsewhere(site: Served, opened: Opened) -> None:
    asked: list[str] = []
    page = opened(site.address)
    page.on("request", lambda request: asked.append(request.url))
    for path in (PAIR, "/data", "/try", *report_of(site, text="warned France")[:1]):
        page.goto(site.address + path)
        page.wait_for_load_state("networkidle")
    assert asked
    assert {url for url in asked if not url.startswith((site.address, "data:"))} == set()


def test_a_chart_that_cannot_be_drawn_says_so(site: Served, opened: Opened) -> None:
    page = opened(site.address)
    page.route("**/timeline.json*", lambda route: route.fulfill(status=204))
    page.goto(site.address + PAIR)
    expect(page.locator("#timeline")).to_contain_text("cannot be drawn now")
    expect(page.locator("#balance svg")).to_be_attached()


def test_marks_of_the_timeline_are_read_and_opened_by_keyboard(
    site: Served, opened: Opened
) -> None:
    page = opened(site.address + PAIR)
    expect(page.locator(_DRAWN).first).to_be_visible()
    chart = page.locator("#timeline")
    chart.focus()
    chart.press("End")
    told = page.locator("#timeline-words")
    expect(told).to_contain_text("2025-07-01")
    last = told.inner_text()
    chart.press("ArrowLeft")
    expect(told).not_to_have_text(last)
    chart.press("Home")
    expect(told).to_contain_text("1990-09")
    chart.press("Enter")
    page.wait_for_url("**/happenings/*")
    expect(page.locator("main")).to_contain_text("unity")


def test_a_mark_of_the_timeline_is_opened_by_a_click(site: Served, opened: Opened) -> None:
    page = opened(site.address + PAIR)
    expect(page.locator(_DRAWN).first).to_be_visible()
    mark = page.locator("#timeline .mark-symbol.role-mark path").first
    mark.hover(force=True)
    expect(page.locator("#timeline-words strong")).to_be_visible()
    mark.click(force=True)
    page.wait_for_url("**/happenings/*")


def test_pages_work_without_scripts(site: Served, opened: Opened) -> None:
    page = opened(site.address, java_script_enabled=False)
    for path in PAGES.values():
        page.goto(site.address + path)
        expect(page.locator("h1")).to_be_visible()
    page.goto(site.address + PAIR)
    for picture in page.locator("noscript img").all():
        picture.scroll_into_view_if_needed()
        assert picture.bounding_box()
    with page.expect_response("**/balance.svg*") as answer:
        page.reload()
        page.locator("noscript img").last.scroll_into_view_if_needed()
    assert answer.value.ok


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(
    site: Served, opened: Opened
) -> None:
    page = opened(site.address + PAIR)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("h1 a").first).to_be_focused()
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "2px"


def test_filtering_and_turning_pages_by_form(site: Served, opened: Opened) -> None:
    page = opened(site.address + PAIR)
    page.locator("#f-category").select_option("SANCTION")
    page.locator("#f-text").fill("expelled")
    page.locator(".filter").get_by_role("button", name="Show").click()
    page.wait_for_url("**category=SANCTION**")
    expect(page.locator("section:has(#timeline)")).to_contain_text("what the filter leaves")
    assert "as_of=2025-07-10" in page.url
    lines = page.locator("section:has(#happenings) .entry")
    wanted: dict[str, Any] = {
        "dyad": "FRA-RUS",
        "category": "SANCTION",
        "text": "expelled",
        "known": "2025-07-10",
    }
    assert lines.count() == detente.Ledger(site.ledger).happenings(**wanted).count() > 0
    expect(lines.first).to_contain_text("expelled")
    page.get_by_role("link", name="Show all").click()
    assert page.locator("section:has(#happenings) .entry").count() > 10


@pytest.mark.parametrize("scripts", [True, False])
def test_the_happenings_of_a_party_are_filtered_and_stay_its_own(
    site: Served, opened: Opened, *, scripts: bool
) -> None:
    page = opened(f"{site.address}/parties/FRA", java_script_enabled=scripts)
    page.get_by_role("link", name="All 53 happenings").click()
    page.get_by_label("Category").select_option("SANCTION")
    page.get_by_role("button", name="Show", exact=True).click()
    number = detente.Ledger(site.ledger).happenings(party="FRA", category="SANCTION").count()
    expect(page.locator("h1")).to_have_text(f"Happenings {number}")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    with download.value.path().open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == number
    page.get_by_role("link", name="Show all").click()
    expect(page.locator("h1")).to_have_text("Happenings 53")
    page.get_by_role("link", name="any", exact=True).click()
    assert "party" not in page.url


def test_a_search_leads_to_a_pair(site: Served, opened: Opened) -> None:
    page = opened(site.address)
    page.get_by_role("searchbox").fill("France Russia")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="France – Russia").click()
    expect(page.locator("h1")).to_have_text("France – Russia")


def test_events_are_gone_through_by_keyboard(site: Served, opened: Opened) -> None:
    path, _ = report_of(site, text="warned France")
    page = opened(site.address + path)
    number = page.locator(".list li").count()
    for place in range(number):
        page.keyboard.press("j")
        expect(page.locator(".list li").nth(place).locator("a")).to_have_attribute(
            "aria-current", "true"
        )
        expect(page.locator("#chosen")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".list li").nth(number - 2).locator("a")).to_have_attribute(
        "aria-current", "true"
    )
    assert page.locator(".text .r-act").count() > 0
    page.keyboard.press("Escape")
    expect(page.locator("#chosen")).to_have_count(0)
    page.go_back()
    expect(page.locator("#chosen")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_event_is_accepted_and_rejected_in_place(
    own_site: Served, opened: Opened, *, scripts: bool
) -> None:
    path, event = report_of(own_site, text="warned France")
    page = opened(f"{own_site.address}{path}?event={event}", java_script_enabled=scripts)
    page.get_by_label("Your name").fill("Ann")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("status")).to_have_text("The event is accepted.")
    expect(page.get_by_label("Your name")).to_have_value("Ann")
    page.get_by_label("Why").fill("not told so")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_have_text("The event is rejected.")
    expect(page.locator(".list .rejected")).to_have_count(1)
    said = detente.Ledger(own_site.ledger).corrections()
    assert [str(point.correction.verdict) for point in said] == ["accept", "reject"]
    assert said[1].correction.why == "not told so"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_event_is_edited_in_place(own_site: Served, opened: Opened, *, scripts: bool) -> None:
    path, event = report_of(own_site, text="warned France")
    page = opened(f"{own_site.address}{path}?event={event}", java_script_enabled=scripts)
    page.get_by_label("Your name").fill("Ann")
    page.get_by_text("Edit", exact=True).click()
    page.get_by_label("Actors").fill("ATLANTIS")
    page.get_by_role("button", name="Keep the changes").click()
    expect(page.get_by_role("alert")).to_contain_text("no code of a state")
    page.get_by_label("Actors").fill("RUS/MIL:Sergei Shoigu")
    page.get_by_label("Status").select_option("hypothetical")
    page.get_by_role("button", name="Keep the changes").click()
    expect(page.get_by_role("status")).to_have_text("The event is edited.")
    expect(page.locator("#chosen-head")).to_contain_text("hypothetical")
    changed = {
        item.correction.field: item.correction.value
        for item in detente.Ledger(own_site.ledger).corrections()
    }
    assert changed == {"actor": "RUS/MIL:Sergei Shoigu", "status": "hypothetical"}


def test_keys_accept_reject_and_edit(own_site: Served, opened: Opened) -> None:
    path, event = report_of(own_site, text="warned France")
    page = opened(f"{own_site.address}{path}?event={event}")
    page.get_by_label("Your name").fill("Ann")
    page.keyboard.press("r")
    expect(page.get_by_label("Your name")).to_have_value("Annr")
    page.get_by_label("Your name").fill("Ann")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_have_text("The event is accepted.")
    page.keyboard.press("r")
    expect(page.get_by_role("status")).to_have_text("The event is rejected.")
    page.keyboard.press("e")
    expect(page.get_by_label("Category")).to_be_focused()
    assert len(detente.Ledger(own_site.ledger).corrections()) == 2


def test_keys_pressed_in_haste_are_taken_one_after_the_other(
    own_site: Served, opened: Opened
) -> None:
    path, _ = report_of(own_site, text="warned France")
    page = opened(own_site.address + path)
    for key in "jjj":
        page.keyboard.press(key)
    expect(page.locator(".list li").nth(2).locator("a")).to_have_attribute("aria-current", "true")
    page.get_by_label("Your name").fill("Ann")
    page.keyboard.press("Escape")
    for key in "ajr":
        page.keyboard.press(key)
    expect(page.get_by_role("status")).to_have_text("The event is rejected.")
    tags = page.locator(".list li")
    expect(tags.nth(2)).to_contain_text("accepted")
    expect(tags.nth(3)).to_contain_text("rejected")
    assert len(detente.Ledger(own_site.ledger).corrections()) == 2


def test_a_text_is_tried(site: Served, opened: Opened) -> None:
    page = opened(f"{site.address}/try", java_script_enabled=False)
    page.get_by_label("Text of a report").fill("France expelled two Russian diplomats on Monday.")
    page.get_by_label("Day of publication").fill("2024-01-05")
    page.get_by_role("button", name="Code it").click()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".card")).to_contain_text("SANCTION expel")
    expect(page.locator(".text a")).to_have_text("expelled")
    expect(page.get_by_label("Text of a report")).to_have_value(
        "France expelled two Russian diplomats on Monday."
    )


def test_a_file_is_tried(site: Served, opened: Opened, tmp_path: Any) -> None:
    file = tmp_path / "two.jsonl"
    texts = ("France expelled two Russian diplomats.", "Iran attacked Israel.")
    records = [{"id": text[:4], "text": text, "date": "2024-01-05"} for text in texts]
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    page = opened(f"{site.address}/try")
    page.get_by_label("Or a file").set_input_files(file)
    page.get_by_role("button", name="Code it").click()
    expect(page.locator(".card")).to_have_count(2)
    expect(page.locator(".card").first).to_contain_text("SANCTION expel")
    expect(page.locator(".card").last).to_contain_text("ASSAULT")
    assert detente.Ledger(site.ledger).summary().articles == 40


def test_an_empty_ledger_says_what_to_do_next(tmp_path: Any, opened: Opened) -> None:
    with served(tmp_path / "none") as site:
        page = opened(site.address)
        expect(page.locator("h1")).to_have_text("This ledger is empty")
        expect(page.locator("main")).to_contain_text("detente add reports/ --ledger")
        assert faults(page) == []
        assert site.get("/relations/FRA-RUS").status_code == 404
        assert "This ledger is empty" in site.get("/data").text
        report = detente.Article("one", "France attacked Iran on Monday.", "2024-01-05")
        detente.Ledger(site.ledger).add([report])
        page.reload()
        expect(page.locator("h1")).to_have_text("What is new")


def test_whoever_has_a_token_signs_in(guarded: Served, opened: Opened) -> None:
    page = opened(f"{guarded.address}/parties/FRA")
    expect(page.locator("h1")).to_have_text("Sign in")
    assert faults(page) == []
    page.get_by_label("Token").fill("r" * 16)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("France")
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("h1")).to_have_text("Sign in")
