"""States that are teams: in sentences that give a score."""

from __future__ import annotations

import re

from detente.lexicon.registry_rows import Actor, ActorKind
from detente.link.draft import Draft, Mention
from detente.link.mentions import lies_in

_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_TEAMS = frozenset((ActorKind.STATE, ActorKind.CAPITAL, ActorKind.ADJECTIVE, ActorKind.PEOPLE))


def drop_teams(draft: Draft) -> None:
    """Takes out the names that stand for teams."""
    if not _SCORE.search(draft.text):
        return
    playing = {
        clause.sentence
        for clause in draft.document.clauses
        if clause.predicate in draft.words.sport_verbs
    }
    spans = [draft.document.sentences[number].span for number in sorted(playing)]
    scored = [
        (span.start, span.end) for span in spans if _SCORE.search(draft.text, span.start, span.end)
    ]
    draft.mentions = [
        mention
        for mention in draft.mentions
        if not (_may_play(mention) and lies_in(scored, mention.start))
    ]


def _may_play(mention: Mention) -> bool:
    return isinstance(mention.meaning, Actor) and mention.meaning.kind in _TEAMS
