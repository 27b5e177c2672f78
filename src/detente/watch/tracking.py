"""Parameters of addresses that only tell where a reader came from."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


def is_tracking(name: str) -> bool:
    """Whether a parameter is such a one."""
    return _pattern().fullmatch(name.lower()) is not None


@cache
def _pattern() -> re.Pattern[str]:
    file = resources.files("detente.data") / "web.toml"
    names = tomllib.loads(file.read_text("utf-8"))["tracking"]["parameters"]
    return re.compile("|".join(re.escape(name).replace(r"\*", ".*") for name in names))
