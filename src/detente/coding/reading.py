"""Finding one's way in a linked document: clauses below a clause, parties in a phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise

from detente.coding.belonging import holders
from detente.records import (
    Clause,
    ClauseForm,
    ClauseLink,
    LinkedDocument,
    Modifier,
    Party,
    Phrase,
    PhraseKind,
    Role,
    Span,
)

_CONTENT = frozenset((ClauseLink.COMPLEMENT, ClauseLink.CONTROL))
_WITHIN = ("by", "of", "from", "with", "among", "in", "against", "to", "on", "between")
_DEPTH = 3
_BY = "by"
_FALLEN_ON = frozenset((Role.OBJECT, Role.OBLIQUE))
_ACTIVE = {
    "subject": Role.SUBJECT,
    "object": Role.OBJECT,
    "indirect": Role.INDIRECT,
    "attribute": Role.ATTRIBUTE,
}
_PASSIVE = _ACTIVE | {"subject": Role.AGENT, "object": Role.SUBJECT}
# "was given a long term" keeps the object of "gave him a long term"
_GIVEN = _ACTIVE | {"subject": Role.AGENT, "indirect": Role.SUBJECT}


class Reading:
    """A linked document with its tables turned the way the coding stage asks them.

    Args:
        linked: the document.
        carriers: nouns that act for whoever issues them ("released a statement urging").
        act_nouns: head nouns that can tell an act.
        bystanders: nouns through which no state acts ("the French cuisine").
        days: names of days and times, which are nobody.
        holding: verbs that tell to whom a thing belongs ("houses owned by").
    """

    def __init__(
        self,
        linked: LinkedDocument,
        carriers: frozenset[str] = frozenset(),
        act_nouns: Container[str] = frozenset(),
        bystanders: frozenset[str] = frozenset(),
        days: frozenset[str] = frozenset(),
        holding: frozenset[str] = frozenset(),
    ) -> None:
        self.linked = linked
        self._carriers = carriers
        self._act_nouns = act_nouns
        self._bystanders = bystanders
        self._days = days
        self._holding = holding
        self.document = linked.document
        self._below: dict[int, list[Clause]] = defaultdict(list)
        self._on_phrase: dict[int, list[Clause]] = defaultdict(list)
        self._phrases: dict[int, list[Phrase]] = defaultdict(list)
        self._markers: dict[int, set[str]] = defaultdict(set)
        self._hosts: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for clause in self.document.clauses:
            for argument in clause.arguments:
                self._markers[argument.phrase].add(argument.marker)
            if clause.parent is not None:
                self._below[clause.parent].append(clause)
            elif clause.parent_phrase is not None:
                self._on_phrase[clause.parent_phrase].append(clause)
        self._starts = [phrase.head_span.start for phrase in self.document.phrases]
        self._named: dict[int, tuple[Party, ...]] = {}
        self._heads: dict[int, tuple[str, ...]] = {}
        dating = (day.words for day in linked.days.values() if day.words is not None)
        self._dated = {offset for words in dating for offset in range(words.start, words.end)}
        self._around: dict[int, frozenset[str]] = {}
        self._owners: dict[int, list[int]] = defaultdict(list)
        for phrase in self.document.phrases:
            if phrase.clause is not None:
                self._phrases[phrase.clause].append(phrase)
            for marker, inner in phrase.complements:
                self._markers[inner].add(marker)
                self._hosts[inner].append((phrase.index, marker))
            for _, inner in phrase.complements:
                self._owners[inner].append(phrase.index)

    def phrase(self, index: int) -> Phrase:
        """The phrase of an index."""
        return self.document.phrases[index]

    def roots(self) -> Iterator[Clause]:
        """Clauses that hang on no other clause, nor on a phrase of one."""
        for clause in self.document.clauses:
            if clause.parent is not None:
                continue
            above = clause.parent_phrase
            if above is None or self.phrase(above).clause in (None, clause.index):
                yield clause

    def contents(self, clause: Clause) -> list[Clause]:
        """The clauses that say what a clause's predicate is about.

        An infinitive that words of time part from its verb ("offered on Friday to ease") is often
        parsed as one of purpose; it counts where the verb has no other content and no object.
        """
        below = self._below.get(clause.index)
        if not below:
            return []
        found = [item for item in below if item.link in _CONTENT]
        if found or any(item.role is Role.OBJECT for item in clause.arguments):
            return found
        return [item for item in below if _is_parted_infinitive(clause, item)]

    def others(self, clause: Clause) -> list[Clause]:
        """The other clauses that hang directly on a clause."""
        below = self._below.get(clause.index)
        if not below:
            return []
        contents = {item.index for item in self.contents(clause)}
        return [item for item in below if item.index not in contents]

    def on_phrase(self, phrase: int) -> list[Clause]:
        """The clauses that hang on a phrase."""
        return self._on_phrase[phrase]

    def attached(self, phrase: int, *, agents: bool = False) -> tuple[Party, ...]:
        """Whom the participles on a phrase name ("sanctions imposed on Iran", "mortars fired by rebels").

        Args:
            phrase: index of the phrase.
            agents: whether those who act are asked for, not those on whom it falls.
        """
        found: list[Party] = []
        for below in self.on_phrase(phrase):
            if below.link is not ClauseLink.PARTICIPIAL or below.form is ClauseForm.FINITE:
                continue
            for item in below.arguments:
                wanted = item.role is Role.AGENT if agents else item.role in _FALLEN_ON
                if wanted and item.phrase != phrase:
                    found.extend(self.parties(item.phrase))
        return distinct(found)

    def noun_contents(self, clause: Clause) -> list[Clause]:
        """The clauses that say what a claim or plan named in a clause is about."""
        return [
            below
            for phrase in self._phrases[clause.index]
            for below in self._on_phrase[phrase.index]
            if below.marker == "that"
        ]

    def phrases(self, clause: Clause) -> list[Phrase]:
        """The phrases that belong to a clause, at any depth."""
        return self._phrases[clause.index]

    def phrases_within(self, span: Span) -> Iterator[Phrase]:
        """The phrases whose head lies inside some characters, in order."""
        first = bisect_left(self._starts, span.start)
        for index in range(first, len(self._starts)):
            phrase = self.document.phrases[index]
            if phrase.head_span.start >= span.end:
                return
            yield phrase

    def conditions(self, clause: Clause) -> list[Clause]:
        """The adverbial clauses that hang on a clause."""
        return [below for below in self._below[clause.index] if below.link is ClauseLink.ADVERBIAL]

    def arguments(self, clause: Clause, spec: str) -> list[int]:
        """Indices of the phrases that fill a role, voice undone.

        Args:
            clause: the clause.
            spec: subject, object, indirect, attribute, or a preposition.
        """
        wanted = _wanted(clause, spec)
        if wanted is None:
            return [
                argument.phrase
                for argument in clause.arguments
                if argument.marker == spec and argument.role is Role.OBLIQUE
            ]
        found = [
            argument.phrase
            for argument in clause.arguments
            if argument.role is wanted and (not argument.marker or wanted is Role.AGENT)
        ]
        if wanted is Role.AGENT and not found:
            return self._parted_agents(clause)
        return found

    def _parted_agents(self, clause: Clause) -> list[int]:
        """Who acts in a passive, where the parser hung "by" elsewhere ("was refused visas by France")."""
        kept = [item.phrase for item in clause.arguments if item.role is Role.OBJECT]
        inner = [phrase for owner in kept for phrase in self.complements(owner, _BY)]
        return inner or [
            item.phrase
            for item in clause.arguments
            if item.marker == _BY and item.role is Role.OBLIQUE
        ]

    def parties(self, phrase: int) -> tuple[Party, ...]:
        """Whom a phrase names: itself and what is coordinated with it, else whoever it belongs to."""
        found = self._named.get(phrase)
        if found is None:
            found = self._named[phrase] = self._parties(phrase, _DEPTH)
        return found

    def _parties(self, phrase: int, depth: int) -> tuple[Party, ...]:
        own = self._own(phrase)
        record = self.phrase(phrase)
        if own or depth == 0 or self._is_bystander(record):
            return own
        if record.possessor is not None:
            found = self._parties(record.possessor, depth - 1)
            if found:
                return found
        named = self.linked.modifiers.get(phrase, ())
        if named:
            return named
        for inner in self._hanging(record):
            found = self._parties(inner, depth - 1)
            if found:
                return found
        return self._issuers(record, depth)

    def _hanging(self, record: Phrase) -> Iterator[int]:
        """Phrases that tell whose a phrase is: after a preposition, then by a clause that hangs on it."""
        for marker in _WITHIN:
            for preposition, inner in record.complements:
                if preposition == marker:
                    yield inner
        yield from holders(self._on_phrase.get(record.index, ()), self._holding)

    def parties_beyond(
        self, phrase: int, taken: Container[str], depth: int = _DEPTH
    ) -> list[Party]:
        """Whom the words around a phrase name beside those it belongs to ("its border with Iran").

        Args:
            phrase: index of the phrase.
            taken: codes of the parties that it belongs to.
            depth: how many phrases below it to look into.
        """
        record = self.phrase(phrase)
        named = list(self._own(phrase)) or list(self.linked.modifiers.get(phrase, ()))
        found = [party for party in named if party.code not in taken]
        for _, inner in record.complements if depth else ():
            found = found or self.parties_beyond(inner, taken, depth - 1)
        return found

    def _is_bystander(self, record: Phrase) -> bool:
        """Whether a phrase is the subject of its clause and no state acts through it ("French wine")."""
        if record.head.lower() not in self._bystanders or record.clause is None:
            return False
        clause = self.document.clauses[record.clause]
        return record.index in self.arguments(clause, "subject")

    def _issuers(self, record: Phrase, depth: int) -> tuple[Party, ...]:
        """Whoever issues a statement or letter that is the object of its clause."""
        if record.head.lower() not in self._carriers or record.clause is None:
            return ()
        clause = self.document.clauses[record.clause]
        if record.index not in self.arguments(clause, "object"):
            return ()
        subjects = [
            phrase for phrase in self.arguments(clause, "subject") if phrase != record.index
        ]
        return distinct(party for phrase in subjects for party in self._parties(phrase, depth - 1))

    def _own(self, phrase: int) -> tuple[Party, ...]:
        record = self.phrase(phrase)
        found = list(self.linked.parties.get(phrase, ()))
        for other in record.conjuncts:
            found.extend(self.linked.parties.get(other, ()) or self.linked.modifiers.get(other, ()))
        if not found:
            for other in record.appositions:
                found.extend(self.linked.parties.get(other, ()))
        return distinct(found)

    def parties_of(self, phrases: Iterable[int]) -> tuple[Party, ...]:
        """Whom several phrases name."""
        return distinct(party for phrase in phrases for party in self.parties(phrase))

    def complements(self, phrase: int, marker: str) -> list[int]:
        """Phrases that hang on a phrase with a preposition."""
        return [
            inner for preposition, inner in self.phrase(phrase).complements if preposition == marker
        ]

    def means(self, phrase: int) -> list[int]:
        """The phrases that tell by what means a noun's act is done.

        A "with" that the parser hung on the noun above ("the topic of provocations with the use of
        a bomb") counts as well.
        """
        near = [inner for _, inner in self.phrase(phrase).complements]
        near += [
            inner
            for owner in self._owners.get(phrase, ())
            for inner in self.complements(owner, "with")
        ]
        return near + [deep for inner in near for _, deep in self.phrase(inner).complements]

    def markers(self, phrase: int) -> set[str]:
        """The prepositions that a phrase stands under, those made with a noun included ("in case of")."""
        found = set(self._markers[phrase])
        for owner, marker in self._hosts[phrase]:
            words = self.phrase(owner).text.lower()
            found.update(f"{outer} {words} {marker}" for outer in self._markers[owner] if outer)
        return found

    def owners(self, phrase: int, marker: str) -> list[Phrase]:
        """The phrases that a phrase hangs on with a preposition."""
        return [self.phrase(owner) for owner, joined in self._hosts[phrase] if joined == marker]

    def is_act_noun(self, phrase: Phrase) -> bool:
        """Whether a phrase's head can tell an act."""
        return phrase.head.lower() in self._act_nouns

    def is_named(self, phrase: Phrase) -> bool:
        """Whether a phrase names a party, a place or a day that is known."""
        linked, index = self.linked, phrase.index
        return self.is_day(index) or index in linked.parties or index in linked.places

    def is_day(self, phrase: int) -> bool:
        """Whether a phrase names a day or time."""
        record = self.phrase(phrase)
        if record.kind is PhraseKind.NAME and record.head.lower() in self._days:
            return True
        if phrase in self.linked.phrase_days:
            return True
        head = record.head_span
        return not self._dated.isdisjoint(range(head.start, head.end))

    def heads(self, phrase: int) -> tuple[str, ...]:
        """A phrase's head, alone and with the word before it."""
        found = self._heads.get(phrase)
        if found is None:
            record = self.phrase(phrase)
            head = record.head.lower()
            before = record.modifiers[-1:]
            found = (head, *(f"{modifier.lemma.lower()} {head}" for modifier in before))
            self._heads[phrase] = found
        return found

    def heads_around(self, phrase: int) -> frozenset[str]:
        """The heads of a phrase, of those coordinated with it, and of the noun it is made of."""
        found = self._around.get(phrase)
        if found is None:
            indices = (phrase, *self.phrase(phrase).conjuncts, *self.complements(phrase, "of"))
            found = frozenset(head for index in indices for head in self.heads(index))
            self._around[phrase] = found
        return found

    def words(self, phrase: int) -> Iterator[str]:
        """Base forms of a phrase's words, and "modifier head" pairs, in lower case."""
        record = self.phrase(phrase)
        head = record.head.lower()
        previous = ""
        for modifier in record.modifiers:
            word = modifier.lemma.lower()
            yield word
            if previous:
                yield f"{previous} {word}"
            previous = word
        yield head
        if previous:
            yield f"{previous} {head}"


def _is_parted_infinitive(clause: Clause, below: Clause) -> bool:
    return (
        below.link is ClauseLink.ADVERBIAL
        and below.form is ClauseForm.INFINITIVE
        and below.marker in ("to", "for")
        and below.span.start > clause.span.start
    )


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without repetition, in order."""
    given = tuple(parties)
    if len(given) <= 1:
        return given
    found: dict[tuple[str, str, str], Party] = {}
    for party in given:
        found.setdefault(party.key, party)
    return tuple(found.values())


def lemmas(modifiers: Iterable[Modifier]) -> list[str]:
    """Base forms of modifiers, lower case, with each pair of neighbours joined as well."""
    words = [modifier.lemma.lower() for modifier in modifiers]
    return words + [f"{first} {second}" for first, second in pairwise(words)]


def _wanted(clause: Clause, spec: str) -> Role | None:
    """The syntactic role that a spec asks for in a clause, or None where it is a preposition."""
    if not clause.passive:
        return _ACTIVE.get(spec)
    kept = any(item.role is Role.OBJECT and not item.marker for item in clause.arguments)
    return (_GIVEN if kept else _PASSIVE).get(spec)
