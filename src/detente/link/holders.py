"""Who holds an office: a person of the document, else of the registry."""

from __future__ import annotations

from detente.lexicon.registry_nouns import NounSense
from detente.lexicon.registry_rows import OfficeRole
from detente.link.draft import Draft
from detente.link.figures import Figure, figure_of
from detente.link.offices import role_of
from detente.records import Phrase

_GOVERNING = frozenset((OfficeRole.HEAD_OF_STATE, OfficeRole.HEAD_OF_GOVERNMENT))


def holder_of(
    draft: Draft, phrase: Phrase, sense: NounSense, code: str, *, from_registry: bool
) -> Figure | None:
    """The person in an office that one person holds at a time, or None.

    Args:
        draft: the document.
        phrase: the phrase of the office.
        sense: what office it is.
        code: whose office it is.
        from_registry: whether somebody whom the document does not name can be meant.
    """
    if phrase.head.lower() in draft.words.generic_leaders and not phrase.plural:
        return _nearest(draft, phrase, code, _GOVERNING)
    role = role_of(draft, phrase.index, sense)
    if role not in draft.words.roles_single or not code:
        return None
    if any(modifier.lemma.lower() in draft.words.names_not_holder for modifier in phrase.modifiers):
        return None
    named = _nearest(draft, phrase, code, frozenset((role,)))
    return named or (_of_registry(draft, phrase, code, role) if from_registry else None)


def _nearest(draft: Draft, phrase: Phrase, code: str, roles: frozenset[str]) -> Figure | None:
    """The last person named before a phrase in one of some offices of a state, else the first after."""
    figures = [figure for figure in draft.figures if figure.code == code and figure.role in roles]
    before = [figure for figure in figures if figure.place < phrase.span.start]
    if before:
        return before[-1]
    return figures[0] if figures else None


def _of_registry(draft: Draft, phrase: Phrase, code: str, role: str) -> Figure | None:
    held = draft.registry.holders(code, role, draft.day)
    if len(held) != 1:
        return None
    figure = figure_of(held[0].person, draft.day, phrase.span.start)
    draft.add_figure(figure)
    return figure
