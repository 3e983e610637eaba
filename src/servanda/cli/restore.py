"""servanda restore: a copy takes the place of the journal."""

from __future__ import annotations

import click

from servanda.cli.common import copied, journal_address
from servanda.journal.copying import restore


@click.command("restore")
@click.argument("copy")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(copy: str, as_json: bool) -> None:
    """Put a copy in the place of the journal, if it lacks nothing.

    COPY (a file or an address) must be whole, and as long as the newest checkpoint says.

    What was in that place is kept beside, under a name that ends in replaced-1.
    """
    copied(restore(copy, journal_address()), journal_address(), as_json=as_json)
