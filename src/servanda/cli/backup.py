"""servanda backup: a copy of the journal in one file."""

from __future__ import annotations

from pathlib import Path

import click

from servanda.cli.common import copied, opened
from servanda.journal.copying import backup


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(file: Path, as_json: bool) -> None:
    """Copy the journal into one file, with its checkpoint.

    The checkpoint lies beside FILE; others may append meanwhile.
    """
    with opened(create=False) as journal:
        copied(backup(journal, file), str(file), as_json=as_json)
