"""Acts told by nouns in clauses: carried by a light verb, presupposed, or in a headline without verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from detente.coding.acts import Act, Context
from detente.coding.forms import FormReader
from detente.coding.nominals import NominalComposer
from detente.coding.reading import Reading, distinct
from detente.coding.roles import doers
from detente.lexicon import ActEntry, Lexicon
from detente.records import Clause, Party, Role

_IN = "in"
_CARRIED_ROLES = frozenset((Role.OBJECT, Role.ATTRIBUTE))


class CarriedComposer:
    """Composes the acts of a clause's nouns.

    Args:
        reading: the document.
        lexicon: what words mean.
        nominals: composes nouns.
        forms: reads the forms of clauses.
        keeps_partyless: whether acts in which nobody is named are kept as well.
    """

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        nominals: NominalComposer,
        forms: FormReader,
        *,
        keeps_partyless: bool,
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._nominals = nominals
        self._forms = forms
        self._keeps_partyless = keeps_partyless

    def light(self, clause: Clause, context: Context, *, operators_only: bool = False) -> list[Act]:
        """Acts told by a noun that the clause's verb only carries ("launched an attack")."""
        found: list[Act] = []
        for carried, agents, patients in self._carried(clause, context):
            argument = self._nominals.measured(carried)
            if argument in self._nominals.used or not self._nominals.entries(argument):
                continue
            if operators_only and not self._nominals.is_operator(argument):
                continue
            for act in self._nominals.meaning(argument, context, agents, patients, clause).primary:
                if act.parties or act.has_default or self._keeps_partyless:
                    formed = self._forms.formed(act, clause, context)
                    found.append(replace(formed, words=(clause.span, *act.words)))
        return found

    def side(self, clause: Clause, context: Context) -> list[Act]:
        """Acts that other nouns of a clause presuppose ("condemned the Russian strike on Kyiv")."""
        found: list[Act] = []
        for phrase in self._reading.phrases(clause):
            if phrase.index not in self._nominals.used and phrase.first_conjunct is None:
                if self._nominals.entries(phrase.index):
                    agents = self._voicing(clause, phrase.index)
                    host = clause if agents else None
                    inside = self._nominals.meaning(phrase.index, context, agents, (), host)
                    acts = inside.primary
                    found.extend(
                        self._forms.within(act, context)
                        for act in acts
                        if self._keeps_partyless or _is_told(act)
                    )
        return found

    def _voicing(self, clause: Clause, phrase: int) -> tuple[Party, ...]:
        """Who does what a clause is done in: "dumped manure in a protest", "fasted in protest"."""
        under = any(item.phrase == phrase and item.marker == _IN for item in clause.arguments)
        entries = self._nominals.entries(phrase) if under else ()
        kinds = (entry for entry in entries if isinstance(entry, ActEntry))
        if not any(self._lexicon.categories[entry.category].voices for entry in kinds):
            return ()
        return self._reading.parties_of(self._reading.arguments(clause, "subject"))

    def loose(self) -> list[Act]:
        """Acts told by nouns outside any clause, as headlines have them."""
        found: list[Act] = []
        for phrase in self._reading.document.phrases:
            if phrase.clause is None and phrase.index not in self._nominals.used:
                if self._nominals.entries(phrase.index):
                    acts = self._nominals.meaning(phrase.index, Context()).primary
                    found.extend(act for act in acts if self._keeps_partyless or _is_told(act))
        return found

    def _carried(
        self, clause: Clause, context: Context
    ) -> Iterator[tuple[int, tuple[Party, ...], tuple[Party, ...]]]:
        """Phrases whose act a verb only carries, with who acts and on whom by the verb.

        Yields:
            Index of the phrase, agents, patients.
        """
        light, reading = self._lexicon.light, self._reading
        yield from ((phrase, (), ()) for phrase in _existing(clause))
        names = self._names(clause)
        occurs, undergone, done = (
            not names.isdisjoint(verbs)
            for verbs in (light.occurrence, light.undergoer, light.agent)
        )
        if not any((occurs, undergone, done)):
            return
        subjects = reading.parties_of(reading.arguments(clause, "subject"))
        subjects = subjects or doers(clause, context)
        for argument in clause.arguments:
            if argument.role is Role.SUBJECT and not clause.passive:
                if occurs:
                    yield argument.phrase, (), ()
            elif argument.role is Role.SUBJECT and clause.passive:
                if done or occurs:
                    yield argument.phrase, subjects, ()
            elif undergone:
                yield argument.phrase, (), subjects
            elif done and not clause.passive:
                yield argument.phrase, subjects, ()

    def _names(self, clause: Clause) -> set[str]:
        """A clause's verb alone, and with what a list of light verbs can give beside it."""
        verb = clause.predicate
        names = {verb, f"{verb} {clause.particle}".strip()}
        for item in clause.arguments:
            if item.marker:
                names.add(f"{verb} {item.marker}")
            if item.role in _CARRIED_ROLES:
                names.add(f"{verb} {self._reading.phrase(item.phrase).head.lower()}")
        return names


def _existing(clause: Clause) -> list[int]:
    """The phrases that a clause only says there are ("there was an attack")."""
    roles = {argument.role: argument.phrase for argument in clause.arguments}
    told = clause.copular and Role.SUBJECT not in roles and Role.ATTRIBUTE in roles
    return [roles[Role.ATTRIBUTE]] if told else []


def _is_told(act: Act) -> bool:
    """Whether a noun by itself says enough to be an act: it names both sides, or a mutual pair."""
    if act.reciprocal:
        return len(distinct(act.actors)) > 1
    return bool(act.actors and act.recipients)
