"""Keep the screens of ``detente show`` as they are now.

    python tests/cli/refresh_screens.py

Look at the difference before it is committed: a screen that has changed can be a mistake.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from show_screens import FOLDER, SCREENS, screen


def main() -> None:
    """Refresh every screen."""
    FOLDER.mkdir(exist_ok=True)
    for name, kept in SCREENS.items():
        with tempfile.TemporaryDirectory() as folder:
            text = screen(name, Path(folder))
        if not kept.file.is_file() or kept.file.read_text("utf-8") != text:
            kept.file.write_text(text, "utf-8")
            sys.stdout.write(f"{kept.file.name} refreshed\n")


if __name__ == "__main__":
    main()
