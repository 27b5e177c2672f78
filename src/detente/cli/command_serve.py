"""``detente serve``: the ledger in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.ledger_options import DEFAULT_FOLDER, LedgerFolder
from detente.cli.output import standard_output
from detente.cli.teaching import described, examples
from detente.serve import Access, run
from detente.serve.access import correctors

_EPILOG = examples(
    ("the ledger in ./ledger, for this machine alone", "detente serve"),
    (
        "for others, who show a token",
        "DETENTE_READ_TOKEN=... DETENTE_CORRECT_TOKEN=... detente serve --host 0.0.0.0",
    ),
    (
        "behind a proxy that signs users in",
        "detente serve --trust-proxy X-Remote-User --corrector ann",
    ),
    note="Tokens are better given by the environment than on the command line, where others see"
    " them. A proxy's header is believed: let nobody but the proxy reach the port.",
)
_PANEL = "Who may read and correct"
_PORT, _LAST_PORT = 8765, 65535


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("serve", help=described(_serve), epilog=_EPILOG)(_serve)


def _serve(
    *,
    ledger: LedgerFolder = DEFAULT_FOLDER,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Address to listen at.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=1, max=_LAST_PORT, help="Port to listen at.")
    ] = _PORT,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            metavar="TOKEN",
            envvar="DETENTE_READ_TOKEN",
            help="Whoever shows it may read.",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = None,
    correct_token: Annotated[
        str | None,
        typer.Option(
            "--correct-token",
            metavar="TOKEN",
            envvar="DETENTE_CORRECT_TOKEN",
            help="Whoever shows it may read and correct.",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = None,
    trust_proxy: Annotated[
        str | None,
        typer.Option(
            "--trust-proxy",
            metavar="HEADER",
            help="Header in which a proxy before it names the user; whoever is named may read.",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = None,
    corrector: Annotated[
        list[str] | None,
        typer.Option(
            "--corrector",
            metavar="USER",
            help="User that the proxy names who may correct as well; * for all.",
            rich_help_panel=_PANEL,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Open the ledger in a browser: relations, reports with their events marked, corrections.

    Only this machine can reach the page unless --host says otherwise, which asks for a token or a
    proxy that is trusted. Nothing is fetched from other hosts. End it with Ctrl-C.
    """
    access = Access(host, token, correct_token, trust_proxy, correctors(corrector or ()))
    name = f"[{host}]" if ":" in host.strip("[]") else host
    stream = standard_output()

    def tell() -> None:
        stream.write(f"{ledger} is open at http://{name}:{port}/  (Ctrl-C ends it)\n")
        stream.flush()

    run(ledger, access, port, tell)
