"""A document whose phrases point at known parties, days and places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.records.event import Location
from detente.records.party import Party
from detente.records.span import DateSpan
from detente.records.syntax import Document


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """What the link stage adds to a document; all keys are indices of phrases unless said.

    Args:
        document: the parsed text.
        parties: who each phrase as a whole stands for ("the two ministers" stands for two).
            A phrase that stands for nobody is absent.
        modifiers: whom the words before a head name ("a Russian strike": Russia), where the
            phrase as a whole is no party or is another one.
        places: where a phrase names a place of its own ("in Aleppo", "in Turkey").
        days: for a clause's index, the days that words of that clause set it on.
        phrase_days: for a phrase's index, the days that words inside it set it on
            ("last year's talks", "the 23 October call").
        speakers: for a quotation's index, who is quoted.
        story_codes: codes of the states the report is about, most prominent first.
        story_day: the day the report's own news is set on, or None where nothing dates it.
    """

    document: Document
    parties: Mapping[int, tuple[Party, ...]] = field(default_factory=dict)
    modifiers: Mapping[int, tuple[Party, ...]] = field(default_factory=dict)
    places: Mapping[int, Location] = field(default_factory=dict)
    days: Mapping[int, DateSpan] = field(default_factory=dict)
    phrase_days: Mapping[int, DateSpan] = field(default_factory=dict)
    speakers: Mapping[int, tuple[Party, ...]] = field(default_factory=dict)
    story_codes: tuple[str, ...] = ()
    story_day: DateSpan | None = None
