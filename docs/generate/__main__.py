"""Write the generated parts of the documentation, or tell which are out of date.

``python -m docs.generate`` writes them; with ``--check`` it names those that would change, and
fails if there are any.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .pages import filled_pages
from .pictures import pictures
from .wording import WordingError

_ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    """Run; the result is the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        made = {**filled_pages(_ROOT), **pictures(_ROOT)}
    except WordingError as fault:
        sys.stdout.write(f"{fault}\n")
        return 1
    stale = [path for path, text in sorted(made.items()) if _kept(path) != text]
    for path in stale:
        name = path.relative_to(_ROOT)
        if arguments:
            sys.stdout.write(f"{name} is out of date; run python -m docs.generate\n")
        else:
            path.write_text(made[path], "utf-8")
            sys.stdout.write(f"{name} written\n")
    return 1 if arguments and stale else 0


def _kept(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


sys.exit(main(sys.argv[1:]))
