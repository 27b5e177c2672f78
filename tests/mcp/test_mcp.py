"""``detente mcp``, asked by the protocol's own client over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from mcp.client.stdio import stdio_client

import detente
from mcp import Client, StdioServerParameters

pytestmark = pytest.mark.model
_REPORTS = Path(__file__).parents[2] / "examples" / "reports"
_QUESTIONS = {"events", "happenings", "contacts", "claims", "relations"}
_TOOLS = _QUESTIONS | {"relation", "report", "event", "summary", "versions"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of two reports on one pair."""
    path = tmp_path_factory.mktemp("mcp") / "ledger"
    reports = detente.read(*sorted(_REPORTS.glob("*macron-putin*.json")))
    detente.Ledger(path).add(reports)
    return path


def _asked(folder: Path, ask: Callable[[Client], Awaitable[Any]]) -> Any:
    command = ["-m", "detente.cli", "mcp", "--ledger", str(folder)]
    server = StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ))

    async def run() -> Any:
        async with Client(stdio_client(server)) as client:
            return await ask(client)

    # The browser of other tests may have a loop running in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(run())).result()


def _answer(folder: Path, tool: str, **wanted: Any) -> Any:
    async def ask(client: Client) -> Any:
        return await client.call_tool(tool, wanted)

    return _asked(folder, ask)


def test_the_tools_say_what_they_answer(folder: Path) -> None:
    async def ask(client: Client) -> Any:
        return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in _asked(folder, ask)}
    assert set(tools) == _TOOLS
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools.values())
    fields = tools["contacts"].input_schema["properties"]
    assert fields["dyad"]["description"].startswith("Two codes")


def test_each_answer_has_its_evidence(folder: Path) -> None:
    found = _answer(folder, "events", dyad=["FRA-RUS"], category=["CONSULT"], limit=1)
    (event,) = found.structured_content["items"]
    key = _answer(folder, "event", event=event["id"]).structured_content["article"]
    report = _answer(folder, "report", key=key).structured_content
    info = event["text_info"]
    assert report["text"][info["start"] : info["end"]] == event["text"]
    assert event["cite_info"]["id"] == report["id"]


def test_a_relation_is_what_the_library_shows(folder: Path) -> None:
    found = _answer(folder, "relation", first="France", second="RUS").structured_content
    view = detente.Ledger(folder).show("FRA", "RUS")
    assert found["happenings"] == view.happenings
    assert found["last_contact"]["reports"]


@pytest.mark.parametrize(
    ("tool", "wanted", "told"),
    [
        ("relation", {"first": "FRA", "second": "Atlantis"}, "no such party"),
        ("events", {"category": ["LOVE"]}, "LOVE"),
        ("events", {"version": 99}, "99"),
        ("report", {"key": "../../etc/passwd"}, "no report"),
        ("event", {"event": "x"}, "no event"),
        ("events", {"limit": 1000}, "limit"),
    ],
)
def test_what_cannot_be_answered_is_told(
    folder: Path, tool: str, wanted: dict[str, Any], told: str
) -> None:
    found = _answer(folder, tool, **wanted)
    assert found.is_error
    assert told in found.content[0].text
    assert "Traceback" not in found.content[0].text


def test_an_empty_place_is_told(tmp_path: Path) -> None:
    found = _answer(tmp_path / "none", "summary")
    assert found.is_error
    assert "detente add" in found.content[0].text
