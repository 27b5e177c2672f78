"""Filling the frames of tests/cases/frames.toml with acts and countries."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from event_cases import FOLDER

_ARTICLE = re.compile(r"\b([Aa]) (?=[AEIOUaeiou])")


@dataclass(frozen=True, slots=True)
class Country:
    """A country as frames name it."""

    name: str
    adjective: str
    code: str


@dataclass(frozen=True, slots=True)
class Act:
    """A base act in all its forms."""

    category: str
    plain: str
    past: str
    done: str
    gerund: str
    noun: str = ""
    passive: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence around an act."""

    text: str
    reason: str
    not_for: tuple[str, ...] = ()

    def takes(self, act: Act) -> bool:
        """Whether an act has the form that the frame needs."""
        if act.category in self.not_for or ("{noun}" in self.text and not act.noun):
            return False
        return "{passive}" not in self.text or act.passive is not None

    def filled(self, act: Act, actor: Country, other: Country, third: Country) -> str:
        """The sentence."""
        subject, was, participle = act.passive or ("", "", "")
        text = self.text.format(
            plain=act.plain,
            past=act.past,
            done=act.done,
            gerund=act.gerund,
            noun=act.noun,
            P=subject[:1].upper() + subject[1:],
            p=subject,
            was=was,
            passive=participle,
            A="{A}",
            a="{a}",
            C="{C}",
        )
        names = {
            "A": actor.name,
            "a": actor.adjective,
            "B": other.name,
            "b": other.adjective,
            "C": third.name,
        }
        return _ARTICLE.sub(r"\1n ", text.format(**names))


def countries() -> list[Country]:
    """The countries of the file."""
    return [Country(**row) for row in _table()["country"]]


def acts() -> list[Act]:
    """The acts of the file."""
    return [
        Act(**{**row, "passive": tuple(row["passive"]) if "passive" in row else None})
        for row in _table()["act"]
    ]


def frames() -> list[Frame]:
    """The frames of the file."""
    return [Frame(**{**row, "not_for": tuple(row.get("not_for", ()))}) for row in _table()["frame"]]


def _table() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "frames.toml").read_text("utf-8"))
