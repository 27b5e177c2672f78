"""The figures equal those of the bar script, one by one, wherever the shared data are."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from evaluate_cases import (
    CATEGORIES,
    CODES,
    MODES,
    SECTORS,
    SHARED,
    STATUSES,
    coded_record,
    party,
    reference_record,
    write_coded,
    write_reference,
)

from detente.evaluate import ComparedEvent, Evaluation, evaluation

BAR = SHARED / "bars" / "score_docs.py"
REFERENCE = SHARED / "data" / "articles_dev" / "events"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not BAR.is_file() or not REFERENCE.is_dir(),
        reason=f"THE BAR SCRIPT IS NOT AT {SHARED}: set DETENTE_SHARED to the folder that has it",
    ),
]

Record = dict[str, Any]


def _bar(reference: Path, coded: Path, only: str = "") -> list[str]:
    command = [sys.executable, str(BAR), str(reference), str(coded), f"--only={only}", "--show"]
    run = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")  # noqa: S603
    return run.stdout.splitlines()


def _as_the_bar_prints(found: Evaluation) -> list[str]:
    """All figures of an evaluation, and its hits, misses and spurious events, in the bar's words."""
    return [*_shown(found), *_levels(found), _matched(found), *_categories(found)]


def _levels(found: Evaluation) -> Iterator[str]:
    for score in found.levels:
        n = score.counts
        yield (
            f"{score.level:5s} P {n.precision:.3f} R {n.recall:.3f} F1 {n.f1:.3f}"
            f"  ({n.hits} of {n.reference} reference, {n.coded} coded)"
        )


def _matched(found: Evaluation) -> str:
    a = found.full.agreement
    return (
        f"on matched: status {a.status.rate:.3f}  date {a.date.rate:.3f} of {a.date.of}"
        f"  attribution {a.attribution.rate:.3f}  mode {a.mode.rate:.3f} of {a.mode.of}"
        f"  sector {a.sector.rate:.3f}"
    )


def _categories(found: Evaluation) -> Iterator[str]:
    for name, n in found.full.categories.items():
        yield f"  {name!s:10s} hit {n.hits:3d} ref {n.reference:3d} coded {n.coded:3d}"


def _shown(found: Evaluation) -> Iterator[str]:
    for article in found.full.comparisons:
        yield f"== {article.article}"
        for word, events in (
            ("hit ", [hit.reference for hit in article.hits]),
            ("MISS", article.misses),
        ):
            for event in events:
                yield f"   {word} {_told(event)} {event.days}"
        for event in article.spurious:
            yield f"   SPUR {_told(event)} | {event.text[:160]}"


def _told(event: ComparedEvent) -> str:
    return f"{event.category} {sorted(event.actors)} {sorted(event.recipients)} {event.status}"


def _changed(record: Record, article: str, dice: random.Random) -> Record:
    """A coded record for a reference event, wrong here and there as a coder would be."""
    days = record["date"] if dice.random() < 0.6 else None
    speaker = record["attribution"] if dice.random() < 0.8 else party(dice.choice(CODES))
    actors, recipients = record["actors"], record["recipients"]
    if dice.random() < 0.2:
        actors, recipients = recipients, actors
    if dice.random() < 0.2:
        actors = [*actors, party(dice.choice(CODES), dice.choice(SECTORS))]
    if dice.random() < 0.1:
        recipients = []
    mode = record["mode"] if dice.random() < 0.7 else dice.choice(MODES)
    return coded_record(
        article,
        event=[record["type"] if dice.random() < 0.8 else dice.choice(CATEGORIES)],
        mode=[mode] if mode else [],
        actor=actors,
        recipient=recipients,
        status=record["status"] if dice.random() < 0.9 else dice.choice(STATUSES),
        date=days[0] if days else "2023-11-12",
        enddate=days[1] if days else "2023-11-12",
        date_basis="text" if days else "published",
        attribution=[speaker] if speaker else [],
        text=f"sentence {dice.random()}",
    )


def _coding(events: dict[str, list[Record]], seed: int) -> list[Record]:
    dice = random.Random(seed)  # noqa: S311 - no secret
    coded = [
        _changed(record, article, dice)
        for article, records in events.items()
        for record in records
        for _ in range(dice.choice((0, 1, 1, 1, 2)))
    ]
    dice.shuffle(coded)
    return coded


def _reference(articles: int, seed: int) -> dict[str, list[Record]]:
    """Articles with few kinds of events, so that ties abound."""
    dice = random.Random(seed)  # noqa: S311 - no secret

    def parties() -> list[Record]:
        codes = dice.sample(CODES, dice.choice((0, 1, 1, 2)))
        return [party(code, dice.choice(SECTORS)) for code in codes]

    def record() -> Record:
        return reference_record(
            type=dice.choice(CATEGORIES),
            mode=dice.choice(MODES),
            actors=parties(),
            recipients=parties(),
            status=dice.choice(STATUSES[:2]),
            date=dice.choice((None, ["2023-11-07", "2023-11-07"], ["2023-11-01", "2023-11-30"])),
            attribution=dice.choice((None, party("FRA"), party("RUS"))),
        )

    return {
        f"{'gw'[number % 2]}{number}": [record() for _ in range(dice.randrange(12))]
        for number in range(articles)
    }


def _compare(reference: Path, coded: Path, only: str = "") -> None:
    printed = _bar(reference, coded, only)
    ours = _as_the_bar_prints(evaluation(reference, coded, only=only))
    assert sorted(ours) == sorted(printed)
    figures = len(printed) - next(i for i, line in enumerate(printed) if line.startswith("full"))
    assert ours[-figures:][:4] == printed[-figures:][:4]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("only", ["", "w"])
def test_figures_on_the_development_articles(tmp_path: Path, seed: int, only: str) -> None:
    events = {
        path.stem: json.loads(path.read_text("utf-8"))["events"]
        for path in sorted(REFERENCE.glob("*.json"))
    }
    coded = write_coded(tmp_path / "coded.jsonl", _coding(events, seed))
    _compare(REFERENCE, coded, only)


@pytest.mark.parametrize("seed", range(10, 18))
def test_figures_on_events_that_tie(tmp_path: Path, seed: int) -> None:
    events = _reference(40, seed)
    coded = [*_coding(events, seed), coded_record("elsewhere"), coded_record("g0", event=[])]
    _compare(
        write_reference(tmp_path / "reference", events),
        write_coded(tmp_path / "coded.jsonl", coded),
        "g" if seed % 2 else "",
    )


def test_figures_where_nothing_is_coded(tmp_path: Path) -> None:
    _compare(REFERENCE, write_coded(tmp_path / "coded.jsonl", []))


def test_figures_where_everything_is_right(tmp_path: Path) -> None:
    events = _reference(10, 3)
    coded = [
        coded_record(
            article,
            event=[record["type"]],
            mode=[record["mode"]] if record["mode"] else [],
            actor=record["actors"],
            recipient=record["recipients"],
            status=record["status"],
            date=record["date"][0] if record["date"] else None,
            enddate=record["date"][1] if record["date"] else None,
            date_basis="text" if record["date"] else None,
            attribution=[record["attribution"]] if record["attribution"] else [],
        )
        for article, records in events.items()
        for record in records
    ]
    reference = write_reference(tmp_path / "reference", events)
    path = write_coded(tmp_path / "coded.jsonl", coded)
    _compare(reference, path)
    assert evaluation(reference, path).full.counts.f1 == 1.0
