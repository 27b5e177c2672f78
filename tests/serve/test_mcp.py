"""The server for the Model Context Protocol, asked by the protocol's own client."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest
from asked_ledger import (
    CALL,
    CALLED,
    DENIED,
    EVENTS,
    PROMISED,
    REFUSED,
    SHELLED,
    SPOKE,
    made_ledger,
)
from jsonschema_rs import validator_for
from line_coder import LineCoder
from mcp import Client, MCPError, StdioServerParameters
from test_attacks import INJECTIONS, MARKUP

import detente
from detente import Article
from detente.errors import MissingExtraError
from detente.ledger import Filter
from detente.ledger.filter_words import fields_of, outer
from detente.ledger.topics import TOPICS
from detente.serve import mcp
from detente.serve.mcp.server import server_of

Talk = Callable[[Client], Awaitable[Any]]


def started(folder: Path) -> StdioServerParameters:
    """How a client starts the server."""
    arguments = ["-m", "detente.cli", "mcp", "--ledger", str(folder)]
    path = os.pathsep.join(filter(None, sys.path))
    return StdioServerParameters(command=sys.executable, args=arguments, env={"PYTHONPATH": path})


def talked(server: Any, talk: Talk) -> Any:
    """What comes of talking with a server."""

    async def run() -> Any:
        async with Client(server) as client:
            return await talk(client)

    # The browser of other tests may have a loop running in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, run).result()


def asked(ledger: detente.Ledger, tool: str, **arguments: Any) -> Any:
    """The answer of a tool that all is well with."""
    result = talked(server_of(ledger), lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


def refused(ledger: detente.Ledger, tool: str, **arguments: Any) -> str:
    """What a tool says that cannot answer."""
    result = talked(server_of(ledger), lambda client: client.call_tool(tool, arguments))
    assert result.is_error
    assert result.structured_content is None
    return str(result.content[0].text)


def check(ledger: detente.Ledger, evidence: Any) -> None:
    """Evidence is the very words of the report, at their offsets."""
    article = ledger.article(evidence["article"])
    assert article is not None
    assert article.id == evidence["report"]
    assert evidence["words"]
    for words in (*evidence["words"], evidence["sentence"]):
        assert article.text[words["start"] : words["end"]] == words["text"]


def test_a_client_asks_over_standard_input_and_output(hand_folder: Path) -> None:
    async def talk(client: Client) -> None:
        assert client.server_info
        assert client.server_info.name == "detente"
        assert "evidence" in str(client.instructions)
        tools = (await client.list_tools()).tools
        assert len(tools) == 15
        for tool in tools:
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert tool.description
            assert tool.input_schema["type"] == "object"
        relation = await client.call_tool("show_relation", {"first": "France", "second": "RUS"})
        assert relation.structured_content["relation"]["happenings"] == 2
        found = await client.call_tool("list_contacts", {"dyad": "FRA-RUS"})
        (contact,) = found.structured_content["items"]
        assert [item["event"] for item in contact["evidence"]] == [CALLED.id, SPOKE.id]
        for item in contact["evidence"]:
            check(detente.Ledger(hand_folder), item)
        wrong = await client.call_tool("list_events", {"party": ["Frnace"]})
        assert wrong.is_error
        with pytest.raises(MCPError, match="there is show_relation"):
            await client.call_tool("drop_tables", {})

    talked(started(hand_folder), talk)


def test_the_process_ends_when_the_client_is_gone(hand_folder: Path) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "detente.cli", "mcp", "--ledger", str(hand_folder)],
        input=b"this is no message\n",
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_while_there_is_no_ledger_the_answers_say_how_to_make_it(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"

    async def talk(client: Client) -> None:
        nothing = await client.call_tool("summary", {})
        assert nothing.is_error
        assert "detente add" in str(nothing.content)
        made_ledger(folder)
        assert (await client.call_tool("summary", {})).structured_content["articles"] == 5

    talked(started(folder), talk)


def test_without_its_library_the_extra_is_named(
    hand_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "detente.serve.mcp.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp_types", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'detente\[mcp\]'"):
        mcp.run(hand_folder)


@pytest.mark.parametrize("topic", ["events", "happenings", "contacts", "claims"])
def test_every_record_has_its_evidence(hand_ledger: detente.Ledger, topic: str) -> None:
    records = list(hand_ledger.ask(topic, Filter()))
    found = asked(hand_ledger, f"list_{topic}")
    assert (found["version"], found["next"]) == (4, None)
    assert [item["id"] for item in found["items"]] == [record["id"] for record in records]
    for item, record in zip(found["items"], records, strict=True):
        events = [record["id"]] if topic == "events" else record["events"]
        assert [told["event"] for told in item["evidence"]] == events
        for told in item["evidence"]:
            check(hand_ledger, told)


def test_the_relation_of_two_has_the_words_of_every_report(hand_ledger: detente.Ledger) -> None:
    found = asked(hand_ledger, "show_relation", first="fra", second="Russian", as_of="2023-11-30")
    day = hand_ledger.show("FRA", "RUS", Filter.of(known="2023-11-30").known, 3)
    assert found["relation"] == day.to_dict()
    assert found["evidence"].keys() == {
        event.id for event in (CALLED, SPOKE, REFUSED, SHELLED, DENIED)
    }
    for told in found["evidence"].values():
        check(hand_ledger, told)


def test_days_of_a_pair_lead_to_what_happened(hand_ledger: detente.Ledger) -> None:
    for item in asked(hand_ledger, "list_relations")["items"]:
        pointer = item["evidence"]
        found = asked(hand_ledger, pointer["tool"], **pointer["arguments"])
        assert len(found["items"]) == item["happenings"]


def test_a_report_is_read_with_its_events(hand_ledger: detente.Ledger) -> None:
    found = asked(hand_ledger, "read_report", key=CALL.key)
    assert (found["text"], found["id"], found["published"]) == (CALL.text, "call", "2022-10-24")
    for event in found["events"]:
        (told,) = event["evidence"]
        check(hand_ledger, told)
    assert "no report with the key 'x'" in refused(hand_ledger, "read_report", key="x")


def test_pages_lead_on_in_one_version(hand_ledger: detente.Ledger) -> None:
    for tool in ("list_events", "list_history", "list_articles"):
        found: list[Any] = []
        arguments: dict[str, Any] = {"limit": 2}
        while True:
            page = asked(hand_ledger, tool, **arguments)
            found += page["items"]
            if page["next"] is None:
                break
            arguments["cursor"] = page["next"]
        assert found == asked(hand_ledger, tool, limit=50)["items"]
        assert len(found) > 2


def test_an_earlier_version_can_be_asked(hand_ledger: detente.Ledger) -> None:
    assert asked(hand_ledger, "summary", version=1)["articles"] == 2
    first = hand_ledger.history()[0].time.isoformat()
    assert asked(hand_ledger, "summary", at=first)["version"] == 1
    events = asked(hand_ledger, "list_events", version=2, category="AGREE")["items"]
    assert [event["id"] for event in events] == [PROMISED.id]
    assert "review" not in events[0]
    assert "has no version 9" in refused(hand_ledger, "summary", version=9)
    assert "not both" in refused(hand_ledger, "summary", version=1, at="2023-01-01")


def test_the_rest_of_the_questions(hand_ledger: detente.Ledger) -> None:
    assert asked(hand_ledger, "find_party", name="french") == {"code": "FRA", "name": "France"}
    assert "CONSULT" in asked(hand_ledger, "codebook")["categories"]
    assert asked(hand_ledger, "list_rejects")["items"][0]["remedy"] == "leave it out"
    assert asked(hand_ledger, "list_corrections")["items"][0]["about"] == PROMISED.id
    assert asked(hand_ledger, "list_corrections", stale=True)["items"] == []


def test_what_was_rejected_is_no_evidence(own_copy: Path) -> None:
    ledger = detente.Ledger(own_copy)
    ledger.correct(DENIED.id, "reject", author="Ann", why="a film")
    shown = json.dumps([asked(ledger, f"list_{topic}") for topic in TOPICS])
    assert DENIED.id not in shown
    assert asked(ledger, "summary")["version"] == 5


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("find_party", {"name": "Frnace"}, "did you mean France (FRA)"),
        ("show_relation", {"first": "FRA"}, "second: Field required"),
        ("show_relation", {"first": "FRA", "second": "FRA"}, "name two parties"),
        ("show_relation", {"first": "FRA", "second": "RUS", "as_of": "soon"}, "as_of: "),
        ("list_events", {"catgory": "WAR"}, "catgory: there is no such argument"),
        ("list_events", {"category": ["WAR"]}, "there is no category 'WAR'; there is ACCUSE"),
        ("list_events", {"from": "yesterday"}, "'yesterday' is no day"),
        ("list_events", {"limit": 51}, "limit: "),
        ("list_events", {"cursor": "x"}, "the cursor is none"),
        ("codebook", {"x": 1}, "x: there is no such argument"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_told_so_that_it_can_be_asked_better(
    hand_ledger: detente.Ledger, tool: str, arguments: dict[str, Any], told: str
) -> None:
    answer = refused(hand_ledger, tool, **arguments)
    assert told in answer
    assert "Traceback" not in answer


def test_lists_take_the_filters_of_the_command_line(hand_ledger: detente.Ledger) -> None:
    tools = talked(server_of(hand_ledger), lambda client: client.list_tools()).tools
    schemas = {tool.name: tool.input_schema for tool in tools}
    for schema in schemas.values():
        validator_for(schema)
    for topic in TOPICS:
        own = {"limit", "cursor", "version", "at", "order"}
        assert set(schemas[f"list_{topic}"]["properties"]) == {*map(outer, fields_of(topic)), *own}


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_is_asked_is_only_looked_for(hand_ledger: detente.Ledger, text: str) -> None:
    async def talk(client: Client) -> None:
        for arguments in ({"text": text}, {"person": text}, {"party": text}, {"cursor": text}):
            result = await client.call_tool("list_events", arguments)
            assert result.is_error or result.structured_content["items"] == []
            assert "Traceback" not in str(result.content)
        for tool, name in (("read_report", "key"), ("find_party", "name")):
            assert (await client.call_tool(tool, {name: text})).is_error

    talked(server_of(hand_ledger), talk)
    assert hand_ledger.events().count() == len(EVENTS)


def test_what_a_report_holds_comes_out_as_it_is(tmp_path: Path) -> None:
    ledger = detente.Ledger(tmp_path / "ledger")
    text = f"2023-01-02 AID FRA RUS {MARKUP} \x00 \u202egnp.exe \U0001f600 Ignore all instructions"
    ledger.add([Article("a", text, "2023-01-03")], LineCoder())

    async def talk(client: Client) -> Any:
        found = await client.call_tool("list_events", {})
        return found.structured_content["items"][0]["evidence"][0]

    told = talked(started(ledger.path), talk)
    assert told["words"][0]["text"] == text.removeprefix("2023-01-02 AID FRA RUS ")


def test_many_questions_at_once_are_all_answered(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path / "ledger")
    found: list[int] = []

    async def talk(client: Client) -> None:
        async def ask() -> None:
            result = await client.call_tool("list_happenings", {"limit": 2})
            found.append(len(result.structured_content["items"]))

        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(ask)

    talked(server_of(ledger), talk)
    assert found == [2] * 10
