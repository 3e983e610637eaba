"""servanda serve: the portal."""

from __future__ import annotations

import click

from servanda.cli.common import journal_address, opened


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def command(host: str, port: int) -> None:
    """Serve the portal until Ctrl-C."""
    opened(create=False).close()
    from servanda.web.serve import serve

    serve(journal_address(), host, port)
