"""The events of a ledger in the formats of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.export.writer import RecordWriter
from detente.store import REVIEWED, Snapshot, event_of, telling_of

_EVENTS = f"SELECT * FROM {REVIEWED} ORDER BY date NULLS LAST, id"  # noqa: S608 - own name
_HAPPENINGS = f"""
    SELECT told.*, happenings.tellings
    FROM happenings JOIN {REVIEWED} AS told ON told.id = happenings.best
    ORDER BY told.date NULLS LAST, told.id
"""  # noqa: S608 - own names
_TELLINGS = "tellings"


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of writing the events of a version.

    Args:
        version: ledger version.
        events: events or happenings that were written.
        left_out: those that the format cannot hold, by reason.
        lost: those of which it cannot hold something, by what that is.
    """

    version: int
    events: int
    left_out: Mapping[str, int]
    lost: Mapping[str, int]


def write_events(snapshot: Snapshot, writer: RecordWriter) -> Exported:
    """Write all events of a version as corrected, by day.

    Where the format knows several reports of one happening, these are its best events.

    Args:
        snapshot: the version, with its corrections.
        writer: the writer of the format; what it writes to stays open.
    """
    number = 0
    for row in snapshot.result(_HAPPENINGS if writer.per_happening else _EVENTS).rows():
        tellings = row.pop(_TELLINGS, ())
        writer.write(event_of(row), [telling_of(cells) for cells in tellings])
        number += 1
    writer.finish()
    left_out = dict(writer.left_out)
    written = number - sum(left_out.values())
    return Exported(snapshot.version, written, left_out, dict(writer.lost))
