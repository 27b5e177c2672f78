"""Offices that stand beside the name of their holder."""

from __future__ import annotations

from detente.link.draft import Draft, Kind
from detente.link.figures import Figure
from detente.link.offices import sense_of
from detente.records import Party, Phrase

_SHORTEST_TITLE = 4


def link_titles(draft: Draft) -> None:
    """Gives the phrase of an office the person whom the text names with it."""
    for phrase in draft.document.phrases:
        index = phrase.index
        if index in draft.parties or index in draft.heads or index in draft.absorbed:
            continue
        sense = sense_of(draft, index)
        if sense is not None and sense.person:
            named = _named_beside(draft, phrase)
            if named:
                draft.settle(index, named, Kind.PERSON)


def _named_beside(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The person in apposition to an office, or at the end of the phrase after "of"."""
    for other in _beside(draft, phrase):
        mention = draft.heads.get(other)
        if mention and isinstance(mention.meaning, Figure) and other in draft.parties:
            return draft.parties[other]
    return ()


def _beside(draft: Draft, phrase: Phrase) -> list[int]:
    beside = list(phrase.appositions)
    renamed = draft.settings[phrase.index].renamed
    if renamed is not None:
        beside.append(renamed)
    for marker, inner in phrase.complements:
        mention = draft.heads.get(inner)
        if marker == "of" and mention:
            first = draft.phrase(inner).span.start
            if first < mention.start - _SHORTEST_TITLE:
                beside.append(inner)
    return beside
