"""Colours of what is shown on a terminal; nothing is told by colour alone."""

from __future__ import annotations

from detente.records import Status

# by quad code: cooperation in words and in deeds, conflict in words and in deeds
CATEGORY_STYLE = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}

STATUS_STYLE = {
    Status.ACTUAL: "",
    Status.FUTURE: "blue",
    Status.HYPOTHETICAL: "magenta",
    Status.NEGATED: "bold red",
}
WORDS_STYLE = "bold"
QUIET_STYLE = "dim"
