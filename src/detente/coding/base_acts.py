"""Base acts of clauses: who does what to whom by a verb or adjective alone."""

from __future__ import annotations

from detente.coding.acts import Act, Context
from detente.coding.blame import sufferers, victims_of_subject
from detente.coding.doubts import doubted
from detente.coding.nominals import NominalComposer
from detente.coding.reading import Reading, distinct
from detente.coding.remaining import with_remaining
from detente.coding.roles import (
    clause_actors,
    clause_recipients,
    content_subjects,
    doers,
    is_mutual,
    occasion_guests,
    persons_first,
    reciprocal_parties,
    strange_actor,
    without,
)
from detente.lexicon import ActEntry, Lexicon
from detente.records import Clause, Party, Status

# who is let go was held by those who let go ("two men held by rebels were freed")
_RELEASE = "release"


class BaseActs:
    """Makes the base acts of clauses.

    Args:
        reading: the document.
        lexicon: what words mean.
        nominals: composes nouns.
        silent: where to note why a clause that looks like an act gives none, by index of the clause.
        keeps_partyless: whether acts in which nobody is named are kept as well.
    """

    def __init__(
        self,
        reading: Reading,
        lexicon: Lexicon,
        nominals: NominalComposer,
        silent: dict[int, str],
        *,
        keeps_partyless: bool,
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        self._nominals = nominals
        self._keeps_partyless = keeps_partyless
        self.silent = silent

    def _is_by_bystander(self, clause: Clause) -> bool:
        """Whether a clause's subject is a noun through which no state acts ("French cuisine")."""
        heads = (
            self._reading.phrase(phrase).head.lower()
            for phrase in self._reading.arguments(clause, "subject")
        )
        return not self._lexicon.speech.bystanders.isdisjoint(heads)

    def of_subject(self, act: Act, clause: Clause) -> Act:
        """An act with the doubt on the noun that is its subject ("a suspected attack killed ten")."""
        for phrase in self._reading.arguments(clause, "subject"):
            if self._nominals.entries(phrase):
                act = doubted(act, phrase, clause, self._reading, self._lexicon)
        return act

    def act(self, clause: Clause, entry: ActEntry, context: Context) -> Act | None:
        """The act that an entry makes of a clause, its form left aside, or None."""
        actors, recipients = self._parties(clause, entry, context)
        if not _acts_so(actors, entry):
            self.silent[clause.index] = f"{entry.id}: it is no act of such a party"
            return None
        if self._keeps_partyless:
            pass
        elif self._is_by_bystander(clause):
            self.silent[clause.index] = f"{entry.id}: its subject acts for nobody"
            return None
        elif not actors and not recipients and entry.default_actor is None:
            self.silent[clause.index] = f"{entry.id}: no party found"
            return None
        act = Act(
            category=entry.category,
            mode=entry.mode,
            entry=entry,
            actors=actors,
            recipients=recipients,
            status=Status.ACTUAL,
            sentence=clause.sentence,
            clause=clause.index,
            phrase=None,
            words=(clause.span,),
            sayings=context.sayings,
            reciprocal=entry.reciprocal or is_mutual(self._reading, clause),
            trace=(f"'{clause.predicate}' is {entry.id} ({entry.source})",),
        )
        return self._sure(act, entry, clause)

    def _sure(self, act: Act, entry: ActEntry, clause: Clause) -> Act | None:
        """The act, or None where its word is weak and only one side is told."""
        if not entry.weak or self._keeps_partyless:
            return act
        act = with_remaining(act, self._reading, self._lexicon)
        sides = len(act.actors) > 1 if act.reciprocal else bool(act.actors and act.recipients)
        if sides:
            return act
        self.silent[clause.index] = f"{entry.id}: a weak word with only one party"
        return None

    def _parties(
        self, clause: Clause, entry: ActEntry, context: Context
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        reading = self._reading
        if entry.speaker:
            speakers = context.sayings[-1].parties if context.sayings else ()
            blamed = reading.parties_of(reading.arguments(clause, "subject"))
            own = {party.code for party in speakers} & {party.code for party in blamed}
            return (speakers, blamed) if speakers and blamed and not own else ((), ())
        if entry.reciprocal or is_mutual(reading, clause):
            parties = reciprocal_parties(reading, clause, entry)
            speakers = context.sayings[-1].parties if context.sayings else ()
            everyone = doers(clause, context) + parties
            return persons_first(everyone + occasion_guests(reading, clause, speakers)), ()
        actors = clause_actors(reading, clause, entry) or doers(clause, context)
        suffering = sufferers(clause, entry.category, reading, self._lexicon)
        recipients = clause_recipients(reading, clause, entry, actors + suffering)
        recipients = victims_of_subject(clause, actors, recipients, reading, self._lexicon)
        recipients = recipients or content_subjects(reading, clause, actors)
        held = "object" if clause.passive and entry.mode == _RELEASE else "subject"
        actors = actors or _attached(reading, clause, held, recipients, agents=True)
        recipients = recipients or _attached(reading, clause, "object", actors)
        if recipients and not actors:
            actors = strange_actor(reading, clause, entry)
        if not recipients and self._lexicon.categories[entry.category].verbal:
            pointed = (
                self._nominals.blamed(phrase) for phrase in reading.arguments(clause, "object")
            )
            recipients = without(distinct(party for found in pointed for party in found), actors)
        return actors, recipients


def _attached(
    reading: Reading, clause: Clause, spec: str, taken: tuple[Party, ...], *, agents: bool = False
) -> tuple[Party, ...]:
    """Whom the participles on what fills a role name, where the role itself names nobody."""
    found = [
        party
        for phrase in reading.arguments(clause, spec)
        for party in reading.attached(phrase, agents=agents)
    ]
    return without(distinct(found), taken)


def _acts_so(actors: tuple[Party, ...], entry: ActEntry) -> bool:
    """Whether an entry's words mean its act where these parties do it, by their sectors.

    "Workers protested against the raid" tells of a street, "France protested against the raid" does not.
    """
    if not actors:
        return not entry.by
    sectors = {party.sector for party in actors}
    return not (entry.by and sectors.isdisjoint(entry.by)) and not sectors <= entry.not_by
