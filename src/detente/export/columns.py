"""The columns of the CSV output: one flat row an event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from detente.records import Event, Party

SEPARATOR = ";"
_Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the CSV output.

    Args:
        name: its header.
        meaning: what it holds, for the documentation.
        value: reads it from an event; None is written as an empty cell.
    """

    name: str
    meaning: str
    value: Callable[[Event], _Cell]


def joined(values: Iterable[str | None]) -> str:
    """Several values in one cell; a separator inside a value becomes a comma."""
    return SEPARATOR.join((value or "").replace(SEPARATOR, ",") for value in values)


def _offsets(parties: Iterable[Party]) -> str:
    return joined(f"{party.start}-{party.end}" for party in parties)


def _parties(
    name: str, who: str, parties: Callable[[Event], tuple[Party, ...]]
) -> tuple[Column, ...]:
    def cell(value: Callable[[Party], str | None]) -> Callable[[Event], str]:
        return lambda event: joined(value(party) for party in parties(event))

    return (
        Column(f"{name}_code", f"codes of {who}", cell(lambda party: party.code)),
        Column(f"{name}_sector", "their sectors", cell(lambda party: party.sector)),
        Column(f"{name}_name", "their fullest names", cell(lambda party: party.identifier_text)),
        Column(f"{name}_text", "the words of the text", cell(lambda party: party.entity_text)),
        Column(f"{name}_office", "offices held on the day", cell(lambda party: party.office)),
        Column(
            f"{name}_span",
            "characters of the words, start-end",
            lambda event: _offsets(parties(event)),
        ),
    )


def _attribution(name: str, meaning: str, value: Callable[[Party], str | None]) -> Column:
    return Column(
        f"attribution_{name}",
        meaning,
        lambda event: joined(
            value(link.party) if link.party else None for link in event.attribution
        ),
    )


COLUMNS: tuple[Column, ...] = (
    Column("id", "digest of the event, the same on every run", lambda event: event.id),
    Column("article", "id of the report", lambda event: event.citation.id),
    Column(
        "published",
        "day of publication",
        lambda event: event.citation.published.isoformat() if event.citation.published else None,
    ),
    Column(
        "date",
        "first possible day",
        lambda event: event.when.first.isoformat() if event.when else None,
    ),
    Column(
        "enddate",
        "last possible day",
        lambda event: event.when.last.isoformat() if event.when else None,
    ),
    Column(
        "date_basis",
        "text, or published where the text gives no day",
        lambda event: str(event.when.basis) if event.when else None,
    ),
    *_parties("actor", "those who act", lambda event: event.actors),
    *_parties("recipient", "those acted on", lambda event: event.recipients),
    Column("event", "PLOVER category", lambda event: event.category),
    Column("mode", "PLOVER mode", lambda event: event.mode),
    Column("context", "PLOVER contexts", lambda event: joined(event.contexts)),
    Column("status", "actual, future, hypothetical or negated", lambda event: str(event.status)),
    Column("historical", "1 where it is told as background", lambda event: int(event.historical)),
    _attribution("code", "codes of who asserts it, outermost first", lambda party: party.code),
    _attribution("sector", "their sectors", lambda party: party.sector),
    _attribution("name", "their fullest names", lambda party: party.identifier_text),
    Column(
        "attribution_relation",
        "how each asserts it (said, denied, reportedly)",
        lambda event: joined(link.relation for link in event.attribution),
    ),
    Column(
        "condition",
        "words of the condition it is bound to",
        lambda event: event.condition.text if event.condition else None,
    ),
    Column("quad_code", "quad code, 1 to 4", lambda event: event.quad_code),
    Column("event_scale", "PLOVER score", lambda event: event.event_scale),
    Column("cameo", "nearest CAMEO code", lambda event: event.cameo),
    Column("goldstein", "Goldstein value of that code", lambda event: event.goldstein),
    Column("dead", "dead, as the text counts them", lambda event: event.size.dead),
    Column("injured", "injured", lambda event: event.size.injured),
    Column("arrested", "arrested", lambda event: event.size.arrested),
    Column(
        "location",
        "place as written",
        lambda event: event.location.name if event.location else None,
    ),
    Column(
        "location_country",
        "its state, ISO 3166 alpha-3",
        lambda event: event.location.country if event.location else None,
    ),
    Column(
        "latitude",
        "degrees north",
        lambda event: event.location.latitude if event.location else None,
    ),
    Column(
        "longitude",
        "degrees east",
        lambda event: event.location.longitude if event.location else None,
    ),
    Column(
        "event_text",
        "words that carry the act",
        lambda event: joined(words.text for words in event.words),
    ),
    Column("text", "the sentence", lambda event: event.sentence_text),
    Column("sentence", "its number, from 0", lambda event: event.sentence),
    Column("start", "its first character", lambda event: event.sentence_span.start),
    Column("end", "the character after its last", lambda event: event.sentence_span.end),
    Column(
        "mentions",
        "numbers of the other sentences that tell it",
        lambda event: joined(map(str, event.mentions)),
    ),
    Column("source", "path or URL of the report", lambda event: event.citation.source),
    Column("title", "its headline", lambda event: event.citation.title),
    Column("publication", "its outlet", lambda event: event.citation.publication),
    Column("language", "its language, ISO 639-1", lambda event: event.citation.language),
    Column("confidence", "0 to 1", lambda event: event.confidence),
    Column("coder", "name and version of the coder", lambda event: event.coder),
    Column("lexicon", "digest of the lexicon and registry", lambda event: event.lexicon),
    Column("coded_date", "day of coding", lambda event: event.coded_on.isoformat()),
)
