"""What comes out: one event with its evidence, and the JSON form that everyone reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from detente.records.party import Party
from detente.records.span import DateSpan, Span, Status


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain of who asserts an event, outermost first.

    Args:
        party: who asserts it; None where the text says only "reportedly".
        relation: how ("said", "denied", "according to", "reportedly").
        span: characters of the words of saying.
    """

    party: Party | None
    relation: str
    span: Span


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Words of the text with their place.

    Args:
        text: the words.
        span: their characters.
    """

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event took place.

    Args:
        name: as written.
        country: ISO 3166 alpha-3, or None.
        span: characters of the name.
        latitude: degrees north, or None.
        longitude: degrees east, or None.
        geonames_id: GeoNames number, or None.
    """

    name: str
    country: str | None
    span: Span
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Size:
    """Counts that the text gives for an event; None where it gives none."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Which report an event comes from; the fields are those of the article."""

    id: str
    source: str
    title: str | None
    publication: str | None
    published: date | None
    language: str


@dataclass(frozen=True, slots=True)
class Event:
    """One coded event; see the output record in docs/output.md.

    Args:
        id: digest of what the event says and where, the same on every run.
        category: PLOVER category, e.g. ``CONSULT``.
        mode: PLOVER mode, or None.
        contexts: PLOVER contexts.
        quad_code: 1 to 4.
        event_scale: PLOVER score.
        cameo: nearest CAMEO code.
        goldstein: Goldstein value of that code.
        actors: who acts; for a meeting, everyone in it.
        recipients: on whom; empty for a meeting.
        status: whether it took place.
        when: first and last possible day, or None where nothing dates it.
        historical: whether it is told as background.
        attribution: who asserts it, outermost first; empty where the article itself does.
        location: where, or None.
        words: the words that carry the act.
        size: counts.
        condition: the words of the condition it is bound to, or None.
        sentence: number of the sentence, from 0.
        sentence_span: characters of the sentence.
        sentence_text: the sentence.
        citation: the report.
        confidence: 0 to 1.
        mentions: numbers of the other sentences that tell the same happening.
        coder: name and version of the coder.
        lexicon: digest of the lexicon and registry.
        coded_on: day of coding.
        trace: how it came about, line by line, for ``explain``; not part of the JSON record.
    """

    id: str
    category: str
    mode: str | None
    contexts: tuple[str, ...]
    quad_code: int
    event_scale: float
    cameo: str
    goldstein: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: Status
    when: DateSpan | None
    historical: bool
    attribution: tuple[Attribution, ...]
    location: Location | None
    words: tuple[TextSpan, ...]
    size: Size
    condition: TextSpan | None
    sentence: int
    sentence_span: Span
    sentence_text: str
    citation: Citation
    confidence: float
    coder: str
    lexicon: str
    coded_on: date
    mentions: tuple[int, ...] = ()
    trace: tuple[str, ...] = field(default=(), compare=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON record, with PLOVER's field names, ready for ``json.dumps``."""
        when, span = self.when, self.sentence_span
        return {
            "id": self.id,
            "date": when.first.isoformat() if when else None,
            "enddate": when.last.isoformat() if when else None,
            "date_basis": str(when.basis) if when else None,
            "actor": [_party_dict(party) for party in self.actors],
            "recipient": [_party_dict(party) for party in self.recipients],
            "event": [self.category],
            "mode": [self.mode] if self.mode else [],
            "context": list(self.contexts),
            "quad_code": self.quad_code,
            "event_scale": self.event_scale,
            "cameo": self.cameo,
            "goldstein": self.goldstein,
            "status": str(self.status),
            "historical": self.historical,
            "attribution": [_attribution_dict(link) for link in self.attribution],
            "event_loc": _location_dict(self.location),
            "event_text": [words.text for words in self.words],
            "size": {
                "dead": self.size.dead,
                "injured": self.size.injured,
                "arrested": self.size.arrested,
            },
            "condition": _words_dict(self.condition),
            "text": self.sentence_text,
            "text_info": {"sequence": self.sentence, "start": span.start, "end": span.end},
            "mentions": list(self.mentions),
            "cite_info": _citation_dict(self.citation),
            "confidence": self.confidence,
            "coder": self.coder,
            "lexicon": self.lexicon,
            "coded_date": self.coded_on.isoformat(),
        }


def _party_dict(party: Party) -> dict[str, Any]:
    return {
        "code": party.code,
        "sector": party.sector,
        "entity_text": party.entity_text,
        "identifier_text": party.identifier_text,
        "identifier_id": party.identifier_id,
        "office": party.office,
        "start": party.start,
        "end": party.end,
    }


def _attribution_dict(link: Attribution) -> dict[str, Any]:
    party = link.party
    return {
        "code": party.code if party else None,
        "sector": party.sector if party else None,
        "entity_text": party.entity_text if party else None,
        "identifier_text": party.identifier_text if party else None,
        "relation": link.relation,
        "start": party.start if party else link.span.start,
        "end": party.end if party else link.span.end,
    }


def _location_dict(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "name": location.name,
        "country": location.country,
        "lat": location.latitude,
        "lon": location.longitude,
        "geonames_id": location.geonames_id,
        "start": location.span.start,
        "end": location.span.end,
    }


def _words_dict(words: TextSpan | None) -> dict[str, Any] | None:
    if words is None:
        return None
    return {"text": words.text, "start": words.span.start, "end": words.span.end}


def _citation_dict(citation: Citation) -> dict[str, Any]:
    return {
        "id": citation.id,
        "source": citation.source,
        "title": citation.title,
        "publication": citation.publication,
        "published": citation.published.isoformat() if citation.published else None,
        "language": citation.language,
    }
