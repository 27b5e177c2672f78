"""The other side of an act that its sentence leaves open: whom its actors dealt with just before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detente.coding.acts import Act
from detente.lexicon import Category, Lexicon
from detente.records import Party

_REACH = 1
_SIDES = 2


@dataclass(frozen=True, slots=True)
class _Dealing:
    """What two sides had to do with each other.

    Args:
        sentence: index of the sentence that tells it.
        sides: the parties of each, all with a code.
    """

    sentence: int
    sides: tuple[tuple[Party, ...], tuple[Party, ...]]

    def opposite(self, actors: tuple[Party, ...]) -> tuple[Party, ...]:
        """The side that some actors are not on; nobody where neither or both are theirs."""
        first, second = self.sides
        for shared in (_codes, _sectors):
            own = shared(actors)
            near, far = not own.isdisjoint(shared(first)), not own.isdisjoint(shared(second))
            if near is not far:
                return second if near else first
            if not near:
                return ()
        return ()


def with_opposites(acts: Iterable[Act], lexicon: Lexicon) -> list[Act]:
    """Acts of one side with the other, where the sentences before tell who that is.

    "Moscow expelled two Britons. London called the charge absurd": what the second sentence answers
    was done by the first's actor.

    Args:
        acts: the acts of a report, in the order of the text.
        lexicon: which categories look for the other side so.
    """
    dealings: list[_Dealing] = []
    found = []
    for act in acts:
        whole = _with_opposite(act, dealings, lexicon.categories[act.category])
        dealing = _dealing(act)
        if dealing is not None:
            dealings.append(dealing)
        found.append(whole)
    return found


def _with_opposite(act: Act, dealings: list[_Dealing], category: Category) -> Act:
    nominal = act.phrase is not None  # a noun often leaves out its own actor, not the other side
    if nominal or act.reciprocal or not category.recipient_carried or len(_codes(act.actors)) != 1:
        return act
    named = any(party.code or _is_name(party) for party in act.recipients)
    if named and not (category.recipient_foreign and _is_own(act)):
        return act
    other = _opposite(act, dealings)
    return (
        replace(act, recipients=other).noting("recipient: dealt with just before") if other else act
    )


def _is_own(act: Act) -> bool:
    """Whether an act falls on those who act: a government's own envoy, say."""
    same_state = _codes(act.recipients) == _codes(act.actors)
    return same_state and _sectors(act.recipients) == _sectors(act.actors)


def _is_name(party: Party) -> bool:
    """Whether what no table knows is somebody's name, not a thing ("called the cut blackmail")."""
    return party.entity_text[:1].isupper()


def _opposite(act: Act, dealings: list[_Dealing]) -> tuple[Party, ...]:
    for dealing in reversed(dealings):
        if act.sentence - dealing.sentence > _REACH:
            return ()
        other = dealing.opposite(act.actors)
        if len(_codes(other)) == 1:
            return other
    return ()


def _dealing(act: Act) -> _Dealing | None:
    """The two sides of an act, or None where there are not two."""
    actors, recipients = _known(act.actors), _known(act.recipients)
    if not act.reciprocal:
        return _Dealing(act.sentence, (actors, recipients)) if actors and recipients else None
    codes = list(dict.fromkeys(party.code for party in actors))
    if len(codes) != _SIDES:
        return None
    first, second = (tuple(item for item in actors if item.code == code) for code in codes)
    return _Dealing(act.sentence, (first, second))


def _known(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(party for party in parties if party.code)


def _codes(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.code for party in parties if party.code)


def _sectors(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(party.sector for party in parties)
