"""servanda load: acts of files and folders into the journal."""

from __future__ import annotations

from pathlib import Path

import click

from servanda.cli.common import KNOWN_DIFFERENCE, end, journal_address, now, opened, show, who
from servanda.cli.progress import shown
from servanda.cli.reading_bar import reading_bar
from servanda.journal import open_journal
from servanda.problems import is_grave
from servanda.record import LIMIT, check_acts, enter, load
from servanda.text import Located


@click.command("load")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--limit", default=LIMIT, type=click.IntRange(min=1), show_default=True, help="The largest file to read, in bytes."
)
def command(paths: tuple[Path, ...], limit: int) -> None:
    """Check the acts of files or folders and enter them into the journal."""
    files = all(path.is_file() for path in paths)
    with shown("reading the files", short=files) as moved, reading_bar() as told:
        loaded = load(paths, limit, progress=moved, told=told if files else None)
    click.echo(f"read {len(loaded.acts):,} acts in {loaded.files} files; checking", err=True)
    if is_grave(loaded.problems):
        end(loaded.problems)
    show(loaded.problems)
    _check_before_making(loaded.acts)
    with opened(create=True) as journal:
        entered = enter(journal, loaded.acts, moment=now(), by=who())
        if is_grave(entered.problems):
            end(entered.problems)
        show(problem for problem in entered.problems if problem.code != KNOWN_DIFFERENCE)
        known = sum(problem.code == KNOWN_DIFFERENCE for problem in entered.problems)
        click.echo(f"entered {entered.entered:,} acts; {entered.already:,} were there already; {journal.size:,} in all")
        if known:
            click.echo(f"{known} known differences from what others say; servanda check --known shows them", err=True)


def _check_before_making(acts: tuple[Located, ...]) -> None:
    """Where there is no journal yet, make none for a record that would be refused."""
    journal, problems = open_journal(journal_address())
    if journal is not None:
        journal.close()
    elif any(problem.code == "J104" for problem in problems):
        found = check_acts(acts)
        if is_grave(found):
            end(found)
