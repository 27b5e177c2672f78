"""Articles and rejects as rows, and back."""

from __future__ import annotations

from detente.records import Article, Reject
from detente.store.cells import day_cell
from detente.store.schema import Row

_SAME = ("id", "text", "title", "url", "publication", "language", "source")


def article_row(article: Article, coding: Row, version: int) -> Row:
    """An article as a row, ready for ``json.dumps``.

    Args:
        article: the article.
        coding: the columns ``coding``, ``coder``, ``lexicon`` and ``events``.
        version: ledger version that adds it.
    """
    published = article.published
    return {
        "version": version,
        "key": article.key,
        **{name: getattr(article, name) for name in _SAME},
        "published": published if isinstance(published, str | None) else published.isoformat(),
        "published_on": day_cell(article.published_on),
        **coding,
    }


def article_of(row: Row) -> Article:
    """The article of a row of the table."""
    return Article(published=row["published"], **{name: row[name] for name in _SAME})


def reject_row(reject: Reject, version: int) -> Row:
    """A reject as a row."""
    return {
        "version": version,
        "source": reject.source,
        "record": reject.record,
        "problem": reject.problem,
        "remedy": reject.remedy,
    }


def reject_of(row: Row) -> Reject:
    """The reject of a row of the table."""
    return Reject(row["source"], row["record"], row["problem"], row["remedy"])
