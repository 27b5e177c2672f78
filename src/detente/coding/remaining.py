"""The other side of an act that its own words leave open: the next party that its clause tells of."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.acts import Act
from detente.coding.blame import sufferers
from detente.coding.reading import Reading
from detente.coding.roles import stranger, unknown, without
from detente.lexicon import Lexicon
from detente.records import Clause, Party, PhraseKind


def with_remaining(act: Act, reading: Reading, lexicon: Lexicon) -> Act:
    """An act of one side with the remaining party of its clause, else with the thing it falls on.

    Categories that are often of nobody (a demand to all the world, a withdrawal) look for no party.
    """
    if act.recipients or act.reciprocal or not act.actors or act.clause is None:
        return act
    clause = reading.document.clauses[act.clause]
    if lexicon.categories[act.category].recipient_sought:
        suffering = sufferers(clause, act.category, reading, lexicon)
        found = without(_remaining(reading, clause, act), suffering)
        if found:
            return replace(act, recipients=found).noting("recipient: the next party told")
    found = ()
    if act.entry is not None and act.phrase is None and not act.operators:
        found = stranger(reading, clause, act.entry)
    return replace(act, recipients=found or _unknown_name(reading, clause, act))


def _unknown_name(reading: Reading, clause: Clause, act: Act) -> tuple[Party, ...]:
    """The first name told after an act's words in its clause, where no table knows it."""
    for phrase in reading.phrases_within(clause.extent):
        told_after = phrase.head_span.start >= act.words[0].end
        if phrase.kind is PhraseKind.NAME and told_after and not reading.is_named(phrase):
            return (unknown(phrase),)
    return ()


def _remaining(reading: Reading, clause: Clause, act: Act) -> tuple[Party, ...]:
    """The first party told after an act's words in its clause, of another state or sector than its actors."""
    sides = {(party.code, party.sector) for party in act.actors if party.code}
    start = act.words[0].end
    contents = [below.extent for below in reading.noun_contents(clause)]
    for phrase in reading.phrases_within(clause.extent):
        inside = any(extent.holds(phrase.head_span) for extent in contents)
        if inside or phrase.head_span.start < start:
            continue
        named = reading.linked.parties.get(phrase.index, ())
        named = named or tuple(
            party
            for party in reading.linked.modifiers.get(phrase.index, ())
            if phrase.clause == clause.index or party.entity_text[:1].isupper()
        )
        found = tuple(
            party for party in without(named, act.actors) if (party.code, party.sector) not in sides
        )
        if found:
            return found
    return ()
