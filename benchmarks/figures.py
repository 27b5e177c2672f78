"""The figures by name: what each is, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the README.

    Args:
        what: what it tells.
        unit: what stands behind the number; with "%", the number is a share of 1.
        places: decimal places.
    """

    what: str
    unit: str = ""
    places: int = 2

    def written(self, value: float) -> str:
        """A value as people read it."""
        if self.unit == "%":
            return f"{value:.0%}"
        return f"{value:,.{self.places}f}{self.unit}"


# how many events the ledgers have that are measured, with the first word of their figures' names
SIZES = {1_000_000: "million", 10_000_000: "millions"}
_ACTS = {
    "open": "a ledger opened",
    "show": "`show` of the pair with most events",
    "show_rare": "`show` of a pair with 40 happenings",
    "show_as_of": "`show` of the first pair as it was known on a day",
    "series": "two years of the first pair by month, in SQL",
    "relations": "`relations` of the first pair",
    "person": "the last 50 `contacts` of a person",
    "summary": "`ledger`, which counts it all",
    "add": "one report added, beyond its coding",
}
_LEDGERS = {
    f"{name}_{act}": Figure(f"{number:,} events: {what}", " ms", 0)
    for number, name in SIZES.items()
    for act, what in _ACTS.items()
}
FIGURES: Mapping[str, Figure] = {
    "own_f1": Figure("our corpus, test part: F1 of events, with category, actor and recipient"),
    "own_precision": Figure("precision on our corpus"),
    "own_recall": Figure("recall on our corpus"),
    "own_type_f1": Figure("F1 on our corpus with the category only"),
    "own_calibration": Figure("expected calibration error of the confidence"),
    "own_turned": Figure("marked pairs of one direction: the answer turns with the marks", "%"),
    "joint_own_f1": Figure("our corpus with `--coder joint`: F1 of events"),
    "joint_own_precision": Figure("our corpus with `--coder joint`: precision"),
    "joint_own_calibration": Figure("the same: expected calibration error of the confidence"),
    "joint_own_turned": Figure("the same: the answer turns with the marks", "%"),
    "articles_f1": Figure("reference articles: F1 of events, with category, actor and recipient"),
    "articles_precision": Figure("precision of the same"),
    "articles_recall": Figure("recall of the same"),
    "articles_actor_f1": Figure("F1 with category and actor only"),
    "articles_type_f1": Figure("F1 with the category only"),
    "articles_status": Figure("matched events: status right", "%"),
    "articles_date": Figure("matched events that the reference dates: days right", "%"),
    "articles_attribution": Figure("matched events: attribution right", "%"),
    "articles_mode": Figure("matched events with a mode: mode right", "%"),
    "articles_sector": Figure("matched events: a party right in code and sector", "%"),
    "pairs_found": Figure("marked sentences: an event of the marked pair with its root", "%"),
    "pairs_half": Figure("the same with one of the pair in its role", "%"),
    "pairs_root": Figure("the same whatever the parties", "%"),
    "relate_f1": Figure("`relate` on the marked pairs: macro-F1 over 15 roots"),
    "joint_articles_f1": Figure("reference articles with `--coder joint`: F1 of events"),
    "joint_articles_precision": Figure("reference articles with `--coder joint`: precision"),
    "joint_relate_f1": Figure("`relate` with `--coder joint`: macro-F1 over 15 roots"),
    "fold_precision": Figure("folding set: precision of pairs"),
    "fold_recall": Figure("recall of pairs"),
    "fold_bcubed": Figure("B-cubed F1"),
    "fold_unseen_precision": Figure("its unseen part alone: precision of pairs"),
    "fold_unseen_recall": Figure("recall of pairs of the unseen part"),
    "fold_unseen_bcubed": Figure("B-cubed F1 of the unseen part"),
    "fold_found": Figure("tellings of the set that the coder finds, and that are counted", "%"),
    "fold_busy": Figure("some 20,000 made-up mentions of one pair folded in", " s", 1),
    "fold_many": Figure("some 100,000 made-up mentions of many pairs folded in", " s", 1),
    "speed_ratio": Figure("time of `code` in that of spaCy's tagger and parser alone", " x"),
    "speed_words": Figure("words coded in a second on one core", "", 0),
    "memory": Figure("peak memory", " MB", 0),
    "first_event": Figure("start of the command to the first event of a report", " s", 1),
    **_LEDGERS,
}


def printed(figures: Mapping[str, float]) -> str:
    """Figures as lines to print, in the order of the README."""
    known = [(FIGURES[name], figures[name]) for name in FIGURES if name in figures]
    return "\n".join(f"{figure.written(value):>10}  {figure.what}" for figure, value in known)
