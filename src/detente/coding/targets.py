"""Whom an act is against, where the words of its aim tell: "rallied to denounce the president"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.coding.acts import Act
from detente.coding.reading import Reading
from detente.coding.roles import without
from detente.records import Clause, ClauseForm

_PROTEST = "PROTEST"
_MOBILIZE = "MOBILIZE"
_FOES = ("against", "from", "object", "with", "between")
# what a crowd says with its protest: it tells whom the protest is against, and is no act of its own
_AIMS = frozenset(("ACCUSE", "REQUEST", "REJECT", _PROTEST))


def protested(acts: list[Act], aims: Iterable[Act]) -> list[Act]:
    """Protests with the party that their aim tells, where their own words tell none.

    Args:
        acts: the acts of a clause.
        aims: the acts of the clauses that hang on it.
    """
    if all(act.category != _PROTEST or act.recipients for act in acts):
        return acts
    told = [act for act in aims if act.category in _AIMS and act.recipients]
    return [_with_target(act, told) for act in acts]


def ranged(acts: list[Act], clause: Clause, reading: Reading) -> list[Act]:
    """Forces moved, with those whom their purpose tells: "sent troops to fight the rebels".

    Args:
        acts: the acts of a clause.
        clause: the clause.
        reading: the document.
    """
    if all(act.category != _MOBILIZE or act.recipients for act in acts):
        return acts
    below = [*reading.contents(clause), *reading.others(clause)]
    for argument in clause.arguments:
        below += reading.on_phrase(argument.phrase)
    purposes = [purpose for purpose in below if purpose.form is ClauseForm.INFINITIVE]
    return [_against_foe(act, purposes, reading) for act in acts]


def _against_foe(act: Act, purposes: list[Clause], reading: Reading) -> Act:
    if act.category != _MOBILIZE or act.recipients:
        return act
    for purpose in purposes:
        for spec in _FOES:
            found = without(reading.parties_of(reading.arguments(purpose, spec)), act.actors)
            if found:
                return replace(act, recipients=found).noting(f"recipient: its purpose, '{spec}'")
    return act


def _with_target(act: Act, aims: list[Act]) -> Act:
    if act.category != _PROTEST or act.recipients:
        return act
    for aim in aims:
        found = without(aim.recipients, act.actors)
        if found and _is_own(act, aim):
            return replace(act, recipients=found).noting(f"recipient: its aim, {aim.category}")
    return act


def _is_own(act: Act, aim: Act) -> bool:
    keys = {party.key for party in act.actors}
    return not act.actors or not aim.actors or any(party.key in keys for party in aim.actors)
