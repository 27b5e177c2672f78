"""Who takes part: a state, a body, a group or a person acting for one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A party as one phrase of a text names it.

    Args:
        code: ISO 3166 alpha-3 of the state, or one of the codebook's own codes.
        sector: sector code of the codebook, e.g. ``GOV``.
        entity_text: the words of the text.
        identifier_text: the fullest name known for it.
        identifier_id: its id in the registry, or None.
        office: the office held on the day, lower case, or None.
        start: offset of the first character of the words, in the article's text.
        end: offset after their last character.
        gender: ``m``, ``f`` or empty where unknown.
        reason: how the phrase was resolved, for ``explain``.
    """

    code: str
    sector: str
    entity_text: str
    identifier_text: str
    identifier_id: str | None
    office: str | None
    start: int
    end: int
    gender: str = ""
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two mentions the same party: code, sector and identity."""
        return (self.code, self.sector, self.identifier_id or self.identifier_text)
