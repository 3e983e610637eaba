"""servanda publish: the journal as files that any web server or memory stick can serve."""

from __future__ import annotations

import json
from pathlib import Path

import click

from servanda.cli.common import end, opened


@click.command("publish")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(folder: Path, as_json: bool) -> None:
    """Publish the journal as files for any web server or memory stick.

    They are those of C2SP tlog-tiles. A second run adds what is new.
    Check them anywhere with servanda verify --tiles FOLDER.
    """
    from servanda.journal.copies import publish
    from servanda.journal.witnessed import newest_note

    with opened(create=False) as journal:
        note, problem = newest_note(journal)
        done, problems = publish(journal, folder, note) if note else (None, [problem] if problem else [])
    if not done:
        end(problems)
    if as_json:
        click.echo(json.dumps({"before": done.before, "size": done.size}))
    else:
        click.echo(f"{folder}: {done.size:,} entries, {done.size - done.before:,} of them new")
