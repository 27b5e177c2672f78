"""How what a ledger holds is put into words and signs on a page."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

# A report's text may hold anything: what would steer the reader's program or turn the line round
# stands as a sign of its own, one for one, so that offsets stay.
_STEERING = {
    **dict.fromkeys([*range(0x09), *range(0x0B, 0x20)], " "),
    0: "␀",
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "�"),
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
    **dict.fromkeys([0xFFFE, 0xFFFF], "�"),
}


def shown(value: Any) -> Any:
    """A value as a page shows it; whatever is no template's own is made harmless."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_STEERING)
    return value
