"""The figures of an evaluation, and the comparisons they are counted from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.evaluate.compared import ComparedEvent
from detente.evaluate.matching import Level


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events were found.

    Args:
        hits: reference events that a coded event matches.
        reference: all reference events.
        coded: all coded events.
    """

    hits: int
    reference: int
    coded: int

    @property
    def precision(self) -> float:
        """Share of the coded events that match; 0 where nothing is coded."""
        return self.hits / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Share of the reference events that are matched; 0 where there are none."""
        return self.hits / self.reference if self.reference else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some events are right in one respect.

    Args:
        right: those that are.
        of: all that can be.
    """

    right: int
    of: int

    @property
    def rate(self) -> float:
        """The share, 0 to 1; 0 where there are none."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A reference event with the coded event that stands for it."""

    reference: ComparedEvent
    coded: ComparedEvent

    @property
    def status(self) -> bool:
        """Whether the status is right."""
        return self.reference.status == self.coded.status

    @property
    def date(self) -> bool:
        """Whether both days are right."""
        return self.reference.days == self.coded.days

    @property
    def attribution(self) -> bool:
        """Whether it is asserted by the same one, or by the article in both."""
        return self.reference.attribution == self.coded.attribution

    @property
    def mode(self) -> bool:
        """Whether the mode is right."""
        return self.reference.mode == self.coded.mode

    @property
    def sector(self) -> bool:
        """Whether one party at least agrees in code and sector."""
        reference = self.reference.sectors
        return not reference or bool(reference & self.coded.sectors)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is right on the matched events.

    Args:
        status: whether it took place.
        date: the days, of the events that the reference dates.
        attribution: who asserts it.
        mode: the mode, of the events that the reference gives one.
        sector: code and sector of a party.
    """

    status: Share
    date: Share
    attribution: Share
    mode: Share
    sector: Share

    @classmethod
    def of(cls, hits: Iterable[Hit]) -> Agreement:
        """Counts what is right on some matched events."""
        hits = list(hits)
        dated = [hit for hit in hits if hit.reference.days]
        moded = [hit for hit in hits if hit.reference.mode]
        return cls(
            status=Share(sum(hit.status for hit in hits), len(hits)),
            date=Share(sum(hit.date for hit in dated), len(dated)),
            attribution=Share(sum(hit.attribution for hit in hits), len(hits)),
            mode=Share(sum(hit.mode for hit in moded), len(moded)),
            sector=Share(sum(hit.sector for hit in hits), len(hits)),
        )

    def shares(self) -> dict[str, Share]:
        """The shares by what they measure."""
        return {
            "status": self.status,
            "date": self.date,
            "attribution": self.attribution,
            "mode": self.mode,
            "sector": self.sector,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article's events, matched.

    Args:
        article: its id.
        hits: the pairs, in the order of the reference.
        misses: reference events that no coded event matches.
        spurious: coded events that match no reference event.
    """

    article: str
    hits: tuple[Hit, ...]
    misses: tuple[ComparedEvent, ...]
    spurious: tuple[ComparedEvent, ...]


@dataclass(frozen=True, slots=True)
class LevelScore:
    """The figures at one level of matching.

    Args:
        level: how much had to agree.
        counts: over all articles.
        categories: the same by category, those with most reference events first.
        agreement: what is right on the matched events.
        comparisons: article by article.
    """

    level: Level
    counts: Counts
    categories: Mapping[str | None, Counts]
    agreement: Agreement
    comparisons: tuple[Comparison, ...]

    @classmethod
    def of(cls, level: Level, comparisons: Iterable[Comparison]) -> LevelScore:
        """Counts the figures of compared articles."""
        articles = tuple(comparisons)
        hits = [hit for article in articles for hit in article.hits]
        misses = [event for article in articles for event in article.misses]
        spurious = [event for article in articles for event in article.spurious]
        counts = Counts(len(hits), len(hits) + len(misses), len(hits) + len(spurious))
        categories = _by_category(hits, misses, spurious)
        return cls(level, counts, categories, Agreement.of(hits), articles)


def _by_category(
    hits: Iterable[Hit], misses: Iterable[ComparedEvent], spurious: Iterable[ComparedEvent]
) -> dict[str | None, Counts]:
    found = Counter(hit.reference.category for hit in hits)
    missed = Counter(event.category for event in misses)
    extra = Counter(event.category for event in spurious)
    counts = {
        name: Counts(found[name], found[name] + missed[name], found[name] + extra[name])
        for name in found.keys() | missed.keys() | extra.keys()
    }
    ranked = sorted(counts.items(), key=lambda item: (-item[1].reference, item[0] or ""))
    return dict(ranked)
