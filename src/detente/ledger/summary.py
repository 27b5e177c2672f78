"""A ledger in some figures."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from detente.ledger.kept import acts
from detente.store import Snapshot

_COUNTS = """
    SELECT
        (SELECT count(*) FROM articles) AS articles,
        (SELECT count(*) FROM events) AS events,
        (SELECT count(*) FROM {acts}) AS happenings,
        (SELECT count(level) FROM {acts}) AS contacts,
        (SELECT count(*) FROM claims) AS claims,
        (SELECT count(*) FROM corrections) AS corrections,
        (SELECT count(*) FROM rejects) AS rejects,
        (SELECT min(published_on) FROM articles) AS first_published,
        (SELECT max(published_on) FROM articles) AS last_published
"""
_SOURCES = """
    SELECT coalesce(publication, '') AS name, count(*) AS articles FROM articles
    GROUP BY name ORDER BY articles DESC, name
"""
_CODERS = "SELECT DISTINCT coder, lexicon FROM articles ORDER BY coder, lexicon"


@dataclass(frozen=True, slots=True)
class Summary:
    """A ledger in some figures.

    Args:
        path: its folder.
        version: ledger version; 0 where it has none yet.
        time: when that version was made, or None.
        articles: reports.
        events: coded mentions.
        happenings: what they tell of.
        contacts: happenings that are contacts.
        claims: claims.
        corrections: corrections.
        rejects: files and records that could not be read.
        first_published: day of the first report, or None.
        last_published: day of the last, or None.
        sources: reports by outlet, most first; the outlet is empty where none is named.
        codings: coders and lexicons that the events are of.
        bytes: bytes on disk, with all earlier versions.
    """

    path: str
    version: int
    time: datetime | None
    articles: int
    events: int
    happenings: int
    contacts: int
    claims: int
    corrections: int
    rejects: int
    first_published: date | None
    last_published: date | None
    sources: tuple[tuple[str, int], ...]
    codings: tuple[tuple[str, str], ...]
    bytes: int

    def to_dict(self) -> dict[str, Any]:
        """The figures, ready for ``json.dumps``."""
        record = asdict(self)
        for name in ("time", "first_published", "last_published"):
            record[name] = record[name].isoformat() if record[name] else None
        record["sources"] = [
            {"publication": name or None, "articles": number} for name, number in self.sources
        ]
        record["codings"] = [{"coder": coder, "lexicon": digest} for coder, digest in self.codings]
        return record


def summary_of(snapshot: Snapshot) -> Summary:
    """The figures of a snapshot."""
    (counts,) = snapshot.rows(_COUNTS.format(acts=acts(snapshot)))
    return Summary(
        path=str(snapshot.folder),
        version=snapshot.version,
        time=snapshot.run.time if snapshot.run else None,
        sources=tuple((row["name"], row["articles"]) for row in snapshot.rows(_SOURCES)),
        codings=tuple((row["coder"], row["lexicon"]) for row in snapshot.rows(_CODERS)),
        bytes=_size(snapshot.folder),
        **counts,
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
