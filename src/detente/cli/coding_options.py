"""The options of coding, the same for every command that codes reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.settings import CoderKind, Settings

ModelName = Annotated[
    str, typer.Option("--model", metavar="NAME", help="spaCy model: a package or a path.")
]
DEFAULT_MODEL = Settings().model

CoderName = Annotated[
    CoderKind,
    typer.Option(
        "--coder",
        help="The grammar alone, or with the trained network beside it (the extra network), which is slower.",
    ),
]
DEFAULT_CODER = Settings().coder

OwnActors = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FOLDER",
        help="States, bodies and people of your own, beside those that ship.",
        show_default=False,
        exists=True,
        file_okay=False,
    ),
]
