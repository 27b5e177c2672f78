"""The reference articles as the coder takes them."""

from __future__ import annotations

import json
from pathlib import Path

from detente import Article

_FIELDS = ("id", "text", "published", "title", "publication", "language")


def dev_articles(shared: Path) -> list[Article]:
    """The articles of ``data/articles_dev``, in the order of the file."""
    lines = (shared / "data" / "articles_dev" / "articles.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Article(**{name: row[name] for name in _FIELDS if name in row}) for row in rows]
