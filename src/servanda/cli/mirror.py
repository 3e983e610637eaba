"""servanda mirror: a full copy of somebody's journal, kept up to date."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from servanda.cli.common import copied, end, opened
from servanda.journal.copying import mirror


@click.command("mirror")
@click.argument("source")
@click.option("--to", "target", help="The address of the copy (the journal of this place when left out).")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(source: str, target: str | None, as_json: bool) -> None:
    """Keep a full copy of somebody's journal up to date.

    What SOURCE (a file, an address, or the folder of published files) has and the copy lacks is added; refused where
    the two differ. Check the signatures of published files by 'servanda verify --tiles'.
    """
    if Path(source).is_dir():
        _mirror_files(Path(source), target or "", as_json=as_json)
    with opened(create=False, address=source) as theirs, opened(create=True, address=target or "") as ours:
        copied(mirror(theirs, ours), ours.address, as_json=as_json)


def _mirror_files(folder: Path, target: str, *, as_json: bool) -> NoReturn:
    from servanda.journal.copies import read_copy
    from servanda.journal.mirroring import mirror_files

    files, problems = read_copy(folder)
    if not files:
        end(problems)
    with opened(create=True, address=target) as ours:
        copied(mirror_files(files, ours), ours.address, as_json=as_json)
