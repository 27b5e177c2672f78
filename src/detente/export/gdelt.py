"""GDELT: its table of events and its table of mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from detente.export.pairs import Pair
from detente.export.places import is_state
from detente.export.rows import Cells, RowWriter
from detente.export.schemes import cameo_actor, fips, quad_of, role, root_of
from detente.records import Event, Location, Party, Telling

_COUNTRY, _US_CITY, _WORLD_CITY = 1, 3, 4
_WEB, _CITED = 1, 2
_GROUPS = {"UNO": "UNO", "EUR": "EEC"}
_NO_STATE = frozenset(("UNO", "IGO", "NGO", "ISM", "IMG", "MNC"))


class GdeltWriter(RowWriter):
    """Writes the 61 columns of GDELT 2.0, one row for each pair of a happening."""

    name = "gdelt"
    per_happening = True

    def cells(self, pair: Pair) -> Cells:
        """The row of a pair."""
        event = pair.event
        return {
            "GLOBALEVENTID": pair.integer,
            **_days(event),
            **_actor("Actor1", pair.actor),
            **_actor("Actor2", pair.recipient),
            "IsRootEvent": int(event.sentence == 0),
            "EventCode": event.cameo,
            "EventBaseCode": event.cameo[:3],
            "EventRootCode": root_of(event.cameo),
            "QuadClass": quad_of(event.cameo),
            "GoldsteinScale": event.goldstein,
            **_numbers(event, pair.tellings),
            "Actor1Geo_Type": 0,
            "Actor2Geo_Type": 0,
            **_place(event.location),
            "DATEADDED": self.added(event.coded_on),
            "SOURCEURL": event.citation.source,
        }

    def added(self, day: date) -> str:
        """A day as the column of the day of adding has it."""
        return _moment(day)


class Gdelt1Writer(GdeltWriter):
    """Writes the 58 columns of GDELT 1.0, which has no districts and no time of day."""

    name = "gdelt1"

    def added(self, day: date) -> str:
        """The day without a time."""
        return f"{day:%Y%m%d}"


class MentionsWriter(RowWriter):
    """Writes the 16 columns of GDELT 2.0's mentions, one row for each report of a pair."""

    name = "gdelt-mentions"
    per_happening = True

    def cells(self, pair: Pair) -> Cells:
        """The mention in the report that the event is coded from."""
        event, citation = pair.event, pair.event.citation
        return {
            **_mention(pair, citation.publication, citation.source, citation.published),
            "SentenceID": event.sentence + 1,
            "Actor1CharOffset": _offset(pair.actor),
            "Actor2CharOffset": _offset(pair.recipient),
            "ActionCharOffset": event.words[0].span.start if event.words else -1,
        }

    def rows(self, pair: Pair) -> Iterator[Cells]:
        """That mention, and those in the other reports of the happening."""
        yield self.cells(pair)
        for telling in pair.tellings:
            if telling.event != pair.event.id:
                yield _mention(pair, telling.publication, telling.report, telling.published)


def _days(event: Event) -> Cells:
    if event.when is None:
        return {}
    day = event.when.first
    return {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + (day.month * 30 + day.day) / 365:.4f}",
    }


def _actor(prefix: str, party: Party | None) -> Cells:
    if party is None:
        return {}
    return {
        f"{prefix}Code": cameo_actor(party),
        f"{prefix}Name": party.identifier_text.upper(),
        f"{prefix}CountryCode": None if party.code in _NO_STATE else party.code,
        f"{prefix}KnownGroupCode": _GROUPS.get(party.code),
        f"{prefix}Type1Code": role(party) or (party.code if party.code in _NO_STATE else None),
    }


def _numbers(event: Event, tellings: Sequence[Telling]) -> Cells:
    others = [item for item in tellings if item.event != event.id]
    articles = {item.article for item in tellings}
    outlets = {item.publication or item.article for item in tellings}
    return {
        "NumMentions": 1 + len(event.mentions) + len(others),
        "NumSources": len(outlets) or 1,
        "NumArticles": len(articles) or 1,
    }


def _place(place: Location | None) -> Cells:
    if place is None:
        return {"ActionGeo_Type": 0}
    code = fips().get(place.country or "")
    whole = is_state(place)
    town = _US_CITY if place.country == "USA" else _WORLD_CITY
    return {
        "ActionGeo_Type": _COUNTRY if whole else town,
        "ActionGeo_FullName": place.name,
        "ActionGeo_CountryCode": code,
        "ActionGeo_ADM1Code": code,
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
        "ActionGeo_FeatureID": code if whole else None,
    }


def _mention(pair: Pair, outlet: str | None, address: str, published: date | None) -> Cells:
    web = urlsplit(address).scheme in ("http", "https") if "://" in address else False
    return {
        "GLOBALEVENTID": pair.integer,
        "EventTimeDate": _moment(pair.event.coded_on),
        "MentionTimeDate": _moment(published or pair.event.coded_on),
        "MentionType": _WEB if web else _CITED,
        "MentionSourceName": outlet or (urlsplit(address).hostname if web else None),
        "MentionIdentifier": address,
        "Actor1CharOffset": -1,
        "Actor2CharOffset": -1,
        "ActionCharOffset": -1,
        "InRawText": 1,
        "Confidence": round(pair.event.confidence * 100),
    }


def _offset(party: Party | None) -> int:
    return party.start if party is not None else -1


def _moment(day: date) -> str:
    return f"{day:%Y%m%d}000000"
