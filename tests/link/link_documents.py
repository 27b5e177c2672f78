"""Documents built by hand, and a small registry, so that rules of the link stage run without a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from detente.lexicon.registry import Registry, registry_from
from detente.link import Linker
from detente.records import (
    Argument,
    Article,
    Clause,
    ClauseLink,
    Document,
    LinkedDocument,
    Modifier,
    Party,
    Phrase,
    PhraseKind,
    Quotation,
    Role,
    Sentence,
    Span,
)

VERBS = frozenset(("say", "tell", "conclude", "note"))
_DETERMINERS = frozenset(("the", "a", "an", "both", "this", "no"))
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "its",
        "their",
        "i",
        "we",
        "us",
        "our",
        "my",
        "who",
    ]
)

TABLES: Mapping[str, str] = {
    "countries.csv": (
        "code,name,aliases,adjectives,people,capital,seats\n"
        "FRA,France,,French,French,Paris,Matignon\n"
        "RUS,Russia,Russian Federation,Russian,Russians|Russian,Moscow,Kremlin\n"
        "SYR,Syria,,Syrian,Syrians|Syrian,Damascus,\n"
        "USA,United States,US|U.S.,American|US,Americans|American,Washington,\n"
        "GBR,United Kingdom,UK|Britain,British|UK,Britons|Briton,London,\n"
    ),
    "territories.csv": (
        "name,aliases,adjectives,code,sector\nAbkhazia,,Abkhaz,GEO,PRE\nGaza,,Gazan|Gazans,PSE,\n"
    ),
    "places.csv": "name,aliases,code,kind\nAleppo,,SYR,city\nLyon,,FRA,city\n",
    "institutions.csv": (
        "id,name,aliases,code,sector,kind\n"
        "mid,Russian Foreign Ministry,,RUS,GOV,ministry\n"
        "mod,Russian Defence Ministry,Russian Defense Ministry,RUS,MIL,military\n"
    ),
    "organisations.csv": (
        "id,name,aliases,code,sector,kind,start,end\n"
        "un,United Nations,UN|U.N.,UNO,IGO,organisation,1945,\n"
        "eu,European Union,EU,EUR,IGO,organisation,1993,\n"
    ),
    "groups.csv": (
        "id,name,aliases,code,sector,kind,start,end\n"
        "hts,Hay'at Tahrir al-Sham,HTS,SYR,REB,armed,2017-01-28,\n"
        "labour,Labour Party,,GBR,PTY,party,,\n"
    ),
    "offices.toml": (
        "[[office]]\nid='pm'\nrole='head-of-government'\nsector='GOV'\ntitles=['prime minister']\n"
        "[[office]]\nid='p'\nrole='head-of-state'\nsector='GOV'\ntitles=['president']\n"
        "[[office]]\nid='fm'\nrole='foreign-minister'\nsector='GOV'\ntitles=['foreign minister']\n"
        "[[office]]\nid='dm'\nrole='defence-minister'\nsector='GOV'\n"
        "titles=['defence minister','defense minister']\n"
        "[[office]]\nid='m'\nrole='minister'\nsector='GOV'\ntitles=['minister']\n"
        "[[office]]\nid='h'\nrole='other'\nsector='GOV'\ngeneric=true\ntitles=['head','leader']\n"
        "[[office]]\nid='s'\nrole='spokesperson'\nsector='GOV'\ngeneric=true\ntitles=['spokesman']\n"
    ),
    "bodies.toml": (
        "[[body]]\nid='g'\nsector='GOV'\nkind='government'\nnouns=['government','ministry']\n"
        "[[body]]\nid='a'\nsector='MIL'\nkind='military'\nnouns=['army','force','soldier']\n"
        "[[body]]\nid='t'\nsector='MIL'\nkind='equipment'\nweak=true\nnouns=['tank']\n"
        "[[body]]\nid='r'\nsector='REB'\nkind='rebel'\npersons=true\nnouns=['rebel','fighter']\n"
        "[[body]]\nid='p'\nsector='COP'\nkind='police'\nnouns=['police']\n"
        "[[body]]\nid='c'\nsector='JUD'\nkind='court'\nnouns=['court']\n"
        "[[body]]\nid='cv'\nsector='CVL'\nkind='people'\npersons=true\nnouns=['man','woman','mother','protester']\n"
    ),
    "ambiguous_names.csv": "name,codes,clues\nLyon,FRA|USA,Mississippi\nFrance,FRA,France Telecom\n",
}
PEOPLE = (
    "id,name,family,gender,aliases,code,sector,role,office,start,end\n"
    "sebastien-lecornu,Sébastien Lecornu,Lecornu,m,,FRA,GOV,defence-minister,"
    "minister of the armed forces,2022-05-20,2025-09-09\n"
    "sergei-shoigu,Sergei Shoigu,Shoigu,m,Sergey Shoigu,RUS,GOV,defence-minister,"
    "minister of defence,2012-11-06,2024-05-12\n"
    "sergei-lavrov,Sergei Lavrov,Lavrov,m,,RUS,GOV,foreign-minister,foreign minister,2004-03-09,\n"
    "catherine-colonna,Catherine Colonna,Colonna,f,,FRA,GOV,foreign-minister,foreign minister,"
    "2022-05-20,2024-01-11\n"
    "jacques-chirac,Jacques Chirac,Chirac,m,,FRA,GOV,head-of-state,president,1995-05-17,2007-05-16\n"
    "jane-smith,Jane Smith,Smith,f,,GBR,LEG,legislature,member of parliament,2019,2024\n"
)


def write_registry(folder: Path, **tables: str) -> Registry:
    """The small registry, some of its tables replaced.

    Args:
        folder: where to write it.
        tables: texts of tables by their names without ``.csv``.
    """
    texts = {**TABLES, **{f"{name}.csv": text for name, text in tables.items() if name != "people"}}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    people = folder / "people"
    people.mkdir(exist_ok=True)
    (people / "all.csv").write_text(tables.get("people", PEOPLE), "utf-8")
    return registry_from(folder)


class Draught:
    """A document in the making: phrases and clauses are added in the order of the text.

    Args:
        text: the text; sentences end at ". ".
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._phrases: list[Phrase] = []
        self._clauses: list[Clause] = []
        self._place = 0
        self._sentences = _sentences(text)

    def phrase(
        self,
        words: str,
        kind: PhraseKind | None = None,
        *,
        plural: bool = False,
        possessor: int | None = None,
        conjuncts: Sequence[int] = (),
        appositions: Sequence[int] = (),
        complements: Sequence[tuple[str, int]] = (),
        head: str = "",
    ) -> int:
        """Adds the next phrase made of some words.

        Args:
            words: its words as they stand in the text, the head last.
            kind: what heads it; told by its spelling where None.
            plural: whether its head is plural.
            possessor: index of the phrase before "'s".
            conjuncts: indices of phrases coordinated with it, which may come later.
            appositions: likewise.
            complements: likewise, with their prepositions.
            head: base form of its last word, where it is not the word itself.
        """
        parts = words.split()
        last = parts[-1]
        place = self.text.index(words, self._place if possessor is None else 0)
        end = place + len(words)
        self._place = end
        determiner = parts[0].lower() if parts[0].lower() in _DETERMINERS and len(parts) > 1 else ""
        inner = parts[1 if determiner else 0 : -1]
        kind = kind or _kind(last)
        self._phrases.append(
            Phrase(
                index=len(self._phrases),
                sentence=next(
                    s.index for s in self._sentences if s.span.start <= place < s.span.end
                ),
                span=Span(place, end),
                head=head or (last if kind is PhraseKind.NAME else last.lower()),
                head_span=Span(end - len(last), end),
                text=words,
                kind=kind,
                plural=plural,
                determiner=determiner,
                modifiers=_modifiers(inner, self.text, place),
                possessor=possessor,
                complements=tuple(complements),
                appositions=tuple(appositions),
                conjuncts=tuple(conjuncts),
            )
        )
        return len(self._phrases) - 1

    def clause(
        self,
        verb: str,
        predicate: str,
        arguments: Sequence[tuple[Role, int] | tuple[Role, int, str]],
        *,
        parent: int | None = None,
        negated: bool = False,
        passive: bool = False,
        copular: bool = False,
    ) -> int:
        """Adds a clause.

        Args:
            verb: the predicate as it stands in the text, its first occurrence.
            predicate: its base form.
            arguments: roles with phrases, and prepositions where they have one.
            parent: the clause whose content it is.
            negated: whether it is negated.
            passive: whether it is passive.
            copular: whether it is a predicate noun or adjective.
        """
        start = self.text.index(verb)
        span = Span(start, start + len(verb))
        index = len(self._clauses)
        self._clauses.append(
            Clause(
                index=index,
                sentence=next(s.index for s in self._sentences if s.span.holds(span)),
                predicate=predicate,
                span=span,
                extent=span,
                negated=negated,
                passive=passive,
                copular=copular,
                arguments=tuple(Argument(*argument) for argument in arguments),
                link=ClauseLink.ROOT if parent is None else ClauseLink.COMPLEMENT,
                parent=parent,
            )
        )
        for argument in arguments:
            record = self._phrases[argument[1]]
            self._phrases[argument[1]] = replace(record, clause=record.clause or index)
        return index

    def document(self) -> Document:
        """The finished document; quotations are what stands between curly marks."""
        firsts = {other: phrase.index for phrase in self._phrases for other in phrase.conjuncts}
        phrases = tuple(
            replace(phrase, first_conjunct=firsts.get(phrase.index)) for phrase in self._phrases
        )
        return Document(
            self.text, self._sentences, phrases, tuple(self._clauses), _quotations(self.text)
        )


def _kind(head: str) -> PhraseKind:
    if head.lower() in _PRONOUNS:
        return PhraseKind.PRONOUN
    return PhraseKind.NAME if head[0].isupper() else PhraseKind.NOUN


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
    place = start
    for word in words:
        place = text.index(word, place)
        span = Span(place, place + len(word))
        found.append(
            Modifier(word if word[0].isupper() else word.lower(), word, span, word[0].isupper())
        )
        place = span.end
    return tuple(found)


def _quotations(text: str) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    start = text.find("“")
    while start >= 0:
        end = text.index("”", start)
        found.append(Quotation(Span(start + 1, end)))
        start = text.find("“", end)
    return tuple(found)


def link(
    registry: Registry, draught: Draught, on: str | None = "2023-11-12", title: str | None = None
) -> LinkedDocument:
    """The draught linked against a registry."""
    document = draught.document()
    article = Article(id="hand", text=document.text, published=on, title=title)
    return Linker(registry, VERBS).link(document, article)


def codes(parties: Sequence[Party]) -> list[str]:
    """``CODE/SECTOR`` of parties."""
    return [f"{party.code}/{party.sector}" for party in parties]


def names(parties: Sequence[Party]) -> list[str]:
    """Full names of parties."""
    return [party.identifier_text for party in parties]
