"""Writes the figures of the corpus into its README.

python -m corpus.figures
"""

from __future__ import annotations

from collections import Counter

from corpus.agreement import agreement
from corpus.collection import FOLDER, Coding, Split, World, described, report, sheet, sheet_path

_PAGE = FOLDER / "README.md"
_START, _END = "<!-- figures -->", "<!-- end figures -->"


def figures() -> str:
    """Size and agreement of the corpus, as Markdown."""
    lines = ["| | train | validation | test | all |", "| --- | --- | --- | --- | --- |"]
    for name, counts in _counts().items():
        cells = [counts[split] for split in Split]
        lines.append(f"| {name} | {' | '.join(f'{cell:,}' for cell in (*cells, sum(cells)))} |")
    return "\n".join([*lines, "", _agreed()])


def _counts() -> dict[str, Counter[Split]]:
    found: dict[str, Counter[Split]] = {
        name: Counter()
        for name in ("reports", "of real events", "without an event", "words", "events", "settled")
    }
    for row in described():
        number = len(sheet(row.id))
        found["reports"][row.split] += 1
        found["of real events"][row.split] += row.world is World.REAL
        found["without an event"][row.split] += not number
        found["words"][row.split] += len(report(row.id).text.split())
        found["events"][row.split] += number
        found["settled"][row.split] += sheet_path(row.id, Coding.AGREED).exists()
    return found


def _agreed() -> str:
    found = agreement()
    full, category = found.full.counts, found.type.counts
    shares = found.full.agreement.shares()
    told = ", ".join(f"{name} {share.rate:.0%}" for name, share in shares.items())
    return (
        f"Two coders agree at F1 {full.f1:.2f} over {len(found.full.comparisons)} reports"
        f" (category, an actor and a recipient; {category.f1:.2f} for the category alone);"
        f" on the events that match: {told}."
    )


def write() -> None:
    """Puts the figures into the README."""
    page = _PAGE.read_text("utf-8")
    before, _, rest = page.partition(_START)
    _, _, after = rest.partition(_END)
    _PAGE.write_text(f"{before}{_START}\n\n{figures()}\n\n{_END}{after}", "utf-8")


if __name__ == "__main__":
    write()
    print(figures())
