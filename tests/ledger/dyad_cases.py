"""A ledger of happenings written by hand, each with the reports that tell it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from detente import Ledger
from detente.fold import claims, contact
from detente.records import (
    Article,
    Assertion,
    Casualties,
    DateBasis,
    DateSpan,
    Happening,
    Location,
    Party,
    Size,
    Span,
    Stance,
    Status,
    Telling,
)
from detente.store import Reach, Run, Store, article_row, claim_row, happening_row

_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("AID", "COOPERATE"), 2),
    **dict.fromkeys(("ACCUSE", "REJECT", "REQUEST", "THREATEN"), 3),
    **dict.fromkeys(("SANCTION", "COERCE", "ASSAULT"), 4),
}


def party(code: str, name: str, office: str | None = None) -> Party:
    """A party of the executive."""
    return Party(code, "GOV", name, name, None, office, 0, len(name))


FRANCE, RUSSIA, UKRAINE = party("FRA", "France"), party("RUS", "Russia"), party("UKR", "Ukraine")
MACRON = party("FRA", "Emmanuel Macron", "president")
PUTIN = party("RUS", "Vladimir Putin", "president")
LECORNU = party("FRA", "Sébastien Lecornu", "minister of the armed forces")
SHOIGU = party("RUS", "Sergei Shoigu", "defence minister")
ZAKHAROVA = party("RUS", "Maria Zakharova", "foreign ministry spokesperson")


def on(first: str, last: str = "", basis: DateBasis = DateBasis.TEXT) -> DateSpan:
    """Days."""
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last or first), basis)


def told(
    report: str,
    published: str | None,
    *speakers: Party,
    stance: Stance = Stance.ASSERTS,
    text: str = "",
    when: DateSpan | None = None,
    outlet: str | None = "Le Monde",
) -> Telling:
    """A report; the id of its event is made from its own."""
    return Telling(
        event=f"e-{report}",
        article=f"a-{report}",
        report=report,
        publication=outlet,
        published=date.fromisoformat(published) if published else None,
        stance=stance,
        speakers=speakers,
        when=when,
        size=Size(),
        text=text or f"So says {report}.",
    )


def happening(
    act: str,
    actors: Iterable[Party],
    recipients: Iterable[Party],
    when: DateSpan | None,
    *tellings: Telling,
    **changes: Any,
) -> Happening:
    """A happening; what its reports do not say is usual."""
    category, _, mode = act.partition(" ")
    name = hashlib.sha256("".join(sorted(item.event for item in tellings)).encode()).hexdigest()
    made = Happening(
        id=name[:16],
        component=tellings[0].event,
        category=category,
        mode=mode or None,
        contexts=("diplomatic",),
        quad_code=_QUADS[category],
        event_scale=1.0,
        cameo="040",
        goldstein=1.0,
        actors=tuple(actors),
        recipients=tuple(recipients),
        status=Status.ACTUAL,
        when=when,
        historical=False,
        location=None,
        casualties=Casualties(),
        condition=None,
        words=(),
        text=tellings[0].text,
        best=tellings[0].event,
        assertion=_assertion(tellings),
        tellings=tuple(sorted(tellings, key=_order)),
    )
    return replace(made, **changes)


def _order(telling: Telling) -> tuple[date, str]:
    return telling.published or date.max, telling.event


def _assertion(tellings: tuple[Telling, ...]) -> Assertion:
    if any(item.stance is Stance.DENIES for item in tellings):
        return Assertion.DENIED
    press = any(not item.speakers for item in tellings)
    return Assertion.PRESS if press else Assertion.ONE_SIDE


def ledger_of(folder: Path, *happenings: Happening) -> Ledger:
    """A ledger with some happenings, in one more version."""
    with Store(folder).transaction() as transaction:
        version = transaction.version
        for item in happenings:
            days = [item.when, *(telling.when for telling in item.tellings)]
            first = min((day.first for day in days if day), default=date.min)
            last = max((day.last for day in days if day), default=date.max)
            reach = Reach(first, last, frozenset())
            row = happening_row(item, contact(item), reach, version)
            transaction.add("happenings", [row])
            rows = [
                claim_row(claim, item.component, version, item.tellings) for claim in claims(item)
            ]
            transaction.add("claims", rows)
            articles = (_article(telling) for telling in item.tellings)
            coding = {"coding": "", "coder": "", "lexicon": "", "events": 1}
            transaction.add("articles", [article_row(it, coding, version) for it in articles])
        transaction.commit(Run(version, datetime.now(UTC), "add"))
    return Ledger(folder)


def _article(telling: Telling) -> Article:
    return Article(
        id=telling.report,
        text=telling.text,
        published=telling.published,
        publication=telling.publication,
    )


CALL = happening(
    "CONSULT phone",
    (LECORNU, SHOIGU),
    (),
    on("2022-10-23"),
    told("call-1", "2022-10-24", text="Lecornu and Shoigu spoke by telephone on Sunday."),
    told("call-2", "2022-10-25", outlet="Agence"),
    told("seed", "2023-11-12", outlet=None, text="They last talked on 23 October last year."),
    location=Location("Paris", "FRA", Span(0, 5)),
    contexts=("military", "cbrn"),
)
EARLIER_CALL = happening(
    "CONSULT phone", (LECORNU, SHOIGU), (), on("2022-08-01"), told("august", "2022-08-02")
)
SUMMIT = happening(
    "CONSULT visit", (MACRON,), (PUTIN,), on("2022-02-07"), told("summit", "2022-02-08")
)
VAGUE = happening(
    "CONSULT",
    (MACRON, PUTIN),
    (),
    on("2023-11-12", basis=DateBasis.PUBLISHED),
    told("vague", "2023-11-12", text="They had met several times."),
    historical=True,
)
NOT_SINCE = happening(
    "CONSULT",
    (LECORNU, SHOIGU),
    (),
    on("2022-10-24", "2023-11-12"),
    told("since", "2023-11-12", LECORNU, text="“I haven’t spoken to the minister since."),
    status=Status.NEGATED,
)
READY = happening(
    "AGREE",
    (LECORNU,),
    (SHOIGU,),
    on("2023-11-11"),
    told("ready", "2023-11-12", LECORNU, text="I am ready to talk when it is useful."),
    condition="when it is useful",
)
REFUSED = tuple(
    happening("REJECT meet", (RUSSIA,), (FRANCE,), on(day), told(f"no-{day}", day))
    for day in ("2023-01-10", "2023-06-01")
)
EXPELLED = happening(
    "SANCTION expel", (FRANCE,), (RUSSIA,), on("2022-04-04"), told("expelled", "2022-04-05")
)
VISAS = happening(
    "REJECT", (FRANCE,), (RUSSIA,), on("2023-11-07"), told("visas", "2023-11-08", ZAKHAROVA)
)
ACCUSED = happening(
    "ACCUSE allege",
    (ZAKHAROVA,),
    (FRANCE,),
    on("2023-11-08"),
    told("accused", "2023-11-08", ZAKHAROVA, text="France breaks its obligations."),
    told("accused-too", "2023-11-10", ZAKHAROVA),
)
ARMED = happening(
    "AID",
    (FRANCE,),
    (UKRAINE,),
    on("2023-11-01"),
    told("armed", "2023-11-03", RUSSIA, text="Paris armed Kyiv, Moscow said."),
    told("unarmed", "2023-11-05", FRANCE, stance=Stance.DENIES, text="Paris denied it."),
)
RELATION = (
    *(CALL, EARLIER_CALL, SUMMIT, VAGUE, NOT_SINCE, READY, *REFUSED, EXPELLED, VISAS),
    *(ACCUSED, ARMED),
)
DAY = date(2023, 11, 12)


def monthly(first: date, *numbers: tuple[int, int]) -> Iterable[Happening]:
    """Acts of cooperation and conflict, as many as numbers say for each month.

    Args:
        first: a day of the first month, not after its 28th.
        numbers: of each month.
    """
    day = first
    for cooperation, conflict in numbers:
        for act, number in (("SUPPORT", cooperation), ("THREATEN", conflict)):
            for place in range(number):
                report = told(f"{act}-{day}-{place}", day.isoformat())
                yield happening(act, (FRANCE,), (RUSSIA,), on(day.isoformat()), report)
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=first.day)
