"""The names of parties that whoever mistypes one may have meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from detente.lexicon.codes import default_codes, folded

_NEAR = 3
# Nobody's name is longer, and to compare takes the square of it.
_LONGEST = 60


def near_names(name: str) -> tuple[str, ...]:
    """Names with their codes that are nearly the one given: ``France (FRA)``.

    Args:
        name: a name or a code that is none.
    """
    found: dict[str, str] = {}
    for code, written in _near(name[:_LONGEST]):
        found.setdefault(code, f"{written} ({code})")
    return tuple(found.values())


def _near(name: str) -> Iterator[tuple[str, str]]:
    codes = default_codes()
    for written in get_close_matches(folded(name), codes.by_name, _NEAR):
        yield codes.by_name[written], codes.written[written]
    for code in get_close_matches(name.upper(), codes.names, _NEAR):
        yield code, codes.names[code]
