"""What is written about a data set: its README and its codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from detente.ledger.dataset_tables import DatasetTable
from detente.lexicon.closed_lists import closed_lists
from detente.version import CODER

_PLOVER = (
    "Categories, modes, contexts, sectors and scores are those of PLOVER 2.0 of the Open Event Data"
    " Alliance (https://github.com/openeventdata/PLOVER), CC BY-SA 4.0; the wording is detente's."
)


@dataclass(frozen=True, slots=True)
class About:
    """What a data set says of itself.

    Args:
        title: its title.
        author: who publishes it, or None.
        version: ledger version.
        time: when that version was made, in UTC.
        codings: coder, lexicon and number of reports of each.
        rows: number of rows by table.
        full_text: whether the text of the reports is in it.
        digest: SHA-256 over the checksums of the files of data.
    """

    title: str
    author: str | None
    version: int
    time: datetime
    codings: Sequence[tuple[str, str, int]]
    rows: Mapping[str, int]
    full_text: bool
    digest: str

    def to_dict(self) -> dict[str, Any]:
        """The same, ready for ``json.dumps``."""
        return {
            "title": self.title,
            "author": self.author,
            "ledger_version": self.version,
            "ledger_time": self.time.isoformat(),
            "codings": [
                {"coder": coder, "lexicon": lexicon, "articles": number}
                for coder, lexicon, number in self.codings
            ],
            "rows": dict(self.rows),
            "full_text": self.full_text,
            "data_sha256": self.digest,
            "written_by": CODER,
        }


def readme(about: About, tables: Sequence[DatasetTable]) -> str:
    """The README of a data set."""
    rows = "\n".join(
        f"| `{table.name}` | {about.rows[table.name]:,} | {table.meaning} |" for table in tables
    )
    codings = "\n".join(
        f"* {coder}, lexicon {lexicon}: {number:,} reports"
        for coder, lexicon, number in about.codings
    )
    text = (
        "The text of the reports is included."
        if about.full_text
        else "The text of the reports is left out; events keep the sentence that tells them."
    )
    return f"""# {about.title}

Events coded from news reports by detente: ledger version {about.version} of {about.time:%Y-%m-%d %H:%M:%S} UTC.

## How to cite

> {_citation(about)}

The version names the state of the ledger; the SHA-256 stands for the files under `data/`, so that anybody can tell whether they have the same.

## Tables

Each is there as `data/NAME.parquet` and `data/NAME.csv`; `dictionary.csv` says what every column holds.

| Table | Rows | A row is |
| --- | --- | --- |
{rows}

{text} In `events`, the column `review` tells what an analyst accepted or edited; what was rejected is left out. `events_before_correction` has the coder's own word on whatever was edited or rejected, and `corrections` who changed what, when and why. In CSV several values of a cell are joined by semicolons.

## Coded by

{codings or "* nothing yet"}

## Other files

* `codebook.md`, `codebook.json`: categories, modes, scores, sectors, codes and contexts. {_PLOVER}
* `counts.csv`: rows of each table; events by category, status and year; reports by outlet.
* `dataset.json`: what this page says, for programs.
* `SHA256SUMS`: checksums of all files; `sha256sum --check SHA256SUMS` checks them.
"""


def _citation(about: About) -> str:
    who = f"{about.author}. " if about.author else ""
    coders = ", ".join(sorted({coder for coder, _, _ in about.codings})) or CODER
    return (
        f"{who}{about.title} ({about.time:%Y}). Ledger version {about.version},"
        f" {about.time:%Y-%m-%d}. Coded with {coders}. SHA-256 {about.digest}."
    )


def codebook_record() -> dict[str, Any]:
    """The codebook, ready for ``json.dumps``."""
    lists = closed_lists()
    return {
        "note": _PLOVER,
        "categories": {
            name: {
                "meaning": lists.meanings[name],
                "quad_code": item.quad,
                "event_scale": item.score,
                "cameo": item.cameo,
                "modes": {
                    mode: {"event_scale": scores.score, "cameo": scores.cameo}
                    for mode, scores in item.modes.items()
                },
            }
            for name, item in lists.categories.items()
        },
        "quad_codes": {str(code): meaning for code, meaning in _QUADS.items()},
        "statuses": dict(_STATUSES),
        "sectors": dict(lists.sectors),
        "codes": {**lists.others, **lists.states},
        "contexts": list(lists.contexts),
    }


_QUADS = {
    1: "cooperation in words",
    2: "cooperation in deeds",
    3: "conflict in words",
    4: "conflict in deeds",
}
_STATUSES = {
    "actual": "it took place",
    "future": "it is still to come",
    "hypothetical": "it may or might take place, or is asked for",
    "negated": "it did not take place, or is denied",
}


def codebook_page() -> str:
    """The codebook as a page."""
    record = codebook_record()
    categories = "\n".join(_category(name, row) for name, row in record["categories"].items())
    return f"""# Codebook

{_PLOVER}

## Categories

| Category | Quad | Score | CAMEO | What it is | Modes (score) |
| --- | --- | --- | --- | --- | --- |
{categories}

Quad codes: {"; ".join(f"{code} {meaning}" for code, meaning in _QUADS.items())}.

## Status

{_listed(record["statuses"])}

## Sectors

{_listed(record["sectors"])}

## Contexts

{", ".join(record["contexts"])}

## Codes

States have their ISO 3166 alpha-3 code.

{_listed(record["codes"])}
"""


def _category(name: str, row: Mapping[str, Any]) -> str:
    modes = ", ".join(f"{mode} ({item['event_scale']:g})" for mode, item in row["modes"].items())
    cells = (name, row["quad_code"], f"{row['event_scale']:g}", row["cameo"], row["meaning"], modes)
    return f"| {' | '.join(map(str, cells))} |"


def _listed(meanings: Mapping[str, str]) -> str:
    return "\n".join(f"* {name}: {meaning}" for name, meaning in meanings.items())
