"""ICEWS: its table of coded events."""

from __future__ import annotations

from detente.export.pairs import Pair, integer_of
from detente.export.places import state_name, town
from detente.export.rows import Cells, RowWriter
from detente.export.schemes import sectors
from detente.records import Party


class IcewsWriter(RowWriter):
    """Writes the 20 columns of ICEWS, with their header."""

    name = "icews"

    def cells(self, pair: Pair) -> Cells:
        """The row of a pair."""
        event, place = pair.event, pair.event.location
        return {
            "Event ID": pair.integer,
            "Event Date": event.when.first.isoformat() if event.when else None,
            **_side("Source", pair.actor),
            "Event Text": " ".join(filter(None, (event.category, event.mode))),
            "CAMEO Code": event.cameo,
            "Intensity": event.goldstein,
            **_side("Target", pair.recipient),
            "Story ID": integer_of(event.citation.id),
            "Sentence Number": event.sentence + 1,
            "Publisher": event.citation.publication,
            "City": town(place),
            "Country": state_name(place.country) if place else None,
            "Latitude": place.latitude if place else None,
            "Longitude": place.longitude if place else None,
        }


def _side(name: str, party: Party | None) -> Cells:
    if party is None:
        return {}
    return {
        f"{name} Name": party.identifier_text,
        f"{name} Sectors": sectors("icews").get(party.sector),
        f"{name} Country": state_name(party.code),
    }
