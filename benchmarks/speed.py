"""How fast the coding is, on one core: against spaCy's tagger and parser alone, by stage, from the start.

Usage:
    python benchmarks/speed.py            measure, print, and write the README's table
    python benchmarks/speed.py --check    measure, print, and fail where a figure is above its ceiling
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bounds import FILE, Bounds, told
from figures import SIZES, printed
from readme import write_figures
from shared import ROOT, missing, shared_folder

# every library that may sit under numpy and thinc keeps to one thread
_THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)
# settings of a machine that would speed up one side only
_UNSET = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
_TIMED = Path(__file__).with_name("timed.py")
_STARTS = 5
_REPORT = "examples/reports/2015-02-12-minsk-ceasefire.json"


def main(arguments: list[str] | None = None) -> int:
    """Measures the speed; returns the exit code."""
    options = _options(arguments)
    folder = shared_folder()
    if folder is None:
        print(missing("speed"))
        return 0
    rounds = _timed("rounds", str(folder), str(options.rounds))
    figures = {
        "speed_ratio": statistics.median(code / alone for code, alone in rounds["times"]),
        "speed_words": rounds["words"] / statistics.median(code for code, _ in rounds["times"]),
        "memory": _timed("memory", str(folder))["megabytes"],
        "first_event": statistics.median(_first_event() for _ in range(_STARTS)),
    }
    print(_report(rounds["times"], _timed("stages", str(folder), str(options.rounds))))
    print(printed(figures))
    if options.check:
        others = ("fold", "own", "joint", *SIZES.values())
        return told(Bounds.read(FILE).without(*others).too_high(figures))
    write_figures(figures)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure how fast the coding is")
    parser.add_argument("--check", action="store_true", help="fail above a ceiling")
    parser.add_argument("--rounds", type=int, default=11, help="rounds of each side")
    return parser.parse_args(arguments)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    return kept | dict.fromkeys(_THREADS, "1")


def _timed(*arguments: str) -> Any:
    """What a measurement in a process of its own gives."""
    command = [sys.executable, str(_TIMED), *arguments]
    done = subprocess.run(
        command, env=_environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


def _first_event() -> float:
    """Seconds from the start of the command to the first event of a report."""
    command = [sys.executable, "-m", "detente.cli", "code", str(ROOT / _REPORT)]
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, "--format", "jsonl"], env=_environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        seconds = time.perf_counter() - start
        process.communicate()
    if not line:
        raise RuntimeError(f"no event came out of {_REPORT}")
    return seconds


def _report(times: list[tuple[float, float]], stages: dict[str, float]) -> str:
    lines = [f"{'code':>8}{'alone':>8}{'ratio':>8}"]
    lines += [f"{code:8.3f}{alone:8.3f}{code / alone:8.3f}" for code, alone in times]
    whole = sum(stages.values())
    lines += [
        f"{seconds:8.3f} s {seconds / whole:4.0%}  {name}" for name, seconds in stages.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
