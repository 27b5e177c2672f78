"""Nouns that point back: the country, the group, the court, the minister."""

from __future__ import annotations

from bisect import bisect_left

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import Actor
from detente.link.counterparts import resolve_counterpart
from detente.link.draft import Draft, Kind, Mention
from detente.link.figures import Figure
from detente.link.focus import Antecedent, best
from detente.link.offices import owner_of, sense_of
from detente.link.pairs import attributes_only, count_of, resolve_several
from detente.link.pronouns import parties_beside
from detente.link.speech import reporter_of, with_conjuncts
from detente.link.states import as_party, country_in_focus
from detente.link.wording import renamed, words_span
from detente.records import Location, Party, Phrase, Span

_MEMORY = 6
_BODIES = frozenset((Kind.BODY, Kind.GROUP, Kind.ORGANISATION))
_NAMES_BACK = 60
_JOINT = "IGO"
_LAST = "the last of that kind"


def resolve_pointer(draft: Draft, phrase: Phrase) -> bool:
    """Gives a noun that points back its parties.

    Args:
        draft: the document, linked up to the phrase.
        phrase: a noun phrase without a name of its own.

    Returns:
        Whether it was such a noun and found its parties.
    """
    head, words = phrase.head.lower(), draft.words
    if head in words.generic_counterparts:
        return resolve_counterpart(draft, phrase)
    if phrase.possessor is not None and head in words.generic_states:
        return _own_country(draft, phrase)
    if phrase.determiner not in words.generic_pointing and head not in words.generic_both:
        return False
    if phrase.possessor is not None or owner_of(draft, phrase.index)[0] is not None:
        return False
    if _belongs(draft, phrase):
        return False
    if _same_noun(draft, phrase, head):
        return True
    if phrase.plural or head in words.generic_both:
        return resolve_several(draft, phrase, head)
    if not attributes_only(draft, phrase):
        return False
    if head in words.generic_states:
        return _country(draft, phrase)
    return _last_of_kind(draft, phrase, head)


def _belongs(draft: Draft, phrase: Phrase) -> bool:
    """Whether a complement tells whose it is: "the leaders of the two countries"."""
    return any(marker == "of" and inner in draft.sure for marker, inner in phrase.complements)


def _same_noun(draft: Draft, phrase: Phrase, head: str) -> bool:
    """The last party told by the same noun, or of an office with that noun in its title."""
    if head in draft.words.generic_states_plural or head in draft.words.generic_sides:
        return False
    sense = sense_of(draft, phrase.index)
    if sense is None or any(
        modifier.lemma.lower() in draft.words.names_not_holder for modifier in phrase.modifiers
    ):
        return False
    away = {party.key for party in reporter_of(draft, phrase.index)} | parties_beside(draft, phrase)

    count = count_of(draft, phrase)
    if not phrase.plural and sense.person and _last_holder(draft, phrase, sense, away):
        return True

    def fits(candidate: Antecedent) -> bool:
        record = draft.phrase(candidate.phrase)
        if any(party.key in away or _is_outdone(draft, party) for party in candidate.parties):
            return False
        alike = record.head.lower() == head and record.plural is phrase.plural
        if not alike or candidate.phrase not in draft.sure:
            return False
        return count is None or count in (len(candidate.parties), count_of(draft, record))

    found = best(draft, phrase, fits, _MEMORY)
    return _take(draft, phrase, found)


def _is_outdone(draft: Draft, party: Party) -> bool:
    """Whether the document names somebody else who holds a person's office on the day."""
    role = draft.role(party)
    if party.identifier_id is not None or role not in draft.words.roles_single:
        return False
    return any(
        figure.role == role and figure.code == party.code and figure.id is not None
        for figure in draft.figures
    )


def _last_holder(
    draft: Draft, phrase: Phrase, sense: NounSense, away: set[tuple[str, str, str]]
) -> bool:
    """The person last named who holds an office that the noun tells."""
    last = bisect_left(draft.mentions, phrase.span.start, key=lambda mention: mention.start)
    for index in range(last - 1, max(last - _NAMES_BACK, -1), -1):
        mention = draft.mentions[index]
        party = as_party(draft, mention) if isinstance(mention.meaning, Figure) else None
        if party is None or party.key in away or _is_outdone(draft, party):
            continue
        if _holds(draft, party, sense, phrase.head.lower()):
            found = renamed(draft, phrase, party, f"'{phrase.text}': the last of that office")
            draft.settle(phrase.index, (found,), Kind.PERSON)
            draft.sure.add(phrase.index)
            return True
    return False


def _holds(draft: Draft, party: Party, sense: NounSense, head: str) -> bool:
    role = draft.role(party)
    if sense.role in draft.words.roles_single:
        return role == sense.role
    return head in (party.office or "").split() or head in role.split("-")


def _take(draft: Draft, phrase: Phrase, found: Antecedent | None) -> bool:
    if found is None:
        return False
    how = f"'{phrase.text}': {_LAST}"
    parties = tuple(renamed(draft, phrase, party, how) for party in found.parties)
    draft.settle(phrase.index, parties, found.kind)
    draft.sure.add(phrase.index)
    return True


def _country(draft: Draft, phrase: Phrase) -> bool:
    """The state in focus; not the reporter's own, where the words reproach another just named."""
    own = {
        party.code for party in reporter_of(draft, phrase.index) if draft.registry.state(party.code)
    }
    avoid = own if own and _reproaches(draft, phrase) else set()
    code = next(iter(own)) if own and not avoid else country_in_focus(draft, phrase, avoid)
    actor = draft.registry.state(code)
    if actor is None:
        return False
    _settle_state(draft, phrase, actor)
    return True


def _own_country(draft: Draft, phrase: Phrase) -> bool:
    """The state of whom a possessor points to: "his country"."""
    codes = {
        party.code
        for party in draft.parties.get(-1 if phrase.possessor is None else phrase.possessor, ())
    }
    actor = draft.registry.state(next(iter(codes))) if len(codes) == 1 else None
    if actor is None or phrase.plural or not attributes_only(draft, phrase):
        return False
    _settle_state(draft, phrase, actor)
    return True


def _settle_state(draft: Draft, phrase: Phrase, actor: Actor) -> None:
    start, end = words_span(draft, phrase)
    text = draft.text[start:end]
    if draft.settings[phrase.index].marker in draft.words.place_of_states:
        draft.places[phrase.index] = Location(text, actor.code, Span(start, end))
        return
    how = f"'{phrase.text}': the state in focus, {actor.name}"
    party = Party(
        actor.code, actor.sector, text, actor.name, actor.id, None, start, end, reason=how
    )
    draft.settle(phrase.index, (party,), Kind.STATE)
    draft.sure.add(phrase.index)


def _reproaches(draft: Draft, phrase: Phrase) -> bool:
    clause = draft.settings[phrase.index].clause
    if clause is None:
        return False
    record = draft.document.clauses[clause]
    return record.negated or record.predicate in draft.words.generic_reproach


def _last_of_kind(draft: Draft, phrase: Phrase, head: str) -> bool:
    """The last group, organisation or body that a general noun can mean."""
    kinds = _kinds(draft, head)
    for kind in kinds:
        if _take(draft, phrase, _last_of(draft, phrase, kind, head)):
            return True
    sense = sense_of(draft, phrase.index)
    if not kinds and (sense is None or sense.person):
        return False
    return _named_so(draft, phrase, head)


def _last_of(draft: Draft, phrase: Phrase, kind: Kind, head: str) -> Antecedent | None:
    away = _subjects(draft, phrase)

    def fits(candidate: Antecedent) -> bool:
        party = candidate.parties[0]
        members = kind is Kind.GROUP and candidate.kind is Kind.PEOPLE
        if candidate.kind is not kind and not (members and party.identifier_id is not None):
            return False
        if len(candidate.parties) != 1 or party.key in away:
            return False
        named = head in party.identifier_text.lower() and not draft.phrase(candidate.phrase).plural
        return kind is not Kind.BODY or named

    return best(draft, phrase, fits)


def _named_so(draft: Draft, phrase: Phrase, head: str) -> bool:
    """The body of the document that has a noun in its name: "the US-led coalition", "the commission"."""
    if draft.named is None:
        draft.named = _bodies_by_word(draft)
    mention = draft.named.get(head)
    party = as_party(draft, mention) if mention else None
    sense = sense_of(draft, phrase.index)
    if (
        mention is None
        or party is None
        or (sense is not None and sense.sector != party.sector and party.sector != _JOINT)
    ):
        return False
    found = renamed(draft, phrase, party, f"'{phrase.text}': named so in the report")
    draft.settle(phrase.index, (found,), mention.kind)
    draft.sure.add(phrase.index)
    return True


def _bodies_by_word(draft: Draft) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for mention in draft.mentions:
        if mention.kind in _BODIES:
            for word in mention.meaning.name.lower().split():
                found.setdefault(word, mention)
    return found


def _kinds(draft: Draft, head: str) -> list[Kind]:
    words = draft.words
    kinds = {
        Kind.GROUP: words.generic_groups,
        Kind.ORGANISATION: words.generic_organisations,
        Kind.BODY: words.generic_bodies,
    }
    return [kind for kind, nouns in kinds.items() if head in nouns]


def _subjects(draft: Draft, phrase: Phrase) -> set[tuple[str, str, str]]:
    """Who acts in the clause that a phrase stands in, at any depth; it can hardly be meant again."""
    if draft.settings[phrase.index].subjectlike or phrase.clause is None:
        return set()
    arguments = draft.document.clauses[phrase.clause].arguments
    return {
        party.key
        for argument in arguments
        if draft.settings[argument.phrase].subjectlike and argument.phrase != phrase.index
        for party in with_conjuncts(draft, argument.phrase)
    }
