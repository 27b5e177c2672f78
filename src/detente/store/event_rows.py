"""Events as rows of ``events``, and back."""

from __future__ import annotations

from typing import Any

from detente.records import Attribution, Citation, Event, Size, Span, Status, dyads_of
from detente.store.cells import (
    codes_of,
    count_cell,
    day_cell,
    days_cells,
    days_of,
    location_cells,
    location_of,
    parties_of,
    party_cells,
    party_of,
    words_cells,
    words_of,
)
from detente.store.schema import Row

_SAME = ("id", "category", "mode", "quad_code", "event_scale", "cameo", "goldstein", "historical")
_CODED = ("sentence", "confidence", "coder", "lexicon", "coded_on")


def event_row(event: Event, article: str, version: int) -> Row:
    """An event as a row, ready for ``json.dumps``.

    Args:
        event: the event.
        article: key of its article.
        version: ledger version that adds it.
    """
    return {
        "version": version,
        "article": article,
        "report": event.citation.id,
        **{name: getattr(event, name) for name in (*_SAME, *_CODED)},
        "contexts": list(event.contexts),
        "actors": [party_cells(party) for party in event.actors],
        "recipients": [party_cells(party) for party in event.recipients],
        "codes": codes_of((*event.actors, *event.recipients)),
        "dyads": list(dyads_of(event.actors, event.recipients)),
        "status": str(event.status),
        **days_cells(event.when),
        **_evidence(event),
        **_citation(event.citation),
        "coded_on": day_cell(event.coded_on),
    }


def _evidence(event: Event) -> Row:
    return {
        "attribution": [_attribution_cells(link) for link in event.attribution],
        "location": location_cells(event.location),
        "words": [words_cells(words) for words in event.words],
        "dead": count_cell(event.size.dead),
        "injured": count_cell(event.size.injured),
        "arrested": count_cell(event.size.arrested),
        "condition": words_cells(event.condition),
        "sentence_start": event.sentence_span.start,
        "sentence_end": event.sentence_span.end,
        "text": event.sentence_text,
        "mentions": list(event.mentions),
    }


def _attribution_cells(link: Attribution) -> Row:
    return {
        "party": party_cells(link.party) if link.party else None,
        "relation": link.relation,
        "start": link.span.start,
        "end": link.span.end,
    }


def _citation(citation: Citation) -> Row:
    return {
        "source": citation.source,
        "title": citation.title,
        "publication": citation.publication,
        "published": day_cell(citation.published),
        "language": citation.language,
    }


def event_of(row: Row) -> Event:
    """The event of a row of the table; its trace and the words of its date are not kept."""
    same: dict[str, Any] = {name: row[name] for name in (*_SAME, *_CODED)}
    return Event(
        **same,
        contexts=tuple(row["contexts"]),
        actors=parties_of(row["actors"]),
        recipients=parties_of(row["recipients"]),
        status=Status(row["status"]),
        when=days_of(row),
        attribution=tuple(_attribution_of(cells) for cells in row["attribution"]),
        location=location_of(row["location"]),
        words=tuple(words_of(cells) for cells in row["words"]),
        size=Size(row["dead"], row["injured"], row["arrested"]),
        condition=words_of(row["condition"]) if row["condition"] else None,
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
        sentence_text=row["text"],
        citation=_citation_of(row),
        mentions=tuple(row["mentions"]),
    )


def _attribution_of(cells: Row) -> Attribution:
    party = party_of(cells["party"]) if cells["party"] else None
    return Attribution(party, cells["relation"], Span(cells["start"], cells["end"]))


def _citation_of(row: Row) -> Citation:
    return Citation(
        id=row["report"],
        source=row["source"],
        title=row["title"],
        publication=row["publication"],
        published=row["published"],
        language=row["language"],
    )
