"""The whole link stage: who and where, then when."""

from __future__ import annotations

from dataclasses import replace

from detente.link.dates import resolve_dates
from detente.link.linker import Linker
from detente.records import Article, Document, LinkedDocument


def linked(linker: Linker, document: Document, article: Article) -> LinkedDocument:
    """The document with its parties, places, speakers and days.

    Args:
        linker: knows who is who.
        document: the parsed text.
        article: the report it was parsed from.
    """
    dates = resolve_dates(document, article)
    return replace(
        linker.link(document, article, dates.days),
        days=dates.days,
        phrase_days=dates.phrase_days,
        story_day=dates.story_day,
    )
