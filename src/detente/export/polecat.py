"""POLECAT: its table of events."""

from __future__ import annotations

from detente.export.pairs import Pair
from detente.export.places import town
from detente.export.rows import Cells, RowWriter
from detente.records import Location, Party

_QUADS = {
    1: "VERBAL COOPERATION",
    2: "MATERIAL COOPERATION",
    3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}


class PolecatWriter(RowWriter):
    """Writes the 40 columns of POLECAT, with their header."""

    name = "polecat"

    def cells(self, pair: Pair) -> Cells:
        """The row of a pair."""
        event, citation = pair.event, pair.event.citation
        return {
            "Event ID": pair.name,
            "Event Date": event.when.first.isoformat() if event.when else None,
            "Event Type": event.category,
            "Event Mode": event.mode,
            "Intensity": event.event_scale,
            "Quad Code": _QUADS[event.quad_code],
            "Contexts": ";".join(event.contexts),
            **_side("Actor", pair.actor),
            **_side("Recipient", pair.recipient),
            **_place(event.location),
            "Source": citation.publication,
            "Publication Date": citation.published.isoformat() if citation.published else None,
            "Language": citation.language,
            "Version": event.coder,
        }


def _side(name: str, party: Party | None) -> Cells:
    if party is None:
        return {}
    return {
        f"{name} Name": party.identifier_text,
        f"{name} Country": party.code,
        f"Primary {name} Sector": party.sector,
        f"{name} Sectors": party.sector,
        f"{name} Title": party.office,
        f"{name} Name Raw": party.entity_text,
    }


def _place(place: Location | None) -> Cells:
    if place is None:
        return {}
    return {
        "Placename": place.name,
        "City": town(place),
        "Country": place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": place.geonames_id,
        "Raw Placename": place.name,
    }
