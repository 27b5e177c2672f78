"""The folding test set keeps its own rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

import pytest
from groups import FOLDER, Group, Half, Happening, Report, Telling, files, groups

from detente.lexicon import default_lexicon

EARLIEST, LATEST = date(1995, 1, 1), date(2025, 12, 31)
LONGEST_FILE = 500
GROUPS = {half: groups(half) for half in Half}
ALL = [group for half in Half for group in GROUPS[half]]

each_half = pytest.mark.parametrize("half", list(Half))
each_group = pytest.mark.parametrize("group", ALL, ids=lambda group: group.id)


def _tellings(group: Group) -> Iterator[tuple[Happening, Telling, Report]]:
    reports = {report.id: report for report in group.reports}
    for happening in group.happenings:
        for telling in happening.tellings:
            yield happening, telling, reports[telling.report]


def _happenings(half: Half) -> set[str]:
    return {happening.id for group in GROUPS[half] for happening in group.happenings}


def _pairs(half: Half) -> Counter[bool]:
    """How many pairs of one group and category are to be joined, and how many kept apart."""
    count: Counter[bool] = Counter()
    for group in GROUPS[half]:
        told = [(happening.id, telling.category) for happening, telling, _ in _tellings(group)]
        pairs = combinations(told, 2)
        count.update(first == second for first, second in pairs if first[1] == second[1])
    return count


def test_there_are_enough_groups_and_they_are_shared_evenly() -> None:
    assert len(ALL) >= 60
    assert abs(len(GROUPS[Half.DEV]) - len(GROUPS[Half.HELD])) <= 2
    assert abs(len(GROUPS[Half.UNSEEN]) - len(GROUPS[Half.HELD])) <= 2


def test_ids_are_unique() -> None:
    names = [group.id for group in ALL] + [report.id for group in ALL for report in group.reports]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize(("first", "second"), list(combinations(Half, 2)))
def test_no_happening_is_in_two_parts(first: Half, second: Half) -> None:
    assert _happenings(first) & _happenings(second) == set()


def test_no_text_is_there_twice() -> None:
    texts = Counter(report.text for group in ALL for report in group.reports)
    assert [text for text, count in texts.items() if count > 1] == []


@each_half
def test_files_are_short(half: Half) -> None:
    for file in files(half):
        assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE, file.name


@each_half
def test_a_part_has_repeats_and_near_misses(half: Half) -> None:
    pairs = _pairs(half)
    assert pairs[True] >= 200
    assert pairs[False] >= 200


@each_half
def test_the_readme_counts_right(half: Half) -> None:
    row = re.search(
        rf"^\| {half} \|(.*)\|$", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert row is not None
    happenings = [happening for group in GROUPS[half] for happening in group.happenings]
    pairs = _pairs(half)
    assert [int(cell) for cell in row[1].split("|")] == [
        len(GROUPS[half]),
        sum(len(group.reports) for group in GROUPS[half]),
        len({happening.id for happening in happenings}),
        sum(len(happening.tellings) for happening in happenings),
        sum(len(happening.tellings) > 1 for happening in happenings),
        pairs[True],
        pairs[False],
    ]


def test_all_categories_are_told() -> None:
    told = {telling.category for group in ALL for _, telling, _ in _tellings(group)}
    assert told == set(default_lexicon().categories)


@each_group
def test_reports_are_short_and_in_the_order_of_their_days(group: Group) -> None:
    assert 3 <= len(group.reports) <= 8
    for report in group.reports:
        assert 25 <= len(report.text.split()) <= 120, report.id
        assert EARLIEST <= report.published <= LATEST, report.id
    assert all(first.published <= second.published for first, second in pairwise(group.reports))


@each_group
def test_a_group_has_a_repeat_and_a_near_miss(group: Group) -> None:
    assert group.note
    assert len(group.happenings) >= 2
    assert any(len(happening.tellings) > 1 for happening in group.happenings)


@each_group
def test_words_stand_exactly_once_in_one_sentence(group: Group) -> None:
    for _, telling, report in _tellings(group):
        assert report.text.count(telling.words) == 1, (report.id, telling.words)
        assert not re.search(r"[.?!]\s", telling.words), (report.id, telling.words)


@each_group
def test_tellings_of_a_report_do_not_overlap(group: Group) -> None:
    spans: dict[str, list[tuple[int, int]]] = {}
    for _, telling, report in _tellings(group):
        start = report.text.index(telling.words)
        spans.setdefault(report.id, []).append((start, start + len(telling.words)))
    for found in spans.values():
        assert all(first[1] <= second[0] for first, second in pairwise(sorted(found)))


@each_group
def test_a_happening_is_told_once_a_report_and_not_before_its_day(group: Group) -> None:
    for happening in group.happenings:
        reports = [telling.report for telling in happening.tellings]
        assert reports, happening.id
        assert len(set(reports)) == len(reports), happening.id
        assert happening.id.endswith(f"-{happening.day}"), happening.id
    for happening, telling, report in _tellings(group):
        assert happening.day <= report.published, telling
