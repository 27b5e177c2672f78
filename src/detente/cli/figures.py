"""The figures of an evaluation as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from detente.evaluate import ComparedEvent, Comparison, Counts, Evaluation, Hit, Share
from detente.export.palette import QUIET_STYLE
from detente.export.wording import NOTHING, counted, one_line

_GOOD, _BAD, _WARN = "green", "red", "yellow"
_ASPECTS = ("status", "date", "attribution", "mode", "sector")


def figure_lines(found: Evaluation) -> Iterator[RenderableType]:
    """Levels, agreement on the matched events, categories, and what was not counted."""
    levels = _table("match")
    for score in found.levels:
        levels.add_row(str(score.level), *_cells(score.counts))
    yield levels
    yield Text()
    shares = found.full.agreement.shares()
    yield Text("Right on the events matched in full", "bold")
    yield Padding(_shares(shares.items()), (0, 0, 1, 0))
    categories = _table("category")
    for name, counts in found.full.categories.items():
        categories.add_row(name or "(none)", *_cells(counts))
    yield categories
    yield from (Text(f"\n{line}", QUIET_STYLE) for line in _notes(found))


def comparison_lines(comparison: Comparison) -> Iterator[Text]:
    """Every hit, miss and spurious event of one article."""
    yield Text(comparison.article, "bold")
    for hit in comparison.hits:
        yield _line("hit", _GOOD, hit.reference, _differences(hit))
    for event in comparison.misses:
        yield _line("miss", _BAD, event)
    for event in comparison.spurious:
        yield _line("spurious", _WARN, event)
    if not (comparison.hits or comparison.misses or comparison.spurious):
        yield Text("  no events in either", QUIET_STYLE)
    yield Text()


def _table(first: str) -> Table:
    numbers = ("precision", "recall", "F1", "hits", "reference", "coded")
    columns = [Column(first, min_width=9), *(Column(name, justify="right") for name in numbers)]
    return Table(*columns, box=None, padding=(0, 2, 0, 0), header_style=QUIET_STYLE)


def _cells(counts: Counts) -> list[str]:
    return [
        f"{counts.precision:.3f}" if counts.coded else NOTHING,
        f"{counts.recall:.3f}" if counts.reference else NOTHING,
        f"{counts.f1:.3f}",
        str(counts.hits),
        str(counts.reference),
        str(counts.coded),
    ]


def _shares(shares: Iterable[tuple[str, Share]]) -> Table:
    columns = [Column("", min_width=11), Column("share", justify="right"), Column("of")]
    table = Table(*columns, box=None, padding=(0, 2, 0, 0), show_header=False)
    for name, share in shares:
        rate = f"{share.rate:.3f}" if share.of else NOTHING
        table.add_row(name, rate, Text(f"{share.right} of {share.of}", QUIET_STYLE))
    return table


def _notes(found: Evaluation) -> Iterator[str]:
    if found.uncoded:
        names = ", ".join(found.uncoded)
        number = counted(len(found.uncoded), "article")
        yield f"No coded events for {number} of the reference: {names}"
    if found.outside:
        number = counted(found.outside, "coded event")
        yield f"Not counted: {number} of articles that the reference does not have"


def _line(word: str, style: str, event: ComparedEvent, note: str = "") -> Text:
    line = Text.assemble("  ", (f"{word:8}", style), f" {event.category or '(none)'}")
    line.append(f" {event.mode}" if event.mode else "")
    line.append(f"  {_codes(event.actors)} > {_codes(event.recipients)}")
    line.append(f"  {event.status or NOTHING}")
    line.append(f"  {'..'.join(event.days)}" if event.days else "", QUIET_STYLE)
    line.append(f"  by {event.attribution}" if event.attribution else "", QUIET_STYLE)
    if event.evidence:
        line.append(f"  @{event.evidence.start}-{event.evidence.end}", QUIET_STYLE)
    line.append(f"  {one_line(event.text)}" if event.text else "", QUIET_STYLE)
    return line.append(f"  [coded: {note}]" if note else "", _WARN)


def _codes(codes: frozenset[str]) -> str:
    return "+".join(sorted(codes)) or NOTHING


def _differences(hit: Hit) -> str:
    """What is wrong on a hit, with what was coded."""
    coded = {
        "status": hit.coded.status,
        "date": "..".join(hit.coded.days) if hit.coded.days else None,
        "attribution": hit.coded.attribution,
        "mode": hit.coded.mode,
        "sector": " ".join(sorted(f"{code}/{sector}" for code, sector in hit.coded.sectors)),
    }
    # As in the figures, a date or mode is only held against the coding where the reference has one.
    counts = {"date": bool(hit.reference.days), "mode": bool(hit.reference.mode)}
    wrong = [aspect for aspect in _ASPECTS if counts.get(aspect, True) and not getattr(hit, aspect)]
    return ", ".join(f"{aspect} {coded[aspect] or 'none'}" for aspect in wrong)
