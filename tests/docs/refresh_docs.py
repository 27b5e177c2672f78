"""Write into the pages what their examples print now, where that is no longer what they show.

    python tests/docs/refresh_docs.py

Look at the difference before it is committed: an example that has changed can be a mistake of the
program. Outputs with ``...`` come back in full and have to be shortened again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from doc_blocks import PAGES, examples, name_of
from doc_runs import Reader, agrees


def refreshed(page: str, folder: Path) -> str:
    """A page with the outputs of its examples as they are now.

    Args:
        page: its text.
        folder: an empty folder to run them in.
    """
    reader = Reader(folder)
    parts, done = [], 0
    for example in examples(page):
        printed = reader.output(example)
        if example.shown is None or agrees(example.shown, printed):
            continue
        plain = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
        parts += [page[done : example.start], plain]
        done = example.start + len(example.shown)
    return "".join([*parts, page[done:]])


def main() -> None:
    """Refresh every page."""
    for path in PAGES:
        text = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            new = refreshed(text, Path(folder))
        if new != text:
            path.write_text(new, "utf-8")
            sys.stdout.write(f"{name_of(path)} refreshed\n")


if __name__ == "__main__":
    main()
