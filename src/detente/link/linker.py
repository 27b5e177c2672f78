"""Document in, linked document out: who, and where."""

from __future__ import annotations

from detente.lexicon.names import tokens
from detente.lexicon.registry import Registry
from detente.link.anaphora import anaphora_words
from detente.link.bodies import resolve_body
from detente.link.draft import Draft
from detente.link.introductions import call_again, introduce
from detente.link.mentions import find_mentions, lay_on_phrases
from detente.link.pointing import resolve_pointer
from detente.link.pronouns import resolve_pronoun
from detente.link.speech import find_speakers
from detente.link.states import link_modifiers, link_names
from detente.link.story import story_codes
from detente.link.titles import link_titles
from detente.records import Article, Document, LinkedDocument, PhraseKind


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

    def link(self, document: Document, article: Article) -> LinkedDocument:
        """The document with its parties, places and speakers.

        Args:
            document: the parsed text.
            article: the report it was parsed from; its day decides between holders of an office.
        """
        draft = Draft(document, self._registry, self._words, article.published_on, tokens(document.text))
        self._find_names(draft, article)
        link_names(draft)
        link_titles(draft)
        self._resolve(draft, quoted=False)
        find_speakers(draft, self._speech_verbs)
        self._resolve(draft, quoted=True)
        link_modifiers(draft)
        return LinkedDocument(
            document=document,
            parties=draft.parties,
            modifiers=draft.modifiers,
            places=draft.places,
            speakers=draft.speakers,
            story_codes=draft.story,
        )

    def _resolve(self, draft: Draft, *, quoted: bool) -> None:
        """Resolves the phrases without a name, in order; quoted ones need their speakers first."""
        for phrase in draft.document.phrases:
            index = phrase.index
            if (index in draft.quoted) is not quoted or index in draft.parties:
                continue
            if phrase.kind is PhraseKind.PRONOUN:
                resolve_pronoun(draft, phrase, self._speech_verbs)
            elif index in draft.heads or index in draft.absorbed:
                continue
            elif not resolve_pointer(draft, phrase, self._speech_verbs):
                resolve_body(draft, phrase)

    def _find_names(self, draft: Draft, article: Article) -> None:
        find_mentions(draft)
        lay_on_phrases(draft)
        introduce(draft, self._speech_verbs)
        draft.story = story_codes(draft, article.title)
        call_again(draft)
        lay_on_phrases(draft)
        draft.senses.clear()
        draft.story = story_codes(draft, article.title)
        for figure in draft.figures:
            if not figure.code and draft.story:
                figure.code = draft.story[0]
