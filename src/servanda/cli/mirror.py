"""servanda mirror: a full copy of somebody's journal, kept up to date."""

from __future__ import annotations

import click

from servanda.cli.common import copied, opened
from servanda.journal.copying import mirror


@click.command("mirror")
@click.argument("source")
@click.option("--to", "target", help="The address of the copy (the journal of this place when left out).")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(source: str, target: str | None, as_json: bool) -> None:
    """Keep a full copy of somebody's journal up to date.

    What SOURCE (a file or an address) has and the copy lacks is added; refused where the two differ.
    """
    with opened(create=False, address=source) as theirs, opened(create=True, address=target or "") as ours:
        copied(mirror(theirs, ours), ours.address, as_json=as_json)
