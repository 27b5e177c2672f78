"""Where the parties of a base act stand, in a clause and in a noun phrase."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.acts import Context
from detente.coding.reading import Reading, distinct
from detente.lexicon import ActEntry
from detente.records import Clause, ClauseForm, Location, Party, Phrase, PhraseKind, Role

_SPARE_MARKERS = (
    "against",
    "with",
    "to",
    "on",
    "at",
    "toward",
    "towards",
    "over",
    "from",
    "for",
    "in",
)
# prepositions that a noun of an act takes, and those between which another phrase may stand
_PARTED = frozenset(("against", "by", "on", "with", "between", "at"))
_PARTING = frozenset(("by", "of", "from", "with", "on", "between", "in"))
_OCCASIONS = ("during", "in", "at")
_STATE = "GOV"
_TOGETHER = ("with", "alongside", "together with", "along with")


def doers(clause: Clause, context: Context) -> tuple[Party, ...]:
    """Who acts in a clause that names nobody: whose plan or promise it is ("a plan to visit")."""
    named = any(item.role in (Role.SUBJECT, Role.AGENT) for item in clause.arguments)
    return () if named or clause.passive else context.doers


def clause_actors(reading: Reading, clause: Clause, entry: ActEntry) -> tuple[Party, ...]:
    """Who acts in a clause, by the entry's preferences."""
    actors = _first(reading, clause, entry.actor)
    if entry.reciprocal or not actors:
        return actors
    joined = reading.parties_of(
        phrase for marker in _TOGETHER[1:] for phrase in reading.arguments(clause, marker)
    )
    return distinct(actors + joined)


def clause_recipients(
    reading: Reading, clause: Clause, entry: ActEntry, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """On whom a clause's act falls: the entry's preferences, then any other party of the clause."""
    specs = tuple(spec for spec in entry.recipient if spec not in entry.actor)
    if clause.passive and "object" in specs and reading.arguments(clause, "indirect"):
        specs = ("indirect", *specs)
    found = _first(reading, clause, specs, actors)
    if found or entry.reciprocal:
        return found
    return _spare(reading, clause, actors) or _state_of_place(reading, clause, specs, actors)


def _state_of_place(
    reading: Reading, clause: Clause, specs: Iterable[str], taken: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The state of a place that an act falls on ("shelled Aleppo", "a village near Aleppo")."""
    for spec in specs:
        for phrase in _places(reading, clause, spec):
            found = state_of_place(reading, phrase, taken)
            if found:
                return found
    return ()


def state_of_place(reading: Reading, phrase: int, taken: tuple[Party, ...]) -> tuple[Party, ...]:
    """The state of the place that a phrase names, or that it lies in.

    Args:
        reading: the document.
        phrase: index of the phrase.
        taken: parties that already have a role; a place of their own state is no other side.
    """
    codes = {party.code for party in taken}
    near = [inner for _, inner in reading.phrase(phrase).complements]
    deep = [index for inner in near for _, index in reading.phrase(inner).complements]
    for index in (phrase, *near, *deep):
        place = reading.linked.places.get(index)
        if place is not None and place.country and place.country not in codes:
            return (_place_party(place),)
    return ()


def _place_party(place: Location) -> Party:
    return Party(
        code=place.country or "",
        sector="UNK",
        entity_text=place.name,
        identifier_text=place.name,
        identifier_id=None,
        office=None,
        start=place.span.start,
        end=place.span.end,
        reason=f"the state that {place.name} lies in",
    )


def stranger(reading: Reading, clause: Clause, entry: ActEntry) -> tuple[Party, ...]:
    """What an act falls on where the registry does not know it: told by its words, without a state."""
    for spec in entry.recipient:
        for phrase in reading.arguments(clause, spec):
            record = reading.phrase(phrase)
            named = record.kind is PhraseKind.NAME
            thing = record.kind is PhraseKind.NOUN and spec == "object"
            known = reading.is_named(record) or record.head.lower() in entry.needs
            if (named or thing) and not known and not reading.is_act_noun(record):
                return (unknown(record),)
    return ()


def strange_actor(reading: Reading, clause: Clause, entry: ActEntry) -> tuple[Party, ...]:
    """Who acts by a name that the registry does not know: told by its words, without a state."""
    for spec in entry.actor:
        for phrase in reading.arguments(clause, spec):
            record = reading.phrase(phrase)
            known = reading.is_named(record) or reading.is_act_noun(record)
            if record.kind is PhraseKind.NAME and record.head[:1].isupper() and not known:
                return (unknown(record),)
    return ()


def unknown(record: Phrase) -> Party:
    """The party that a phrase names where no table knows it."""
    first = next((item for item in record.modifiers if item.name), None)
    start = first.span.start if first else record.head_span.start
    words = record.text[start - record.span.start :]
    return Party(
        code="",
        sector="UNK",
        entity_text=words,
        identifier_text=words,
        identifier_id=None,
        office=None,
        start=start,
        end=record.span.end,
        reason="a name that the registry does not know, with no state near it",
    )


def content_subjects(
    reading: Reading, clause: Clause, actors: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Whoever does what a clause is about ("is disappointed that the court has refused")."""
    if not actors:
        return ()
    for below in reading.contents(clause):
        if below.form is ClauseForm.FINITE or below.marker in ("for", "of", "over"):
            found = without(_doers(reading, below), actors)
            if found:
                return found
    return ()


def _doers(reading: Reading, clause: Clause) -> tuple[Party, ...]:
    spec = "object" if clause.passive else "subject"
    return _first(reading, clause, ("subject", spec))


def is_mutual(reading: Reading, clause: Clause) -> bool:
    """Whether what acts and what it acts on are the same ones ("accused each other")."""
    return any(
        reading.phrase(phrase).determiner in ("each", "one")
        and reading.phrase(phrase).head.lower() in ("other", "another")
        for phrase in reading.arguments(clause, "object")
    )


def reciprocal_parties(reading: Reading, clause: Clause, entry: ActEntry) -> tuple[Party, ...]:
    """Everyone who takes part in a mutual act."""
    specs = (*entry.actor, *entry.recipient, *_TOGETHER)
    if clause.passive:
        specs = ("object", *specs)
    phrases = [phrase for spec in specs for phrase in _places(reading, clause, spec)]
    return reading.parties_of(phrases)


def occasion_guests(
    reading: Reading, clause: Clause, speakers: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who takes part in the talks during which a mutual act is told ("during meetings with X").

    Where only the other side is named, the one who tells of them is the first.
    """
    found: tuple[Party, ...] = ()
    for marker in _OCCASIONS:
        for phrase in reading.arguments(clause, marker):
            if reading.is_act_noun(reading.phrase(phrase)):
                guests = reading.parties_of(reading.complements(phrase, "with"))
                found += (*speakers, *guests) if guests else ()
    return found


def persons_first(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without the states for which one of the persons among them stands."""
    known = distinct(parties)
    persons = {party.code for party in known if party.office or party.gender}
    return tuple(
        party
        for party in known
        if party.office or party.gender or party.sector != _STATE or party.code not in persons
    )


def _first(
    reading: Reading, clause: Clause, specs: Iterable[str], taken: tuple[Party, ...] = ()
) -> tuple[Party, ...]:
    for spec in specs:
        places = _places(reading, clause, spec)
        found = without(reading.parties_of(places), taken) or _beyond(reading, places, taken)
        if found:
            return found
    return ()


def _beyond(
    reading: Reading, phrases: Iterable[int], taken: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Others named with what belongs to those who have a role ("its border with Iran")."""
    codes = {party.code for party in taken}
    for phrase in phrases:
        found = reading.parties_beyond(phrase, codes) if taken and reading.parties(phrase) else ()
        if found:
            return distinct(found)
    return ()


def _places(reading: Reading, clause: Clause, spec: str) -> list[int]:
    """The phrases that fill a role, those that hang on the object with its preposition included.

    Whether "with Iran" hangs on "reached" or on "an agreement" is the parser's guess.
    """
    found = reading.arguments(clause, spec)
    if spec in ("subject", "object", "indirect", "attribute"):
        return found
    held = [
        phrase
        for owner in reading.arguments(clause, "object")
        for phrase in reading.complements(owner, spec)
    ]
    return found + held


def _spare(reading: Reading, clause: Clause, taken: tuple[Party, ...]) -> tuple[Party, ...]:
    """A party among the prepositional phrases that no preference names."""
    for marker in _SPARE_MARKERS:
        for argument in clause.arguments:
            if argument.role is Role.OBLIQUE and argument.marker == marker:
                found = without(reading.linked.parties.get(argument.phrase, ()), taken)
                if found:
                    return found
    return ()


def noun_role(
    reading: Reading,
    phrase: int,
    specs: Iterable[str],
    taken: tuple[Party, ...] = (),
    host: Clause | None = None,
) -> tuple[Party, ...]:
    """The first party that stands in one of the places around a noun.

    Args:
        reading: the document.
        phrase: index of the noun's phrase.
        specs: possessor, modifier, or prepositions, in order of preference.
        taken: parties that already have a role.
        host: the clause whose verb carries the noun; its prepositional phrases count as the noun's
            ("imposed sanctions on Iran").
    """
    for spec in specs:
        found = without(_noun_place(reading, phrase, spec), taken)
        found = found or _beyond(reading, reading.complements(phrase, spec), taken)
        if not found and host is not None:
            found = without(_host_place(reading, host, spec), taken)
        if found:
            return found
    return ()


def _host_place(reading: Reading, host: Clause, spec: str) -> tuple[Party, ...]:
    if spec in ("possessor", "modifier"):
        return ()
    return reading.parties_of(
        argument.phrase
        for argument in host.arguments
        if argument.marker == spec and argument.role in (Role.OBLIQUE, Role.AGENT)
    )


def _noun_place(reading: Reading, phrase: int, spec: str) -> tuple[Party, ...]:
    if spec == "possessor":
        owner = reading.phrase(phrase).possessor
        return reading.parties(owner) if owner is not None else ()
    if spec == "modifier":
        return reading.linked.modifiers.get(phrase, ())
    found = reading.parties_of(reading.complements(phrase, spec))
    return found or reading.parties_of(_parted_complements(reading, phrase, spec))


def _parted_complements(reading: Reading, phrase: int, spec: str) -> list[int]:
    """Phrases that the parser hung on the noun before them: "protests by Kurds against Syria"."""
    if spec not in _PARTED:
        return []
    return [
        deep
        for marker, inner in reading.phrase(phrase).complements
        if marker in _PARTING and marker != spec
        for deep in reading.complements(inner, spec)
    ]


def without(parties: Iterable[Party], taken: tuple[Party, ...]) -> tuple[Party, ...]:
    """Parties that have no role yet."""
    keys = {party.key for party in taken}
    return tuple(party for party in parties if party.key not in keys)
