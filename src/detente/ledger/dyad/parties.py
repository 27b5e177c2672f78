"""The party that somebody means who asks for "France", "russian" or "UNO"."""

from __future__ import annotations

from dataclasses import dataclass

from detente.errors import PartyError
from detente.ledger.near_names import near_names
from detente.lexicon import default_registry
from detente.lexicon.codes import Codes, default_codes
from detente.lexicon.registry_rows import ActorKind, Known

_FORMS = "give a code (FRA), or a state's name or adjective"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two parties.

    Args:
        code: codebook code.
        name: usual name.
    """

    code: str
    name: str


def side_of(name: str) -> Side:
    """The party of a name.

    Args:
        name: a code, or the name, adjective, people or capital of a state, in any case; or the
            name of a body that has a code of its own.

    Raises:
        PartyError: nobody of the name is known, or whoever it is has no code of their own.
    """
    codes = default_codes()
    code = codes.code(name.strip()) or _body(name.strip(), codes)
    return Side(code, codes.names[code])


def sides_of(first: str, second: str) -> tuple[Side, Side]:
    """Two different parties.

    Raises:
        PartyError: one of them is not known, or they are the same.
    """
    sides = (side_of(first), side_of(second))
    if sides[0] == sides[1]:
        raise PartyError(f"{first} and {second} are both {sides[0].name}; name two parties")
    return sides


def _body(name: str, codes: Codes) -> str:
    registry = default_registry()
    found = [known for known in registry.lookup(name) if known.kind is not ActorKind.NOBODY]
    for known in found:
        body = registry.bodies.get(known.code)
        if body is not None and body.name == known.name:
            return known.code
    if found:
        raise PartyError(f"{name}: {_told(found[0], codes)}")
    near = near_names(name)
    meant = f"did you mean {' or '.join(near)}?" if near else _FORMS
    raise PartyError(f"{name}: no such party is known; {meant}", near)


def _told(known: Known, codes: Codes) -> str:
    if known.code not in codes.names:
        return f"{known.name} is no party"
    counted = f"{known.name} is counted with {known.code} ({codes.names[known.code]})"
    return f"{counted}; ask for {known.code}"
