"""Phoenix: its table of events."""

from __future__ import annotations

from collections.abc import Iterable

from detente.export.pairs import Pair
from detente.export.rows import Cells, RowWriter
from detente.export.schemes import cameo_actor, penta_of, role, root_of
from detente.records import Party


class PhoenixWriter(RowWriter):
    """Writes the 26 fields of Phoenix, one row for each pair of a happening."""

    name = "phoenix"
    per_happening = True

    def cells(self, pair: Pair) -> Cells:
        """The row of a pair."""
        event, place = pair.event, pair.event.location
        day = event.when.first if event.when else None
        return {
            "EventID": pair.name,
            **({"Date": f"{day:%Y%m%d}", "Year": day.year, "Month": day.month} if day else {}),
            "Day": day.day if day else None,
            **_side("SourceActor", pair.actor),
            **_side("TargetActor", pair.recipient),
            "EventCode": event.cameo,
            "EventRootCode": root_of(event.cameo),
            "PentaClass": penta_of(event.cameo),
            "GoldsteinScore": event.goldstein,
            "Issues": _joined(f"{name},1" for name in event.contexts),
            "Lat": place.latitude if place else None,
            "Lon": place.longitude if place else None,
            "LocationName": place.name if place else None,
            "CountryCode": place.country if place else None,
            **_reports(pair),
        }


def _side(name: str, party: Party | None) -> Cells:
    if party is None:
        return {}
    return {
        f"{name}Full": cameo_actor(party),
        f"{name}Entity": party.code,
        f"{name}Role": role(party),
    }


def _reports(pair: Pair) -> Cells:
    event, citation = pair.event, pair.event.citation
    others = [item for item in pair.tellings if item.event != event.id]
    outlets = (citation.publication, *(item.publication for item in others))
    return {
        "SentenceID": f"{citation.id}_{event.sentence}",
        "URLs": _joined((citation.source, *(item.report for item in others))),
        "NewsSources": _joined(dict.fromkeys(name for name in outlets if name)),
    }


def _joined(values: Iterable[str]) -> str:
    return ";".join(value.replace(";", ",") for value in values)
