"""How well, and how fast, mentions of many reports are folded into happenings.

Usage:
    python benchmarks/folding.py            measure, print, and write the table of docs/folding.md
    python benchmarks/folding.py --check    measure, print, and fail where a figure is out of bounds
    python benchmarks/folding.py --dev      measure and print for the part to work with alone
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Sequence

from bounds import FILE, Bounds, told
from figures import FIGURES, printed
from grouping import Grouped, b_cubed, pair_counts
from mentions import mentions
from readme import write_figures
from shared import ROOT
from stories import News

sys.path.insert(0, str(ROOT / "tests" / "folding"))

from groups import Group, Half, groups
from told_events import told_events

from detente import Coder
from detente.fold import Mention, fold
from detente.records import Event

_PAGE = ROOT / "docs" / "folding.md"
_BUSY = News(20_000, days=730, states=2)
_MANY = News(100_000, days=730)


def main(arguments: list[str] | None = None) -> int:
    """Measures the folding; returns the exit code."""
    options = _options(arguments)
    coder = Coder()
    figures = quality(coder, [Half.DEV] if options.dev else list(Half))
    if not options.dev:
        unseen = quality(coder, [Half.UNSEEN], "fold_unseen")
        figures |= {name: unseen[name] for name in unseen if name in FIGURES}
        figures |= {"fold_busy": _seconds(_BUSY), "fold_many": _seconds(_MANY)}
    print(printed(figures))
    if options.check:
        bounds = Bounds.read(FILE).of("fold")
        return told([*bounds.too_low(figures), *bounds.too_high(figures)])
    if not options.dev:
        write_figures(figures, _PAGE)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure how well mentions are folded")
    parser.add_argument(
        "--check", action="store_true", help="fail below a floor or above a ceiling"
    )
    parser.add_argument("--dev", action="store_true", help="the part to work with alone")
    return parser.parse_args(arguments)


def quality(coder: Coder, parts: Sequence[Half], prefix: str = "fold") -> dict[str, float]:
    """Precision and recall of pairs, and B-cubed, over the tellings that the coder finds.

    Args:
        coder: codes the reports.
        parts: which parts of the set, taken together.
        prefix: how the names of the figures begin.
    """
    found = [group for part in parts for group in groups(part)]
    coded = _coded(coder, found)
    put = {
        telling.event: happening.id
        for happening in fold(mention for rows in coded.values() for mention in rows)
        for telling in happening.tellings
    }
    rows = [_grouped(group, coded, put) for group in found]
    pairs = pair_counts(rows)
    told = sum(len(item.tellings) for group in found for item in group.happenings)
    return {
        f"{prefix}_precision": pairs.precision,
        f"{prefix}_recall": pairs.recall,
        f"{prefix}_bcubed": b_cubed(rows),
        f"{prefix}_found": sum(map(len, rows)) / told,
    }


def _coded(coder: Coder, found: Iterable[Group]) -> dict[str, list[Mention]]:
    """The mentions of all reports, by report."""
    articles = [report.article for group in found for report in group.reports]
    codings = coder.codings(articles)
    return {
        article.id: [Mention(event, article.key) for event in coding.events]
        for article, coding in zip(articles, codings, strict=True)
    }


def _grouped(group: Group, coded: dict[str, list[Mention]], put: dict[str, str]) -> list[Grouped]:
    true = {telling: item.id for item in group.happenings for telling in item.tellings}
    events: list[tuple[str, str, Event]] = []
    for report in group.reports:
        told = told_events(report, true, [mention.event for mention in coded[report.id]])
        events += [(telling.category, true[telling], event) for telling, event in told.items()]
    return [Grouped(category, happening, put[event.id]) for category, happening, event in events]


def _seconds(news: News) -> float:
    """How long it takes to fold made-up mentions, on one core."""
    made = mentions(news)
    start = time.process_time()
    fold(made)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
