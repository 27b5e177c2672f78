"""A version of a ledger as a data set that can be published, cited and checked."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.errors import LedgerError, Place
from detente.ledger.dataset_pages import About, codebook_page, codebook_record, readme
from detente.ledger.dataset_tables import DatasetTable, dataset_tables
from detente.ledger.whole_folder import whole_folder
from detente.store import REVIEWED, Snapshot

DATA, CHECKSUMS = "data", "SHA256SUMS"
_DEFAULT_TITLE = "Events coded by detente"
_CODINGS = """
    SELECT coder, lexicon, count(*)::INTEGER AS articles FROM articles GROUP BY ALL ORDER BY ALL
"""
_COUNTS = f"""
    SELECT 'category' AS what, category AS value, count(*) AS number FROM {REVIEWED} GROUP BY ALL
    UNION ALL SELECT 'status', status, count(*) FROM {REVIEWED} GROUP BY ALL
    UNION ALL SELECT 'year', coalesce(year(date)::VARCHAR, ''), count(*) FROM {REVIEWED} GROUP BY ALL
    UNION ALL SELECT 'outlet', coalesce(publication, ''), count(*) FROM articles GROUP BY ALL
    ORDER BY what, value
"""  # noqa: S608 - own names
_AT_A_TIME = 1 << 20


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set that was written.

    Args:
        folder: where it is.
        version: ledger version.
        rows: number of rows of all tables.
        digest: SHA-256 over the checksums of the files of data.
    """

    folder: Path
    version: int
    rows: int
    digest: str


def write_dataset(
    snapshot: Snapshot,
    folder: Path,
    *,
    title: str | None = None,
    author: str | None = None,
    full_text: bool = False,
) -> Dataset:
    """Write a version of a ledger as a data set; the same version gives the same bytes.

    Args:
        snapshot: the version, with its corrections.
        folder: where to write it; it must not exist, or be empty.
        title: title of the data set; None for one that says what it is.
        author: who publishes it, or None.
        full_text: whether the text of the reports goes with it, which needs the right to do so.

    Raises:
        LedgerError: the ledger has no version yet, or the folder cannot be written or is taken.
    """
    if snapshot.run is None:
        raise LedgerError(Place(str(snapshot.folder)), "holds nothing yet", "add reports first")
    with whole_folder(folder) as part:
        tables = dataset_tables(full_text=full_text)
        rows = {table.name: _write_table(snapshot, table, part / DATA) for table in tables}
        digest = _digest(_checksums(part))
        about = About(
            title=title or _DEFAULT_TITLE,
            author=author,
            version=snapshot.version,
            time=snapshot.run.time,
            codings=[tuple(row.values()) for row in snapshot.rows(_CODINGS)],
            rows=rows,
            full_text=full_text,
            digest=digest,
        )
        _write_pages(snapshot, part, about, tables)
        _write(part / CHECKSUMS, _checksums(part))
    return Dataset(folder, snapshot.version, sum(rows.values()), digest)


def _write_table(snapshot: Snapshot, table: DatasetTable, folder: Path) -> int:
    folder.mkdir(exist_ok=True)
    rows = snapshot.result(table.parquet_sql)
    rows.write_parquet(folder / f"{table.name}.parquet")
    snapshot.result(table.csv_sql).write_csv(folder / f"{table.name}.csv")
    return int(snapshot.value(f"SELECT count(*) FROM {table.source}"))  # noqa: S608 - own names


def _write_pages(
    snapshot: Snapshot, folder: Path, about: About, tables: Sequence[DatasetTable]
) -> None:
    header = ("table", "form", "column", "type", "meaning")
    entries = (entry for table in tables for entry in table.dictionary())
    _write(folder / "dictionary.csv", _csv(header, entries))
    counts = [("rows", name, number) for name, number in about.rows.items()]
    counts += [tuple(row.values()) for row in snapshot.rows(_COUNTS)]
    _write(folder / "counts.csv", _csv(("what", "value", "number"), counts))
    _write(folder / "codebook.json", _json(codebook_record()))
    _write(folder / "codebook.md", codebook_page())
    _write(folder / "dataset.json", _json(about.to_dict()))
    _write(folder / "README.md", readme(about, tables))


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _checksums(folder: Path) -> str:
    """The lines of ``sha256sum`` for all files of a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths)


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_AT_A_TIME):
            found.update(block)
    return found.hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
