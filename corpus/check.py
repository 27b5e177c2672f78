"""Checks every report and sheet of the corpus.

python -m corpus.check
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

from corpus.build import reference
from corpus.collection import (
    ACTORS,
    FOLDER,
    Coding,
    Described,
    Split,
    World,
    described,
    report,
    sheet,
    sheet_path,
)
from corpus.sheets import CodedEvent, CodedParty, SheetError
from detente.lexicon import registry_with
from detente.lexicon.closed_lists import closed_lists
from detente.records import Status

FEWEST_WORDS, MOST_WORDS = 75, 360
_LONGEST_EVIDENCE = 320
# the kinds of act that have no meaning without somebody on whom
_OPEN = frozenset((Status.FUTURE, Status.HYPOTHETICAL, Status.NEGATED))
# states that are no more, for reports of the time when they were
_FORMER = frozenset(("SUN", "YUG", "SCG", "CSK", "DDR", "YMD"))


def faults() -> Iterator[str]:
    """Every fault, as a line that names the file."""
    rows = described()
    codes = _codes()
    names = {row.id for row in rows}
    if len(names) != len(rows):
        yield "reports.csv: an id stands there twice"
    for path in sorted((FOLDER / "reports").glob("*.json")):
        if path.stem not in names:
            yield f"reports/{path.name}: is not in reports.csv"
    for row in rows:
        yield from _report_faults(row)
        for coding in Coding:
            if sheet_path(row.id, coding).exists():
                yield from _sheet_faults(row, coding, codes)
        if not sheet_path(row.id, Coding.FIRST).exists():
            yield f"coding/first/{row.id}.txt: is missing"
        elif _is_stale(row.id):
            yield f"events/{row.id}.json: differs from its sheet; python -m corpus.build writes it"
    yield from shared_happenings(rows)


def _codes() -> frozenset[str]:
    """Codes of states and bodies, those that the corpus invents included."""
    lists = closed_lists()
    return frozenset((*lists.states, *lists.others, *registry_with(ACTORS).states, *_FORMER))


def _is_stale(name: str) -> bool:
    path = FOLDER / "events" / f"{name}.json"
    try:
        return not path.exists() or path.read_text("utf-8") != reference(name)
    except SheetError:
        return False


def _report_faults(row: Described) -> Iterator[str]:
    found = report(row.id)
    place = f"reports/{row.id}.json"
    if found.id != row.id:
        yield f"{place}: has the id {found.id!r}"
    number = len(found.text.split())
    if not FEWEST_WORDS <= number <= MOST_WORDS:
        yield f"{place}: has {number} words"
    if not (found.title and found.publication and row.style and row.happening):
        yield f"{place}: lacks a title, publication, style or happening"


def _sheet_faults(row: Described, coding: Coding, codes: frozenset[str]) -> Iterator[str]:
    place = f"coding/{coding}/{row.id}.txt"
    try:
        events = sheet(row.id, coding)
    except SheetError as fault:
        yield str(fault)
        return
    found = report(row.id)
    for number, event in enumerate(events, 1):
        for told in _event_faults(event, codes):
            yield f"{place}: event {number} {told}"
        for party in _parties(event):
            if party.words and party.words not in found.text:
                yield f"{place}: event {number} has words that the report has not: {party.words!r}"
        done = event.status not in _OPEN
        if done and event.days and event.days[1] > found.published:
            yield f"{place}: event {number} lies after publication"


def _event_faults(event: CodedEvent, codes: frozenset[str]) -> Iterator[str]:
    lists = closed_lists()
    category = lists.categories.get(event.category)
    if category is None:
        yield f"has no category of the codebook: {event.category}"
    elif event.mode and event.mode not in category.modes:
        yield f"has a mode that {event.category} has not: {event.mode}"
    if event.status not in {str(status) for status in Status}:
        yield f"has a status that there is not: {event.status}"
    if not event.actors and not event.recipients:
        yield "has neither actor nor recipient"
    for party in _parties(event):
        if party.code not in codes:
            yield f"has a code that there is not: {party.code}"
        if party.sector not in lists.sectors:
            yield f"has a sector that there is not: {party.sector}"
    if event.evidence[1] - event.evidence[0] > _LONGEST_EVIDENCE:
        yield "has evidence that is too long"


def _parties(event: CodedEvent) -> tuple[CodedParty, ...]:
    source = (event.attribution,) if event.attribution else ()
    return (*event.actors, *event.recipients, *source)


def shared_happenings(rows: Iterable[Described]) -> Iterator[str]:
    """Happenings that are told in more than one split.

    Reports of one happening name it alike; real acts of one day between the same parties are taken
    for one as well.
    """
    places: dict[object, set[Split]] = defaultdict(set)
    names: dict[object, set[str]] = defaultdict(set)
    for row in rows:
        for key in (row.happening, *_dated_acts(row)):
            places[key].add(row.split)
            names[key].add(row.id)
    for key, splits in places.items():
        if len(splits) > 1:
            yield f"reports.csv: {', '.join(sorted(names[key]))} tell one happening: {key}"


def _dated_acts(row: Described) -> Iterator[object]:
    if row.world is not World.REAL:
        return
    try:
        events = sheet(row.id)
    except (SheetError, OSError):
        return
    for event in events:
        if event.days and event.days[0] == event.days[1] and event.status == Status.ACTUAL:
            sides = frozenset(party.code for party in (*event.actors, *event.recipients))
            yield event.category, event.mode, sides, event.days[0]


if __name__ == "__main__":
    found = list(faults())
    for line in found:
        print(line)
    print(f"{len(described())} reports, {len(found)} faults")
    sys.exit(1 if found else 0)
