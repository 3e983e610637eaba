"""servanda init: an empty journal."""

from __future__ import annotations

import click

from servanda.cli.common import journal_address, opened


@click.command("init")
def command() -> None:
    """Make an empty journal."""
    with opened(create=True) as journal:
        click.echo(f"{journal_address()}: {journal.size} entries")
