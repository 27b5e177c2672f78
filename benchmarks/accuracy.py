"""How right the coding is: on our own corpus, on reference articles, on sentences with a marked pair.

Usage:
    python benchmarks/accuracy.py            measure, print, and write the README's table
    python benchmarks/accuracy.py --check    measure, print, and fail where a figure is below its floor
    python benchmarks/accuracy.py --update   measure, print, and raise the floors that are lower
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from bounds import FILE, Bounds, raised, told
from figures import FIGURES, printed
from own import own_figures
from pairs import pair_figures
from readme import write_figures
from reference import reference_figures
from shared import missing, shared_folder

from detente import Coder, Settings
from detente.settings import CoderKind


def main(arguments: list[str] | None = None) -> int:
    """Measures the accuracy; returns the exit code."""
    options = _options(arguments)
    joint = Settings(coder=CoderKind.JOINT)
    figures = own_figures(Settings()) | _as_joint(own_figures(joint))
    bounds = Bounds.read(FILE).without("fold")
    folder = shared_folder()
    if folder is None:
        print(missing("accuracy on reference articles and marked sentences"))
        bounds = bounds.of("own", "joint_own")
    else:
        figures |= _shared_figures(Settings(), folder)
        figures |= _as_joint(_shared_figures(joint, folder))
    print(printed(figures))
    if options.update:
        FILE.write_text(raised(FILE.read_text("utf-8"), figures), "utf-8")
    if options.check:
        return told([*bounds.too_low(figures), *bounds.of("own", "joint_own").too_high(figures)])
    write_figures(figures)
    return 0


def _shared_figures(settings: Settings, folder: Path) -> dict[str, float]:
    coder = Coder(settings)
    return reference_figures(coder, folder) | pair_figures(coder, folder)


def _as_joint(figures: Mapping[str, float]) -> dict[str, float]:
    """Those of the figures that are told of the grammar and the network together."""
    named = {f"joint_{name}": value for name, value in figures.items()}
    return {name: value for name, value in named.items() if name in FIGURES}


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure how right the coding is")
    parser.add_argument("--check", action="store_true", help="fail below a floor")
    parser.add_argument("--update", action="store_true", help="raise the floors that are lower")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
