"""Those who hold the same office elsewhere: "his Russian counterpart"."""

from __future__ import annotations

from detente.link.draft import Draft, Kind
from detente.link.figures import Figure, figure_of
from detente.link.speech import with_conjuncts
from detente.link.titles import beside
from detente.link.wording import words_span
from detente.records import Party, Phrase

_MEMORY = 60


def resolve_counterpart(draft: Draft, phrase: Phrase) -> bool:
    """Gives "counterpart" the persons whom the text names with it, or who held the office.

    Args:
        draft: the document, linked up to the phrase.
        phrase: the phrase that "counterpart" heads.

    Returns:
        Whether it found them.
    """
    found = _named(draft, phrase)
    if not found:
        source = _source(draft, phrase)
        role, title = _office(draft, source)
        codes = [mention.code for mention in draft.inner.get(phrase.index, ()) if mention.code]
        codes = codes or _other_codes(draft, phrase, source)
        found = [_holder(draft, phrase, code, role, title) for code in codes]
    if found:
        draft.settle(phrase.index, tuple(found), Kind.PERSON if len(found) == 1 else Kind.PEOPLE)
        draft.sure.add(phrase.index)
    return bool(found)


def _named(draft: Draft, phrase: Phrase) -> list[Party]:
    parties: list[Party] = []
    for other in beside(draft, phrase):
        if draft.kinds.get(other) is Kind.PERSON:
            parties += [party for party in with_conjuncts(draft, other) if party not in parties]
    return parties


def _source(draft: Draft, phrase: Phrase) -> tuple[Party, ...]:
    """Of whom somebody is the counterpart."""
    if phrase.possessor is not None:
        return draft.parties.get(phrase.possessor, ())
    return ()


def _office(draft: Draft, source: tuple[Party, ...]) -> tuple[str, str]:
    for party in source:
        if party.office:
            return draft.role(party), party.office
    return "", ""


def _other_codes(draft: Draft, phrase: Phrase, source: tuple[Party, ...]) -> list[str]:
    """The state of the last person spoken of who holds an office of another state."""
    own = {party.code for party in source}
    for index in range(phrase.index - 1, max(phrase.index - _MEMORY, 0) - 1, -1):
        for party in draft.parties.get(index, ()) if own else ():
            if party.code not in own and draft.kinds.get(index) is Kind.PERSON and party.office:
                return [party.code]
    return []


def _holder(draft: Draft, phrase: Phrase, code: str, role: str, title: str) -> Party:
    start, end = words_span(draft, phrase)
    figures: list[Figure] = [f for f in draft.figures if f.code == code and f.role == role and role]
    held = draft.registry.holders(code, role, draft.day) if role else ()
    if not figures and len(held) == 1:
        figures = [figure_of(held[0].person, draft.day, start)]
        draft.add_figure(figures[0])
    if figures:
        how = f"counterpart: {role} of {draft.state_name(code)}"
        return figures[0].party(start, end, draft.text, how)
    text, state = draft.text[start:end], draft.state_name(code)
    name = f"{title} of {state}" if title else text
    return Party(
        code, "GOV", text, name, None, title or None, start, end, reason=f"counterpart of {state}"
    )
