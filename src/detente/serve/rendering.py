"""The templates of the pages, with everything escaped."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from detente.serve import wording
from detente.serve.files import address

SCRIPT = f"/charts/{version('vl-convert-python')}/vega.js"


@cache
def environment() -> Environment:
    """The templates that ship."""
    found = Environment(
        loader=PackageLoader("detente.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=wording.shown,
    )
    found.globals.update(static=address, word=wording, charts_script=SCRIPT)
    return found


def rendered(name: str, **values: Any) -> bytes:
    """A page.

    Args:
        name: of its template.
        values: what the template shows.
    """
    text = environment().get_template(name).render(**values)
    return text.encode("utf-8", "replace")
