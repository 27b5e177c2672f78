"""Linked documents written by hand, so that rules of the coding stage run without a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from detente.coding.acts import Act, Context
from detente.coding.composition import Composer
from detente.coding.reading import Reading
from detente.lexicon import Lexicon
from detente.records import (
    Argument,
    Clause,
    ClauseForm,
    ClauseLink,
    DateSpan,
    Document,
    LinkedDocument,
    Location,
    Modifier,
    Party,
    Phrase,
    PhraseKind,
    Quotation,
    Role,
    Sentence,
    Span,
    Status,
    Tense,
)

_DETERMINERS = frozenset(("the", "a", "an", "no", "any", "each", "its"))


def party(code: str, words: str = "", start: int = 0, **more: Any) -> Party:
    """A party by ``CODE`` or ``CODE/SECTOR``."""
    code, _, sector = code.partition("/")
    name = more.pop("name", words or code)
    return Party(
        code=code,
        sector=sector or "GOV",
        entity_text=words or code,
        identifier_text=name,
        identifier_id=more.pop("identifier_id", f"state:{code}"),
        office=more.pop("office", None),
        start=start,
        end=start + len(words or code),
        **more,
    )


class Draught:
    """A linked document in the making: phrases and clauses are added in the order of the text.

    Args:
        text: the text; sentences end at ". ".
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._phrases: list[Phrase] = []
        self._clauses: list[Clause] = []
        self._parties: dict[int, tuple[Party, ...]] = {}
        self._modifiers: dict[int, tuple[Party, ...]] = {}
        self._places: dict[int, Location] = {}
        self._days: dict[int, DateSpan] = {}
        self._phrase_days: dict[int, DateSpan] = {}
        self._place = 0
        self._sentences = _sentences(text)

    def phrase(
        self,
        words: str,
        code: str = "",
        *,
        before: str = "",
        head: str = "",
        place: str = "",
        day: DateSpan | None = None,
        **more: Any,
    ) -> int:
        """Adds the next phrase made of some words, the head last.

        Args:
            words: its words as they stand in the text.
            code: ``CODE`` or ``CODE/SECTOR`` of the party it stands for, or "".
            before: the same of the party that its words before the head name.
            head: base form of its head, where it is not the word itself.
            place: code of the state in which it names a place.
            day: the days that its own words name.
            more: further fields of the record.
        """
        parts = words.split()
        start = self.text.index(words, self._place)
        end = start + len(words)
        self._place = end
        determiner = parts[0].lower() if len(parts) > 1 and parts[0].lower() in _DETERMINERS else ""
        index = len(self._phrases)
        self._phrases.append(
            Phrase(
                index=index,
                sentence=self._sentence(start),
                span=Span(start, end),
                head=head or (parts[-1] if parts[-1][0].isupper() else parts[-1].lower()),
                head_span=Span(end - len(parts[-1]), end),
                text=words,
                kind=PhraseKind.NAME if parts[-1][0].isupper() else PhraseKind.NOUN,
                determiner=determiner,
                modifiers=_modifiers(parts[1 if determiner else 0 : -1], self.text, start),
                **more,
            )
        )
        if code:
            self._parties[index] = (party(code, words, start),)
        if before:
            self._modifiers[index] = (party(before, words, start),)
        if place:
            self._places[index] = Location(words, place, Span(start, end))
        if day:
            self._phrase_days[index] = day
        return index

    def clause(
        self,
        verb: str,
        predicate: str,
        arguments: Sequence[tuple[Role, int] | tuple[Role, int, str]] = (),
        *,
        day: DateSpan | None = None,
        **more: Any,
    ) -> int:
        """Adds a finite clause in the past, or what the further fields say.

        Args:
            verb: the predicate as it stands in the text, its first occurrence.
            predicate: its base form.
            arguments: roles with phrases, and prepositions where they have one.
            day: the days that its words name.
            more: further fields of the record.
        """
        start = self.text.index(verb)
        span = Span(start, start + len(verb))
        index = len(self._clauses)
        form = more.get("form", ClauseForm.FINITE)
        fields = {
            "tense": Tense.PAST if form is ClauseForm.FINITE else Tense.NONE,
            "extent": span,
        } | more
        self._clauses.append(
            Clause(
                index=index,
                sentence=self._sentence(start),
                predicate=predicate,
                span=span,
                arguments=tuple(Argument(*argument) for argument in arguments),
                **fields,
            )
        )
        for _, number, *_ in arguments:
            record = self._phrases[number]
            if record.clause is None:
                self._phrases[number] = replace(record, clause=index)
        if day:
            self._days[index] = day
        return index

    def below(
        self,
        verb: str,
        predicate: str,
        arguments: Sequence[tuple[Role, int] | tuple[Role, int, str]] = (),
        *,
        parent: int | None = 0,
        link: ClauseLink = ClauseLink.CONTROL,
        form: ClauseForm = ClauseForm.INFINITIVE,
        marker: str = "to",
        **more: Any,
    ) -> int:
        """Adds a clause below another one: an infinitive, or what the further fields say."""
        return self.clause(
            verb, predicate, arguments, parent=parent, link=link, form=form, marker=marker, **more
        )

    def linked(self, **more: Any) -> LinkedDocument:
        """The finished document; quotations are what stands between curly marks."""
        firsts = {other: phrase.index for phrase in self._phrases for other in phrase.conjuncts}
        phrases = tuple(
            replace(phrase, first_conjunct=firsts.get(phrase.index)) for phrase in self._phrases
        )
        quoted = _quotations(self.text)
        made = Document(self.text, self._sentences, phrases, tuple(self._clauses), quoted)
        return LinkedDocument(
            document=made,
            parties=self._parties,
            modifiers=self._modifiers,
            places=self._places,
            days=self._days,
            phrase_days=self._phrase_days,
            **more,
        )

    def reading(self, lexicon: Lexicon, **more: Any) -> Reading:
        """The document as the coding stage asks it."""
        return Reading(self.linked(**more), lexicon.speech.carriers, lexicon.nouns)

    def acts(self, lexicon: Lexicon, **more: Any) -> list[Act]:
        """The acts that the document tells."""
        return Composer(self.reading(lexicon, **more), lexicon).acts()

    def _sentence(self, place: int) -> int:
        return next(s.index for s in self._sentences if s.span.start <= place < s.span.end)


def told(act: Act) -> str:
    """An act in a line: ``ACTORS CATEGORY/mode RECIPIENTS status by WHO``."""
    kind = f"{act.category}/{act.mode}" if act.mode else act.category
    chain = [",".join(p.code for p in saying.parties) or "?" for saying in act.sayings]
    by = f" by {' '.join(chain)}" if chain else ""
    return f"{_codes(act.actors)} {kind} {_codes(act.recipients)} {act.status}{by}"


def act(category: str = "ASSAULT", **more: Any) -> Act:
    """An act of France on Iran, or what the further fields say."""
    fields: Mapping[str, Any] = {
        "mode": None,
        "entry": None,
        "actors": (party("FRA"),),
        "recipients": (party("IRN"),),
        "status": Status.ACTUAL,
        "sentence": 0,
        "clause": None,
        "phrase": None,
        "words": (Span(0, 1),),
    }
    return Act(category=category, **{**fields, **more})


def plain() -> Context:
    """The context of a clause that nobody asserts and nothing sets in doubt."""
    return Context()


def _codes(parties: Sequence[Party]) -> str:
    return "+".join(sorted({party.code for party in parties})) or "-"


def _sentences(text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    start = 0
    while start < len(text):
        stop = text.find(". ", start)
        end = len(text) if stop < 0 else stop + 1
        found.append(Sentence(len(found), Span(start, end)))
        start = end + 1
    return tuple(found)


def _modifiers(words: Sequence[str], text: str, start: int) -> tuple[Modifier, ...]:
    found: list[Modifier] = []
    for word in words:
        place = text.index(word, start)
        start = place + len(word)
        lemma = word if word[0].isupper() else word.lower()
        found.append(Modifier(lemma, word, Span(place, start), word[0].isupper()))
    return tuple(found)


def _quotations(text: str) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    start = text.find("“")
    while start >= 0:
        end = text.index("”", start)
        found.append(Quotation(Span(start + 1, end)))
        start = text.find("“", end)
    return tuple(found)
