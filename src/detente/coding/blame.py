"""Whom the acts named in a clause fall on, beside those its own verb acts on."""

from __future__ import annotations

from detente.coding.reading import Reading, distinct, lemmas
from detente.coding.roles import noun_role
from detente.lexicon import ActEntry, Lexicon
from detente.records import Clause, Party


def sufferers(
    clause: Clause, category: str, reading: Reading, lexicon: Lexicon
) -> tuple[Party, ...]:
    """Parties that only suffer what a clause blames others for.

    "Condemned the attack on Turkey" is no word against Turkey.

    Args:
        clause: the clause.
        category: PLOVER category of its own act.
        reading: the document.
        lexicon: what words mean.
    """
    if not lexicon.categories[category].blames:
        return ()
    phrases = (phrase.index for phrase in reading.phrases(clause))
    return distinct(party for phrase in phrases for party in _victims(phrase, reading, lexicon))


def victims_of_subject(
    clause: Clause,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    reading: Reading,
    lexicon: Lexicon,
) -> tuple[Party, ...]:
    """The recipients, or those of the act that is the clause's subject where they say more.

    "The Turkish attack on Syria killed six people" tells of Syrians, whoever the six are taken for.
    """
    codes = {party.code for party in actors}
    if any(party.code not in codes for party in recipients):
        return recipients
    subjects = reading.arguments(clause, "subject")
    found = distinct(party for phrase in subjects for party in _victims(phrase, reading, lexicon))
    others = tuple(party for party in found if party.code not in codes)
    return others or recipients


def _victims(phrase: int, reading: Reading, lexicon: Lexicon) -> tuple[Party, ...]:
    record = reading.phrase(phrase)
    for entry in lexicon.noun_entries(record.head.lower(), lemmas(record.modifiers)):
        if isinstance(entry, ActEntry) and not lexicon.categories[entry.category].verbal:
            actors = noun_role(reading, phrase, entry.noun_actor)
            return noun_role(reading, phrase, entry.noun_recipient, actors)
    return ()
