"""What the documentation says of each name of the program, kept in wording.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("wording.toml")


class WordingError(Exception):
    """The wording speaks of other names than the program has."""


@cache
def _all() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def words(section: str) -> dict[str, str]:
    """The wording of a section, by name."""
    return _all()[section]


def checked(section: str, names: Iterable[str]) -> dict[str, str]:
    """The wording of a section, where it speaks of exactly the names that the program has.

    Args:
        section: which section.
        names: the names of the program.

    Raises:
        WordingError: a name lacks its wording, or there is one for a name that is no more.
    """
    found, needed = words(section), set(names)
    missing, left = sorted(needed - set(found)), sorted(set(found) - needed)
    if missing or left:
        parts = [f"write {', '.join(missing)}"] if missing else []
        parts += [f"take out {', '.join(left)}"] if left else []
        raise WordingError(f"docs/generate/{_FILE.name} [{section}]: {'; '.join(parts)}")
    return found
