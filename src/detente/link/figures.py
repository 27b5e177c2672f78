"""A person of a document, as the text and the registry together know him or her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detente.lexicon.names import folded_name
from detente.lexicon.registry import FORMER_SECTOR
from detente.lexicon.registry_rows import Person
from detente.records import Party

# sectors of those who hold no office that they could leave
_LASTING = frozenset(("REB", "PRM", "UAF", "CRM"))


@dataclass(slots=True)
class Figure:
    """A person with what is known so far.

    Args:
        name: fullest name.
        family: name by which later mentions call the person, folded.
        gender: ``m``, ``f`` or empty.
        code: codebook code.
        sector: sector code.
        office: office on the day, or None.
        role: kind of office, or "".
        id: id in the registry, or None.
        place: offset of the first full mention.
        reason: how the above is known.
        person: the row of the registry, or None.
    """

    name: str
    family: str
    gender: str
    code: str
    sector: str
    office: str | None
    role: str
    id: str | None
    place: int
    reason: str
    person: Person | None = None

    def as_of(self, first: date, last: date) -> Figure:
        """The person in the office held over some days, where the registry knows one."""
        if self.person is None:
            return self
        held = self.person.office_on(last)
        if held is None or held != self.person.office_on(first):
            return self
        return figure_of(self.person, last, self.place)

    def party(self, start: int, end: int, text: str, how: str) -> Party:
        """The person as a party that some words name.

        Args:
            start: offset of the words' first character.
            end: offset after their last.
            text: the article's text.
            how: how the words came to mean this person.
        """
        return Party(
            code=self.code,
            sector=self.sector,
            entity_text=text[start:end],
            identifier_text=self.name,
            identifier_id=self.id,
            office=self.office,
            start=start,
            end=end,
            gender=self.gender,
            reason=f"{how}; {self.reason}",
        )


def figure_of(person: Person, day: date | None, place: int) -> Figure:
    """A person of the registry as of a day."""
    held = person.office_on(day)
    nearest = held or person.nearest_office(day)
    family = " ".join(folded_name(person.family))
    if held:
        reason = f"registry {held.code} {held.title} {held.period}"
        return Figure(
            person.name,
            family,
            person.gender,
            held.code,
            held.sector,
            held.title,
            held.role,
            person.id,
            place,
            reason,
            person,
        )
    reason = f"registry: out of office on the day, {nearest.code} {nearest.title} {nearest.period}"
    sector = nearest.sector if nearest.sector in _LASTING else FORMER_SECTOR
    return Figure(
        person.name,
        family,
        person.gender,
        nearest.code,
        sector,
        None,
        "",
        person.id,
        place,
        reason,
        person,
    )
