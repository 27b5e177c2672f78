"""The colours of charts: those that the style of the page names, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from detente.serve.files import static_files

DARK = "dark"
_NAMED = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
_DARK_PART = "prefers-color-scheme: dark"
_FONT = "Inter, system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by name.

    Args:
        ink: of writing.
        quiet: of what is said by the way.
        rule: of lines.
        paper: of the page.
        link: of links.
        quads: by quad code, in the hues of the terminal.
    """

    ink: str
    quiet: str
    rule: str
    paper: str
    link: str
    quads: Mapping[int, str]

    def config(self) -> dict[str, Any]:
        """The settings that every chart has."""
        writing = {"labelColor": self.quiet, "titleColor": self.quiet, "labelFont": _FONT}
        axis = {"domainColor": self.rule, "tickColor": self.rule, "gridColor": self.rule}
        return {
            "background": "transparent",
            "font": _FONT,
            "view": {"stroke": None},
            "axis": {**writing, **axis, "gridOpacity": 0.6, "titleFontWeight": "normal"},
            "legend": {**writing, "orient": "top", "title": None, "symbolStrokeWidth": 0},
        }


@cache
def colours(theme: str) -> Colours:
    """The colours of a theme: ``dark``, or any other name for the light one."""
    light, _, dark = static_files()["page.css"].content.decode().partition(_DARK_PART)
    found = dict(_NAMED.findall(light))
    if theme == DARK:
        found |= dict(_NAMED.findall(dark))
    quads = {code: found[f"q{code}"] for code in range(1, 5)}
    return Colours(
        found["ink"], found["quiet"], found["rule"], found["paper"], found["link"], quads
    )
