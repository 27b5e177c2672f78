"""How right the coding is: on reference articles, and on sentences with a marked pair.

Usage:
    python benchmarks/accuracy.py            measure, print, and write the README's table
    python benchmarks/accuracy.py --check    measure, print, and fail where a figure is below its floor
    python benchmarks/accuracy.py --update   measure, print, and raise the floors that are lower
"""

from __future__ import annotations

import argparse
import sys

from bounds import FILE, Bounds, raised, told
from figures import printed
from pairs import pair_figures
from readme import write_figures
from reference import reference_figures
from shared import missing, shared_folder

from detente import Coder


def main(arguments: list[str] | None = None) -> int:
    """Measures the accuracy; returns the exit code."""
    options = _options(arguments)
    folder = shared_folder()
    if folder is None:
        print(missing("accuracy"))
        return 0
    coder = Coder()
    figures = reference_figures(coder, folder) | pair_figures(coder, folder)
    print(printed(figures))
    if options.update:
        FILE.write_text(raised(FILE.read_text("utf-8"), figures), "utf-8")
    if options.check:
        return told(Bounds.read(FILE).without("fold").too_low(figures))
    write_figures(figures)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure how right the coding is")
    parser.add_argument("--check", action="store_true", help="fail below a floor")
    parser.add_argument("--update", action="store_true", help="raise the floors that are lower")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
