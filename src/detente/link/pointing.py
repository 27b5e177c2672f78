"""Nouns that point back: the country, the two sides, the group, his counterpart."""

from __future__ import annotations

from collections.abc import Iterable

from detente.lexicon.registry_rows import Actor
from detente.link.draft import Draft, Kind
from detente.link.figures import Figure, figure_of
from detente.link.focus import Antecedent, before, best
from detente.link.offices import owner_of, sense_of
from detente.link.speech import reporter_of, with_conjuncts
from detente.link.wording import renamed, words_span
from detente.records import Party, Phrase

_PAIR = 2
_PAIR_WINDOW = 6


def resolve_pointer(draft: Draft, phrase: Phrase, verbs: frozenset[str]) -> bool:
    """Gives a noun that points back its parties.

    Args:
        draft: the document, linked up to the phrase.
        phrase: a noun phrase without a name of its own.
        verbs: verbs of saying.

    Returns:
        Whether it was such a noun and found its parties.
    """
    head, words = phrase.head.lower(), draft.words
    if head in words.generic_counterparts:
        return _counterpart(draft, phrase)
    if phrase.determiner not in words.generic_pointing and head not in words.generic_both:
        return False
    if phrase.plural or head in words.generic_both:
        return _several(draft, phrase, head)
    if owner_of(draft, phrase.index)[0] is not None:
        return False
    if head in words.generic_states:
        return _country(draft, phrase, verbs)
    return _last_of_kind(draft, phrase, head)


def _several(draft: Draft, phrase: Phrase, head: str) -> bool:
    words = draft.words
    numbered = phrase.determiner in words.generic_both or any(
        modifier.lemma.lower() in words.generic_both for modifier in phrase.modifiers
    )
    if head in words.generic_states and (numbered or phrase.determiner == "the"):
        return _settle(draft, phrase, _states_before(draft, phrase), Kind.STATE)
    if not numbered and phrase.determiner != "the":
        return False
    if head in words.generic_persons:
        return _settle(draft, phrase, _persons_before(draft, phrase, head), Kind.PEOPLE)
    if head in words.generic_sides and numbered:
        return _settle(draft, phrase, _sides_before(draft, phrase), Kind.PEOPLE)
    return False


def _settle(draft: Draft, phrase: Phrase, parties: tuple[Party, ...], kind: Kind) -> bool:
    if len(parties) < _PAIR:
        return False
    how = f"'{phrase.text}': the last of that kind"
    draft.settle(phrase.index, tuple(renamed(draft, phrase, party, how) for party in parties), kind)
    return True


def _states_before(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """The last two states spoken of, or those that one coordination names."""
    found: dict[str, Party] = {}
    for candidate in before(draft, phrase, _PAIR_WINDOW):
        group = with_conjuncts(draft, candidate.phrase)
        codes = {party.code for party in group if draft.registry.state(party.code)}
        if len(codes) >= _PAIR:
            return _as_states(draft, [party for party in group if party.code in codes])
        for party in candidate.parties:
            if draft.registry.state(party.code):
                found.setdefault(party.code, party)
        if len(found) == _PAIR:
            break
    if len(found) < _PAIR:
        for code in draft.story:
            if len(found) < _PAIR and code not in found and draft.registry.state(code):
                found[code] = Party(code, "GOV", "", "", None, None, 0, 0)
    return _as_states(draft, reversed(list(found.values())))


def _as_states(draft: Draft, parties: Iterable[Party]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for party in parties:
        actor = draft.registry.state(party.code)
        if actor:
            found[party.code] = Party(party.code, "GOV", party.entity_text, actor.name, actor.id, None, party.start, party.end)
    return tuple(found.values())


def _persons_before(draft: Draft, phrase: Phrase, head: str) -> tuple[Party, ...]:
    """The last two persons, those of the noun's own office first."""
    found: dict[tuple[str, str, str], Party] = {}
    for candidate in before(draft, phrase, _PAIR_WINDOW):
        group = with_conjuncts(draft, candidate.phrase)
        if candidate.kind is not Kind.PERSON:
            continue
        fitting = [party for party in group if _held(party, head)]
        if len(fitting) >= _PAIR:
            return tuple(fitting)
        for party in fitting:
            found.setdefault(party.key, party)
        if len(found) == _PAIR:
            break
    return tuple(reversed(list(found.values())))


def _held(party: Party, head: str) -> bool:
    return head in ("leader", "head", "chief", "man", "official", "politician") or head in (party.office or "")


def _sides_before(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for candidate in before(draft, phrase, _PAIR_WINDOW):
        group = with_conjuncts(draft, candidate.phrase)
        if len({party.key for party in group}) >= _PAIR:
            return group
        for party in candidate.parties:
            if party.sector not in ("UNK", "CVL", "JRN"):
                found.setdefault(party.code + party.sector, party)
        if len(found) == _PAIR:
            break
    return tuple(reversed(list(found.values())))


def _country(draft: Draft, phrase: Phrase, verbs: frozenset[str]) -> bool:
    """The state in focus; not the reporter's own, where the words reproach another just named."""
    own = {party.code for party in reporter_of(draft, phrase.index, verbs)}
    avoid = own if own and _reproaches(draft, phrase) else set()

    def fits(candidate: Antecedent) -> bool:
        codes = {party.code for party in candidate.parties}
        return len(codes) == 1 and not codes & avoid and draft.registry.state(next(iter(codes))) is not None

    if own and not avoid:
        code = next(iter(own))
    else:
        found = best(draft, phrase, fits, 2)
        code = found.parties[0].code if found else next(iter(draft.story), "")
    actor = draft.registry.state(code)
    if actor is None:
        return False
    how = f"'{phrase.text}': the state in focus, {actor.name}"
    start, end = words_span(draft, phrase)
    party = Party(code, "GOV", draft.text[start:end], actor.name, actor.id, None, start, end, reason=how)
    draft.settle(phrase.index, (party,), Kind.STATE)
    return True


def _reproaches(draft: Draft, phrase: Phrase) -> bool:
    clause = draft.settings[phrase.index].clause
    if clause is None:
        return False
    record = draft.document.clauses[clause]
    return record.negated or record.predicate in draft.words.generic_reproach


def _last_of_kind(draft: Draft, phrase: Phrase, head: str) -> bool:
    words = draft.words
    kinds = set()
    if head in words.generic_groups:
        kinds.add(Kind.GROUP)
    if head in words.generic_organisations:
        kinds.add(Kind.ORGANISATION)
    if head in words.generic_bodies:
        kinds.add(Kind.BODY)
    if not kinds:
        return False
    sense = sense_of(draft, phrase.index)

    def fits(candidate: Antecedent) -> bool:
        if candidate.kind not in kinds or len(candidate.parties) != 1:
            return False
        if candidate.kind is not Kind.BODY or sense is None:
            return True
        return head in candidate.parties[0].identifier_text.lower()

    found = best(draft, phrase, fits)
    if found is None:
        return False
    how = f"'{phrase.text}': the last of that kind"
    draft.settle(phrase.index, (renamed(draft, phrase, found.parties[0], how),), found.kind)
    return True


def _counterpart(draft: Draft, phrase: Phrase) -> bool:
    """Those who hold the same office elsewhere: "his Russian counterpart"."""
    role, title = _role_beside(draft, phrase)
    inner = [mention for mention in draft.inner.get(phrase.index, ())]
    found = [_holder(draft, phrase, mention.code, role, title) for mention in inner if mention.code]
    named = _named(draft, phrase)
    if named:
        found = named
    if not found:
        return False
    draft.settle(phrase.index, tuple(found), Kind.PERSON if len(found) == 1 else Kind.PEOPLE)
    return True


def _named(draft: Draft, phrase: Phrase) -> list[Party]:
    parties: list[Party] = []
    for other in phrase.appositions:
        parties += with_conjuncts(draft, other)
    renamed_by = draft.settings[phrase.index].renamed
    if not parties and renamed_by is not None and draft.kinds.get(renamed_by) is Kind.PERSON:
        parties += draft.parties.get(renamed_by, ())
    return parties


def _role_beside(draft: Draft, phrase: Phrase) -> tuple[str, str]:
    """The office of whom the possessor of "counterpart" points to."""
    source: tuple[Party, ...] = ()
    if phrase.possessor is not None:
        source = draft.parties.get(phrase.possessor, ())
    for party in source:
        for figure in draft.figures:
            if figure.name == party.identifier_text and figure.role:
                return figure.role, figure.office or ""
    return "", ""


def _holder(draft: Draft, phrase: Phrase, code: str, role: str, title: str) -> Party:
    start, end = words_span(draft, phrase)
    figures: list[Figure] = [f for f in draft.figures if f.code == code and f.role == role and role]
    held = draft.registry.holders(code, role, draft.day) if role else ()
    if not figures and len(held) == 1:
        figures = [figure_of(held[0].person, draft.day, start)]
        draft.figures.append(figures[0])
    if figures:
        return figures[0].party(start, end, draft.text, f"counterpart: {role} of {draft.state_name(code)}")
    actor: Actor | None = draft.registry.state(code)
    text = draft.text[start:end]
    name = f"{title} of {actor.name}" if actor and title else text
    return Party(code, "GOV", text, name, None, title or None, start, end, reason="counterpart of that state")
