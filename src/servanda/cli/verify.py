"""servanda verify: is the journal whole?"""

from __future__ import annotations

import os
import sys

import click

from servanda.cli.common import journal_address, show
from servanda.journal import checkers, database_path, open_journal, unopened, verify
from servanda.pages.faces import to_json

# From this size of the database on, every processor takes its share of the entries.
LARGE = 32 * 1024 * 1024


@click.command("verify")
@click.option("--thorough", is_flag=True, help="Also what was checked at the gate: every entry's form and act.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(thorough: bool, as_json: bool) -> None:
    """Verify the journal: every entry, the tree, and the database."""
    address = journal_address()
    with checkers(_processes(address)) as pool:
        journal, problems = open_journal(address)
        if journal is None:
            found = unopened(problems)
        else:
            with journal:
                found = verify(journal, thorough=thorough, pool=pool)
    if as_json:
        click.echo(to_json(found.as_json()))
    else:
        show(problems if journal is None else ())
        for finding in found.problems if journal is not None else ():
            entry = f" entry {finding.entry}:" if finding.entry else ""
            click.echo(f"{finding.code}{entry} {finding.message}", err=True)
        word = "whole" if found.ok else "not opened" if journal is None else "NOT WHOLE"
        click.echo(f"{word}: {found.size:,} entries, root {found.root}")
    sys.exit(0 if found.ok else 1)


def _processes(address: str) -> int:
    path = database_path(address)
    large = path is None or (path.is_file() and path.stat().st_size > LARGE)
    return (os.cpu_count() or 1) if large else 1
