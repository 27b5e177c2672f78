"""GeoJSON: a feature for each event, for maps."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, TextIO

from detente.export.columns import COLUMNS
from detente.records import Article, Event, Telling

_AT_THE_POINT = ("latitude", "longitude")


class GeoJsonWriter:
    """Writes one FeatureCollection; an event without coordinates has no geometry.

    The properties are the columns of CSV.

    Args:
        stream: where to write.

    Attributes:
        left_out: nothing; every event goes in.
        lost: events without coordinates, which maps do not show.
    """

    per_happening = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._first = True
        self.left_out: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        stream.write('{"type": "FeatureCollection", "features": [')

    def report(self, _article: Article, events: Sequence[Event], /) -> None:
        """Write the features of one report."""
        for event in events:
            self.write(event)
        self._stream.flush()

    def write(self, event: Event, _tellings: Sequence[Telling] = (), /) -> None:
        """Write the feature of an event."""
        feature = {
            "type": "Feature",
            "id": event.id,
            "geometry": _point(event),
            "properties": {
                column.name: column.value(event)
                for column in COLUMNS
                if column.name not in _AT_THE_POINT
            },
        }
        self.lost["coordinates"] += feature["geometry"] is None
        self._stream.write("\n" if self._first else ",\n")
        self._stream.write(json.dumps(feature, ensure_ascii=False))
        self._first = False

    def finish(self, *, skipped: int = 0) -> None:  # noqa: ARG002 - features stand for themselves
        """Close the collection."""
        self._stream.write("\n]}\n")
        self._stream.flush()


def _point(event: Event) -> dict[str, Any] | None:
    """The point of the place, longitude first."""
    place = event.location
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return {"type": "Point", "coordinates": [place.longitude, place.latitude]}
