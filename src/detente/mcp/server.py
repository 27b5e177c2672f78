"""The server and its tools; every answer has the words it rests on, with report and offsets."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from detente.errors import DetenteError
from detente.ledger import Filter, Ledger, Order
from detente.ledger.conditions import BY_TOPIC
from detente.ledger.dyad.document import document_of
from detente.ledger.filter_words import FIELD_WORDS
from detente.ledger.plain import plain
from detente.ledger.records import run_record
from detente.ledger.topics import TOPICS
from detente.version import VERSION

_ABOUT = (
    "A ledger of what states, and the people who act for them, do and say to each other, coded from"
    " news reports. Parties are codes of three letters (FRA, RUS; UNO, EUR, IGO for bodies). A claim"
    " is no fact: see `assertion` and `attribution`. Quote the `text` of what you tell, and name the"
    " report. Begin with `summary`, or with `relation` for two parties."
)
_USUAL, _MOST = 20, 100
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)

_Version = Annotated[
    int | None, Field(description="Read the ledger as this version has it; null for the latest.")
]
_Limit = Annotated[int, Field(ge=1, le=_MOST, description="The most in the answer.")]
_Record = dict[str, Any]


def server_of(path: Path) -> MCPServer:
    """The server of a ledger.

    Args:
        path: folder of the ledger.

    Raises:
        LedgerError: no ledger can be at such a path.
    """
    server = MCPServer(
        "detente", title="detente", instructions=_ABOUT, version=VERSION, log_level="WARNING"
    )
    tools = Tools(Ledger(path))
    for topic, found in TOPICS.items():
        server.tool(topic, description=f"List: {found.table.meaning}.", annotations=_READS)(
            _listed(tools, topic)
        )
    for tool in (tools.relation, tools.report, tools.event, tools.summary, tools.versions):
        server.tool(annotations=_READS)(_told(tool))
    return server


class Tools:
    """The questions of a ledger as tools.

    Args:
        ledger: the ledger.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def listed(self, topic: str, version: int | None, **wanted: Any) -> _Record:
        """A list of one of the topics."""
        ledger = self._at(version)
        given = {name: value for name, value in wanted.items() if value is not None}
        items = list(ledger.ask(topic, Filter.of(**given)))
        return {"version": ledger.version, "items": items}

    def relation(
        self,
        first: Annotated[str, Field(description="A party: FRA, France or French.")],
        second: Annotated[str, Field(description="Another.")],
        as_of: Annotated[
            date | None, Field(description="Only what was published by this day.")
        ] = None,
        limit: _Limit = 10,
        version: _Version = None,
    ) -> _Record:
        """The relation of two parties: last contacts, silence, openness, disruptions, claims, balance."""
        return document_of(self._at(version).show(first, second, as_of, limit))

    def report(
        self,
        key: Annotated[str, Field(description="`article` of an event or telling.")],
        version: _Version = None,
    ) -> _Record:
        """A report: its text, and the events coded from it with their offsets in the text."""
        found = self._at(version).report(key)
        if found is None:
            raise ToolError(f"there is no report {key!r}")
        article = found.article
        return {
            "key": key,
            "id": article.id,
            "title": article.title,
            "publication": article.publication,
            "published": plain(article.published),
            "text": article.text,
            "events": [
                {"event": item.event.to_dict(), "mark": item.mark, "happening": item.happening}
                for item in found.events
            ],
        }

    def event(
        self,
        event: Annotated[str, Field(description="Its id, or at least eight characters of it.")],
        version: _Version = None,
    ) -> _Record:
        """An event as corrected, as coded, and what analysts said of it."""
        ledger = self._at(version)
        key = ledger.report_key(event)
        report = ledger.report(key) if key else None
        for item in report.events if report else ():
            if item.coded.id.startswith(event):
                said = [point.correction.why for point in item.corrections]
                coded = item.coded.to_dict()
                return {"article": key, "event": item.event.to_dict(), "coded": coded, "why": said}
        raise ToolError(f"there is no event {event!r}, or several")

    def summary(self, version: _Version = None) -> _Record:
        """The ledger in some figures: reports, events, span of days, outlets, coder."""
        return self._at(version).summary().to_dict()

    def versions(self) -> _Record:
        """Every version of the ledger: when it was made, by what, what it added."""
        return {"items": [run_record(run) for run in self._ledger.history()]}

    def _at(self, version: int | None) -> Ledger:
        return self._ledger if version is None else self._ledger.at(version=version)


def _listed(tools: Tools, topic: str) -> Callable[..., _Record]:
    """A tool that takes the fields of a topic's filter."""

    def listed(**given: Any) -> _Record:
        return tools.listed(topic, **given)

    parameters = [_parameter(name) for name in BY_TOPIC[topic]]
    parameters += [
        _keyword(
            "order", Annotated[Order, Field(description="By the day of the act.")], Order.NEWEST
        ),
        _keyword("limit", _Limit, _USUAL),
        _keyword("offset", Annotated[int, Field(ge=0, description="How many to pass over.")], 0),
        _keyword("version", _Version, None),
    ]
    return _signed(_told(listed), parameters)


def _parameter(name: str) -> inspect.Parameter:
    words = FIELD_WORDS[name]
    several = str | None if words.is_day else list[str] | None
    field = Field(description=words.told, examples=[words.example])
    return _keyword(name, Annotated[several, field], None)


def _keyword(name: str, kind: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _signed(
    function: Callable[..., _Record], parameters: list[inspect.Parameter]
) -> Callable[..., _Record]:
    function.__signature__ = inspect.Signature(parameters, return_annotation=_Record)  # type: ignore[attr-defined]
    function.__annotations__ = {item.name: item.annotation for item in parameters}
    return function


def _told(tool: Callable[..., _Record]) -> Callable[..., _Record]:
    """A tool whose faults are told to the caller in a line."""

    def told(*given: Any, **named: Any) -> _Record:
        try:
            return tool(*given, **named)
        except DetenteError as fault:
            raise ToolError(str(fault)) from fault

    told.__name__, told.__doc__ = tool.__name__, tool.__doc__
    return _signed(told, list(inspect.signature(tool, eval_str=True).parameters.values()))
