"""The flow of the stages, drawn."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 1080, 420
_INK, _QUIET = "#282c34", "#5b6270"
_ABOUT = (
    'aria-label="read, parse, link, coding and export, with the data they use"'
    ' font-family="system-ui, Helvetica, Arial, sans-serif"'
)
_HEAD = (
    '<marker id="head" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto">'
    f'<path d="M0,0 L9,4 L0,8 z" fill="{_INK}"/></marker>'
)


@dataclass(frozen=True, slots=True)
class _Box:
    """A box of the drawing, in pixels.

    Args:
        x: its left edge.
        y: its upper edge.
        width: its width.
        height: its height.
        title: what stands first in it.
        lines: what stands below that.
        fill: colour of its ground.
    """

    x: int
    y: int
    width: int
    height: int
    title: str
    lines: tuple[str, ...]
    fill: str

    @property
    def middle(self) -> int:
        """Its middle from left to right."""
        return self.x + self.width // 2

    def drawn(self) -> str:
        """The box as SVG."""
        top = self.y + 24
        frame = f'x="{self.x}" y="{self.y}" width="{self.width}" height="{self.height}" rx="6"'
        parts = [
            f'<rect {frame} fill="{self.fill}" stroke="{_INK}"/>',
            _text(self.middle, top, self.title, size=17, weight="bold"),
            *(
                _text(self.middle, top + 21 + 18 * number, line, size=13, colour=_QUIET)
                for number, line in enumerate(self.lines)
            ),
        ]
        return "\n".join(parts)


_STAGE, _DATA, _OUT = "#dcebf5", "#f3ecd8", "#e2efdf"
_STAGES = (
    _Box(
        20, 90, 150, 100, "read", ("formats, encodings,", "columns, days", "of publication"), _STAGE
    ),
    _Box(
        245,
        90,
        150,
        100,
        "parse",
        ("clauses, phrases,", "roles (spaCy is here", "and nowhere else)"),
        _STAGE,
    ),
    _Box(470, 90, 150, 100, "link", ("who, where, when:", "names, pronouns,", "weekdays"), _STAGE),
    _Box(
        695,
        90,
        150,
        100,
        "coding",
        ("base acts, operators,", "status, attribution,", "happenings"),
        _STAGE,
    ),
    _Box(910, 90, 150, 100, "export", ("a table for people,", "JSON lines, CSV"), _OUT),
)
_PASSED = ("Article", "Document", "Linked-\nDocument", "Event")
_SUPPORT = (
    _Box(460, 250, 170, 82, "registry", ("states, bodies, groups,", "people with offices"), _DATA),
    _Box(685, 250, 170, 82, "lexicon", ("acts, operators, speech,", "ontology"), _DATA),
    _Box(910, 250, 150, 82, "evaluate", ("precision, recall, F1", "against a reference"), _OUT),
)
_BELOW = _Box(20, 364, 1040, 40, "records, errors, settings", (), "#ececec")
_ABOVE = _Box(245, 20, 600, 38, "pipeline: the Coder puts the stages in order", (), "#ffffff")


def picture() -> str:
    """The SVG text."""
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {_ABOUT}>',
        f"<defs>{_HEAD}</defs>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *(box.drawn() for box in (_ABOVE, *_STAGES, *_SUPPORT, _BELOW)),
        *_arrows(),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _arrows() -> list[str]:
    found = []
    for left, right, label in zip(_STAGES[:-1], _STAGES[1:], _PASSED, strict=True):
        start = left.x + left.width
        found.append(_arrow((start, 140), (right.x, 140)))
        for number, line in enumerate(reversed(label.split("\n"))):
            found.append(_text((start + right.x) // 2, 130 - 14 * number, line, size=12))
    for below, above in zip(_SUPPORT, _STAGES[2:], strict=True):
        ends = ((below.middle, below.y), (above.middle, above.y + above.height))
        found.append(_arrow(*(ends if below.fill == _DATA else ends[::-1])))
    under = _ABOVE.y + _ABOVE.height
    ordered = (_arrow((stage.middle, under), (stage.middle, stage.y)) for stage in _STAGES[1:4])
    return [*found, *ordered]


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> str:
    return (
        f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" stroke="{_INK}"'
        ' stroke-width="1.2" marker-end="url(#head)"/>'
    )


def _text(
    x: int, y: int, text: str, *, size: int, weight: str = "normal", colour: str = _INK
) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}"'
        f' text-anchor="middle">{escape(text)}</text>'
    )
