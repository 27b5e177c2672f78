"""Document in, linked document out: who, and where."""

from __future__ import annotations

from collections.abc import Mapping

from detente.lexicon.names import tokens
from detente.lexicon.registry import Registry
from detente.link.anaphora import anaphora_words
from detente.link.attributive import link_attributive
from detente.link.definitions import define_bodies
from detente.link.draft import Draft
from detente.link.families import call_again
from detente.link.inside_names import drop_inside_names
from detente.link.lists import complete_lists
from detente.link.mentions import find_mentions, lay_on_phrases
from detente.link.opposition import find_opposed
from detente.link.resolution import resolve_nouns
from detente.link.speech import find_speakers
from detente.link.sport import drop_teams
from detente.link.states import link_modifiers, link_names
from detente.link.story import story_codes
from detente.link.strangers import introduce, place_figures
from detente.link.titles import link_titles
from detente.records import Article, DateSpan, Document, LinkedDocument


class Linker:
    """Points the phrases of documents at known parties and places.

    Args:
        registry: who is who.
        speech_verbs: base forms of the verbs of saying.
    """

    def __init__(self, registry: Registry, speech_verbs: frozenset[str]) -> None:
        self._registry = registry
        self._speech_verbs = speech_verbs
        self._words = anaphora_words()

    def link(
        self, document: Document, article: Article, days: Mapping[int, DateSpan] | None = None
    ) -> LinkedDocument:
        """The document with its parties, places and speakers.

        Args:
            document: the parsed text.
            article: the report it was parsed from; its day decides between holders of an office.
            days: the days that words set clauses on, by index of the clause; in such a clause they
                decide instead.
        """
        draft = Draft(
            document,
            self._registry,
            self._words,
            self._speech_verbs,
            article.published_on,
            tokens(document.text),
            days or {},
        )
        _find_names(draft, article)
        _resolve(draft)
        return LinkedDocument(
            document=document,
            parties=draft.parties,
            modifiers=draft.modifiers,
            places=draft.places,
            speakers=draft.speakers,
            story_codes=draft.story,
        )


def _find_names(draft: Draft, article: Article) -> None:
    find_mentions(draft)
    drop_teams(draft)
    lay_on_phrases(draft)
    drop_inside_names(draft)
    lay_on_phrases(draft)
    introduce(draft)
    draft.story = story_codes(draft, article.title)
    define_bodies(draft)
    call_again(draft)
    lay_on_phrases(draft)
    draft.senses.clear()
    draft.story = story_codes(draft, article.title)
    place_figures(draft)
    draft.roles = {figure.name: figure.role for figure in draft.figures}


def _resolve(draft: Draft) -> None:
    find_opposed(draft)
    link_names(draft)
    link_titles(draft)
    resolve_nouns(draft, quoted=False)
    find_speakers(draft)
    resolve_nouns(draft, quoted=True)
    complete_lists(draft)
    link_modifiers(draft)
    link_attributive(draft)
