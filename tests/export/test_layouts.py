"""The cells of the layouts of others, column by column."""

from __future__ import annotations

import io
from datetime import date

import pytest
from export_cases import LECORNU, REBELS, event, party

from detente.export import layouts, record_writer_for
from detente.records import Event, Location, Size, Span, Stance, Telling

PARIS = Location("Paris", "FRA", Span(0, 5), 48.85, 2.35, 2988507)
UN = party("UNO", "United Nations", "IGO")


def rows(form: str, told: Event, *tellings: Telling) -> list[dict[str, str]]:
    """The rows of an event, by name of column; empty cells left out."""
    stream = io.StringIO()
    writer = record_writer_for(form, stream)
    writer.write(told, tellings)
    layout = layouts()[form]
    lines = stream.getvalue().splitlines()[layout.header :]
    cells = (zip(layout.names, line.split(layout.delimiter), strict=True) for line in lines)
    return [{name: cell for name, cell in row if cell} for row in cells]


def telling(name: str, **changes: object) -> Telling:
    """A report of a happening."""
    given = {
        "event": name,
        "article": name,
        "report": f"https://{name}.example/1",
        "publication": None,
        "published": date(2023, 11, 13),
        "stance": Stance.ASSERTS,
        "speakers": (),
        "when": None,
        "size": Size(),
        "text": "",
        **changes,
    }
    return Telling(**given)  # type: ignore[arg-type]


def test_gdelt() -> None:
    (row,) = rows("gdelt", event(actors=(LECORNU,), recipients=(REBELS,), location=PARIS))
    assert row.pop("GLOBALEVENTID").isdecimal()
    assert row == {
        "SQLDATE": "20231107",
        "MonthYear": "202311",
        "Year": "2023",
        "FractionDate": "2023.9233",
        "Actor1Code": "FRAGOV",
        "Actor1Name": "SÉBASTIEN LECORNU",
        "Actor1CountryCode": "FRA",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "SYRREB",
        "Actor2Name": "PEOPLE'S PROTECTION; UNITS",
        "Actor2CountryCode": "SYR",
        "Actor2Type1Code": "REB",
        "IsRootEvent": "0",
        "EventCode": "030",
        "EventBaseCode": "030",
        "EventRootCode": "03",
        "QuadClass": "1",
        "GoldsteinScale": "4.0",
        "NumMentions": "1",
        "NumSources": "1",
        "NumArticles": "1",
        "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Paris",
        "ActionGeo_CountryCode": "FR",
        "ActionGeo_ADM1Code": "FR",
        "ActionGeo_Lat": "48.85",
        "ActionGeo_Long": "2.35",
        "DATEADDED": "20240102000000",
        "SOURCEURL": "seed.txt",
    }


@pytest.mark.parametrize(
    ("who", "code", "country", "group", "kind"),
    [
        (UN, "IGOUNO", "", "UNO", "IGO"),
        (party("EUR", "European Union", "IGO"), "IGOEUREEC", "EUR", "EEC", "IGO"),
        (party("NGO", "Red Cross", "SOC"), "NGOSOC", "", "", "SOC"),
        (party("FRA", "somebody", "UNK"), "FRA", "FRA", "", ""),
        (party("GBR", "BBC", "JRN"), "GBRMED", "GBR", "", "MED"),
        (party("", "somebody", "UNK"), "", "", "", ""),
    ],
)
def test_gdelt_has_codes_of_states_bodies_and_roles(
    who: object, code: str, country: str, group: str, kind: str
) -> None:
    (row,) = rows("gdelt", event(actors=(who,)))
    names = ("Code", "CountryCode", "KnownGroupCode", "Type1Code")
    assert [row.get(f"Actor1{name}", "") for name in names] == [code, country, group, kind]


@pytest.mark.parametrize(
    ("place", "kind", "code"),
    [
        (Location("France", "FRA", Span(0, 1)), "1", "FR"),
        (Location("Boston", "USA", Span(0, 1)), "3", "US"),
        (Location("Pristina", "KOS", Span(0, 1)), "4", "KV"),
        (Location("the sea", None, Span(0, 1)), "4", ""),
        (None, "0", ""),
    ],
)
def test_gdelt_tells_towns_from_states(place: Location | None, kind: str, code: str) -> None:
    (row,) = rows("gdelt", event(location=place))
    assert (row["ActionGeo_Type"], row.get("ActionGeo_CountryCode", "")) == (kind, code)


@pytest.mark.parametrize(
    ("cameo", "quad", "penta"),
    [
        ("020", "1", "0"),
        ("057", "1", "1"),
        ("0841", "2", "2"),
        ("138", "3", "3"),
        ("141", "4", "4"),
    ],
)
def test_classes_go_by_the_first_level_of_the_code(cameo: str, quad: str, penta: str) -> None:
    (gdelt,), (phoenix,) = (rows(form, event(cameo=cameo)) for form in ("gdelt", "phoenix"))
    assert (gdelt["QuadClass"], phoenix["PentaClass"]) == (quad, penta)
    assert gdelt["EventRootCode"] == phoenix["EventRootCode"] == cameo[:2]


def test_gdelt_counts_the_reports_of_a_happening() -> None:
    told = event(mentions=(5, 6))
    own = telling(told.id, article="a", publication="Wire")
    (row,) = rows("gdelt", told, own, telling("b", publication="Wire"), telling("c"))
    numbers = ("NumMentions", "NumSources", "NumArticles")
    assert [row[name] for name in numbers] == ["5", "2", "3"]


def test_mentions_are_one_for_each_report_under_the_number_of_the_event() -> None:
    told = event()
    (number,) = (row["GLOBALEVENTID"] for row in rows("gdelt", told))
    first, second = rows("gdelt-mentions", told, telling(told.id), telling("b"))
    assert {first.pop("GLOBALEVENTID"), second.pop("GLOBALEVENTID")} == {number}
    assert first == {
        "EventTimeDate": "20240102000000",
        "MentionTimeDate": "20231112000000",
        "MentionType": "2",
        "MentionIdentifier": "seed.txt",
        "SentenceID": "4",
        "Actor1CharOffset": "5",
        "Actor2CharOffset": "5",
        "ActionCharOffset": "111",
        "InRawText": "1",
        "Confidence": "85",
    }
    assert (second["MentionType"], second["MentionSourceName"]) == ("1", "b.example")
    assert second["MentionIdentifier"] == "https://b.example/1"
    assert second["MentionTimeDate"] == "20231113000000"


def test_icews() -> None:
    (row,) = rows("icews", event(actors=(LECORNU,), recipients=(REBELS,), location=PARIS))
    assert row.pop("Event ID").isdecimal()
    assert row.pop("Story ID").isdecimal()
    assert row == {
        "Event Date": "2023-11-07",
        "Event Text": "AGREE",
        "CAMEO Code": "030",
        "Source Name": "Sébastien Lecornu",
        "Source Sectors": "Government",
        "Source Country": "France",
        "Intensity": "4.0",
        "Target Name": "People's Protection; Units",
        "Target Sectors": "Rebel",
        "Target Country": "Syria",
        "Sentence Number": "4",
        "City": "Paris",
        "Country": "France",
        "Latitude": "48.85",
        "Longitude": "2.35",
    }


def test_polecat() -> None:
    told = event(actors=(LECORNU,), recipients=(REBELS,), location=PARIS, mode="visit")
    (row,) = rows("polecat", told)
    assert row == {
        "Event ID": "0123456789abcdef-0",
        "Event Date": "2023-11-07",
        "Event Type": "AGREE",
        "Event Mode": "visit",
        "Intensity": "2.5",
        "Quad Code": "VERBAL COOPERATION",
        "Contexts": "diplomatic;military",
        "Actor Name": "Sébastien Lecornu",
        "Actor Country": "FRA",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Title": "minister of the armed forces",
        "Actor Name Raw": "Lecornu",
        "Recipient Name": "People's Protection; Units",
        "Recipient Country": "SYR",
        "Primary Recipient Sector": "REB",
        "Recipient Sectors": "REB",
        "Recipient Name Raw": "People's Protection; Units",
        "Placename": "Paris",
        "City": "Paris",
        "Country": "FRA",
        "Raw Placename": "Paris",
        "Latitude": "48.85",
        "Longitude": "2.35",
        "GeoNames ID": "2988507",
        "Publication Date": "2023-11-12",
        "Language": "en",
        "Version": "detente 0",
    }


def test_phoenix() -> None:
    told = event(location=PARIS)
    (row,) = rows("phoenix", told, telling(told.id), telling("b", publication="Wire"))
    assert row == {
        "EventID": "0123456789abcdef-0",
        "Date": "20231107",
        "Year": "2023",
        "Month": "11",
        "Day": "7",
        "EventCode": "030",
        "EventRootCode": "03",
        "PentaClass": "1",
        "SourceActorFull": "FRAGOV",
        "SourceActorEntity": "FRA",
        "SourceActorRole": "GOV",
        "TargetActorFull": "RUSGOV",
        "TargetActorEntity": "RUS",
        "TargetActorRole": "GOV",
        "GoldsteinScore": "4.0",
        "Issues": "diplomatic,1;military,1",
        "Lat": "48.85",
        "Lon": "2.35",
        "LocationName": "Paris",
        "CountryCode": "FRA",
        "SentenceID": "seed_3",
        "URLs": "seed.txt;https://b.example/1",
        "NewsSources": "Wire",
    }


def test_an_event_without_an_actor_has_no_cells_of_one() -> None:
    for form in layouts():
        (row,) = rows(form, event(actors=()))
        assert not [name for name in row if name.startswith(("Actor1Code", "Source Name"))]


def test_gdelt_1_has_no_time_of_day() -> None:
    (row,) = rows("gdelt1", event())
    assert row["DATEADDED"] == "20240102"
