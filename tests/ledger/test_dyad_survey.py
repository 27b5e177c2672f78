"""What the ledger finds in SQL is what going through all happenings one by one finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from dyad_cases import (
    FRANCE,
    LECORNU,
    MACRON,
    PUTIN,
    RUSSIA,
    SHOIGU,
    UKRAINE,
    happening,
    ledger_of,
    told,
)

from detente import Ledger
from detente.fold import contact
from detente.ledger.dyad import DyadView, Entry
from detente.ledger.dyad.period import Period
from detente.records import Assertion, DateBasis, DateSpan, Happening, Level, Stance, Status

PAIR = "FRA-RUS"
ACTS = (
    *("CONSULT", "CONSULT phone", "AGREE", "REQUEST meet", "REQUEST", "REJECT meet", "SUPPORT"),
    *("SANCTION expel", "COERCE deport", "COERCE", "ACCUSE", "AID"),
)
SIDES = (((FRANCE,), (RUSSIA,)), ((RUSSIA,), (FRANCE,)), ((FRANCE,), (UKRAINE,)))
MEETINGS = ((MACRON, PUTIN), (LECORNU, SHOIGU), (MACRON, SHOIGU))
FIRST = date(2020, 1, 1)
DAYS = (None, date(2020, 3, 1), date(2021, 1, 31), date(2022, 6, 15), date(2023, 12, 31))
LIMIT = 7


def _made(random: Random, number: int) -> Happening:
    """A happening with random parties, days and reports."""
    first = FIRST + timedelta(days=random.randrange(1200))
    length = random.choice((0, 0, 0, 1, 4, 31, 32, 365))
    basis = random.choice((DateBasis.TEXT, DateBasis.TEXT, DateBasis.PUBLISHED))
    when = DateSpan(first, first + timedelta(days=length), basis)
    told_when = random.choice((when, when, when, None))
    reports = [
        told(
            f"r{number}-{place}",
            str(when.last + timedelta(days=random.choice((0, 1, 2, 40, 400)))),
            stance=random.choice((*[Stance.ASSERTS] * 9, Stance.DENIES)),
            when=told_when,
        )
        for place in range(random.randint(1, 3))
    ]
    act = random.choice(ACTS)
    met = act.startswith("CONSULT")
    actors, recipients = (random.choice(MEETINGS), ()) if met else random.choice(SIDES)
    return happening(
        act,
        actors,
        recipients,
        told_when,
        *reports,
        status=random.choice((*[Status.ACTUAL] * 4, Status.NEGATED, Status.FUTURE)),
        historical=random.random() < 0.2,
    )


HAPPENINGS = [_made(Random(number), number) for number in range(400)]  # noqa: S311 - test data


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder: Path = tmp_path_factory.mktemp("survey") / "ledger"
    ledger_of(folder, *HAPPENINGS[:150])
    ledger_of(folder, *HAPPENINGS[150:300])
    return ledger_of(folder, *HAPPENINGS[300:])


def _known(as_of: date | None) -> list[Happening]:
    """The pair's happenings, as they were known on a day."""
    found = []
    for item in HAPPENINGS:
        tellings = tuple(
            telling
            for telling in item.tellings
            if as_of is None or (telling.published and telling.published <= as_of)
        )
        if PAIR in item.dyads and tellings:
            denied = any(telling.stance is Stance.DENIES for telling in tellings)
            assertion = Assertion.DENIED if denied else Assertion.PRESS
            found.append(replace(item, tellings=tellings, assertion=assertion))
    return found


def _day(item: Happening) -> date | None:
    return item.when.first if item.when else item.first_seen


def _past(as_of: date | None, period: Period, *, denied: bool = False) -> list[Happening]:
    return [
        item
        for item in _known(as_of)
        if (denied or item.assertion is not Assertion.DENIED)
        and ((day := _day(item)) is None or day <= period.day)
    ]


def _dated(item: Happening) -> bool:
    return item.when is not None and item.when.basis is DateBasis.TEXT


def _exact(item: Happening) -> bool:
    when = item.when
    if when is None or (item.historical and when.basis is DateBasis.PUBLISHED):
        return False
    return (when.last - when.first).days <= 31


def _is(item: Happening, acts: Iterable[str]) -> bool:
    return item.category in acts or f"{item.category} {item.mode}" in acts


def _met(as_of: date | None, period: Period) -> dict[Level, list[Happening]]:
    """Contacts by level, the last one first."""
    found: dict[Level, list[Happening]] = {}
    for item in _past(as_of, period):
        made = contact(item)
        if made is not None and item.status is Status.ACTUAL:
            found.setdefault(made.level, []).append(item)
    for items in found.values():
        items.sort(key=lambda item: (_dated(item), _day(item) or date.min), reverse=True)
    return found


def _days(entries: Sequence[Entry]) -> list[date | None]:
    return [entry.day for entry in entries]


def _latest(items: Iterable[Happening]) -> list[date | None]:
    days = sorted((_day(item) for item in items), key=lambda day: day or date.min, reverse=True)
    return list(days[:LIMIT])


@pytest.fixture(scope="module", params=DAYS, ids=str)
def asked(ledger: Ledger, request: pytest.FixtureRequest) -> tuple[DyadView, date | None, Period]:
    as_of: date | None = request.param
    view = ledger.show("FRA", "RUS", as_of, LIMIT)
    return view, as_of, Period(view.day, as_of)


Asked = tuple[DyadView, date | None, Period]


def test_counts_and_the_last_report(asked: Asked) -> None:
    view, as_of, _ = asked
    known = _known(as_of)
    assert view.happenings == len(known)
    assert view.last_report == max(
        (item.last_seen for item in known if item.last_seen), default=None
    )


def test_last_contacts(asked: Asked) -> None:
    view, as_of, period = asked
    met = _met(as_of, period)
    assert set(view.contacts.by_level) == set(met)
    for level, entry in view.contacts.by_level.items():
        best = met[level][0]
        assert (entry.day, entry.level) == (_day(best), level)
        assert entry.happening in {item.id for item in met[level]}


def test_talks_before_a_silence(asked: Asked) -> None:
    view, as_of, period = asked
    expected = {}
    for level, items in _met(as_of, period).items():
        last = _day(items[0])
        if last is None or not _dated(items[0]):
            continue
        begins = last.replace(year=last.year - 2)
        days = {
            day
            for item in items
            if _dated(item) and _exact(item) and (day := _day(item)) is not None and day > begins
        }
        if len(days) > 1:
            expected[level] = len(days)
    assert {item.level: item.talks for item in view.silence.levels} == expected


def test_lists(asked: Asked) -> None:
    view, as_of, period = asked
    past = _past(as_of, period)
    actual = [item for item in past if item.status is Status.ACTUAL]
    disrupting = [item for item in actual if _is(item, ("REJECT", "SANCTION", "COERCE deport"))]
    assert view.disruptions.number == len(disrupting)
    assert _days(view.disruptions.listed) == _latest(disrupting)
    unmet = [
        item
        for item in _past(as_of, period, denied=True)
        if item.status is Status.NEGATED and contact(item) is not None
    ]
    assert _days(view.silence.said) == _latest(unmet)
    ready = [item for item in actual if _is(item, ("AGREE", "REQUEST meet"))]
    shown = [day for item in view.openness for day in _days(item.ready) if day]
    assert sorted(shown, reverse=True) == _latest(ready)


def test_months(asked: Asked) -> None:
    view, as_of, period = asked
    counted: dict[date, list[int]] = {}
    for item in _past(as_of, period):
        if item.status is Status.ACTUAL and _exact(item) and item.when is not None:
            month = item.when.first.replace(day=1)
            counted.setdefault(month, [0, 0])[item.quad_code > 2] += 1
    months = [*view.balance.months, *([view.balance.running] if view.balance.running else [])]
    found = [(month.first, [month.cooperation, month.conflict]) for month in months]
    assert found == [(month.first, counted.get(month.first, [0, 0])) for month in months]


def test_no_report_is_of_a_later_day(asked: Asked) -> None:
    view, as_of, _ = asked
    entries = [*view.disruptions.listed, *view.silence.said, *view.contacts.by_level.values()]
    entries += [entry for item in view.openness for entry in (*item.ready, *item.refuses)]
    assert all(entry.reports for entry in entries)
    for entry in entries:
        for report in entry.reports:
            assert as_of is None or (report.published and report.published <= as_of)
