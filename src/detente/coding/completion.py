"""Parties that a text leaves unsaid but a reader knows: the police who arrest, the court that jails."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.records import Party, Span, Status


def completed(act: Act, reading: Reading) -> Act:
    """An act with its entry's default parties filled in where nobody is named.

    The default acts for the state the act takes place in: of a place in its clause, else of the
    other party, else the state the report is about.
    """
    entry = act.entry
    if entry is None or act.operators or act.status is Status.HYPOTHETICAL:
        return act
    if not act.actors and entry.default_actor and not _has_subject(act, reading):
        party = _default(act, reading, entry.default_actor)
        if party is not None:
            act = replace(act, actors=(party,)).noting(f"actor by default: {party.reason}")
    if not act.recipients and act.actors and entry.default_recipient and not act.reciprocal:
        code = act.actors[0].code
        party = _unsaid(code, entry.default_recipient, act.words[0], "the actor's own state")
        act = replace(act, recipients=(party,)).noting(f"recipient by default: {party.reason}")
    return act


def _has_subject(act: Act, reading: Reading) -> bool:
    """Whether the text names who acts, though nobody knows them."""
    if act.clause is None or act.phrase is not None:
        return False
    if act.entry is not None and "subject" not in act.entry.actor:
        return False
    return bool(reading.arguments(reading.document.clauses[act.clause], "subject"))


def _default(act: Act, reading: Reading, sector: str) -> Party | None:
    for code, why in _states(act, reading):
        if code:
            return _unsaid(code, sector, act.words[0], why)
    return None


def _states(act: Act, reading: Reading) -> list[tuple[str, str]]:
    found = [(code, "the place named") for code in place_codes(act, reading)]
    found += [(code, "the state the report is about") for code in reading.linked.story_codes[:1]]
    found += [(party.code, "the other party's state") for party in act.recipients]
    return found


def place_codes(act: Act, reading: Reading) -> list[str]:
    """Codes of the states of the places named with an act, nearest first."""
    phrases: list[int] = []
    if act.phrase is not None:
        phrases += [inner for _, inner in reading.phrase(act.phrase).complements]
    if act.clause is not None:
        clause = reading.document.clauses[act.clause]
        phrases += [argument.phrase for argument in clause.arguments]
        phrases += [phrase.index for phrase in reading.phrases(clause)]
    places = reading.linked.places
    return [places[index].country or "" for index in phrases if index in places]


def _unsaid(code: str, sector: str, words: Span, why: str) -> Party:
    return Party(
        code=code,
        sector=sector,
        entity_text="",
        identifier_text="",
        identifier_id=None,
        office=None,
        start=words.start,
        end=words.start,
        reason=f"{sector} of {code}, {why}",
    )
