"""What a few words can mean: parties, a pair, people, places, and words of the reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.ledger.conditions import folded
from detente.ledger.dyad import Entry
from detente.ledger.dyad.entries import entries_of
from detente.ledger.listing import Listing
from detente.lexicon import default_registry
from detente.lexicon.codes import default_codes
from detente.lexicon.codes import folded as folded_name
from detente.lexicon.registry_rows import Person
from detente.store import Snapshot

_LONGEST_NAME = 5
_MOST_PEOPLE, _MOST_PLACES = 8, 8
_SHORTEST = 2
_WORD = re.compile(r'"([^"]+)"|(\S+)')
_WORDS = """
    SELECT id, earliest, count(*) OVER () AS number FROM happenings WHERE {where}
    ORDER BY first_seen DESC NULLS LAST, date DESC NULLS LAST, id LIMIT $limit OFFSET $offset
"""
_PLACES = f"""
    SELECT location.name AS name, location.country AS country, count(*) AS happenings
    FROM happenings WHERE location.name IS NOT NULL AND {{where}}
    GROUP BY ALL ORDER BY happenings DESC, name LIMIT {_MOST_PLACES}
"""  # noqa: S608 - own names


@dataclass(frozen=True, slots=True)
class Place:
    """A place that happenings are told to have been at.

    Args:
        name: as written.
        country: its state, or None.
        happenings: how many.
    """

    name: str
    country: str | None
    happenings: int


@dataclass(frozen=True, slots=True)
class Found:
    """What some words can mean.

    Args:
        codes: parties that they name, in their order.
        people: people of the registry whose name holds all of them; where there is none, those
            whose name has one of them.
        places: places whose name holds all of them, the one most often first.
        words: happenings in whose best sentence all of them stand, the latest reported first.
    """

    codes: tuple[str, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    words: Listing


def search(snapshot: Snapshot, text: str, limit: int, offset: int = 0) -> Found:
    """What some words can mean.

    Args:
        snapshot: the ledger.
        text: the words, in any order; those between double quotes stand together.
        limit: the most happenings.
        offset: happenings to pass over first.
    """
    words = words_of(text)
    query = _PLACES.format(where=_holds("location.name", words))
    places = snapshot.rows(query, _named(words)) if words else []
    return Found(
        codes=tuple(dict.fromkeys(_codes(text.replace('"', " ").split()))),
        people=tuple(_people(words)),
        places=tuple(Place(**row) for row in places),
        words=_listing(snapshot, words, limit, offset),
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words that are looked for; those between double quotes are one."""
    return tuple(quoted or word for quoted, word in _WORD.findall(text))


def _holds(column: str, words: Sequence[str]) -> str:
    """The condition that a column has all words."""
    return " AND ".join(
        f"contains({folded(column)}, {folded(f'$word{place}')})" for place in range(len(words))
    )


def _named(words: Sequence[str]) -> dict[str, str]:
    return {f"word{place}": word for place, word in enumerate(words)}


def _codes(words: Sequence[str]) -> Iterator[str]:
    """The parties that words name one after the other, each by the most words."""
    codes, place = default_codes(), 0
    while place < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            name = " ".join(words[place : place + length]).strip(" ,;-–")
            # Many codes are words of every day: "can", "per", "and".
            is_code = name in codes.names
            code = name if is_code else codes.by_name.get(folded_name(name))
            if code:
                yield code
                place += length - 1
                break
        place += 1


def _people(words: Sequence[str]) -> Sequence[Person]:
    wanted = {folded_name(word) for word in words}
    if len("".join(wanted)) < _SHORTEST:
        return ()
    names = [(person, folded_name(person.name)) for person in default_registry().people]
    found = [person for person, name in names if all(word in name for word in wanted)]
    found = found or [person for person, name in names if wanted & set(name.split())]
    return found[:_MOST_PEOPLE]


def _listing(snapshot: Snapshot, words: Sequence[str], limit: int, offset: int) -> Listing:
    if not words:
        return Listing(0, ())
    query = _WORDS.format(where=_holds("text", words))
    rows = snapshot.rows(query, {**_named(words), "limit": limit, "offset": offset})
    found = entries_of(snapshot, {row["id"]: row["earliest"] for row in rows}, None)
    listed: list[Entry] = [found[row["id"]] for row in rows if row["id"] in found]
    return Listing(rows[0]["number"] if rows else 0, tuple(listed))
