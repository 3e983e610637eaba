"""servanda follow: the entries as they come."""

from __future__ import annotations

import sys

import click

from servanda.cli.common import opened
from servanda.journal.following import follow


@click.command("follow")
@click.option("--after", type=click.IntRange(0), help="Begin behind this entry (behind the last one when left out).")
@click.option("--count", type=click.IntRange(1), help="End after so many entries.")
def command(after: int | None, count: int | None) -> None:
    """Print new entries as they are entered.

    Each is one line of JSON: the very bytes of the journal. Ctrl-C ends it.
    """
    with opened(create=False) as journal:
        first, size = journal.size if after is None else after, journal.size
        if first > size:
            click.echo(f"the journal has {size:,} entries; waiting for entry {first + 1:,}", err=True)
        try:
            for number, entry in enumerate(follow(journal, first), 1):
                sys.stdout.buffer.write(entry.data + b"\n")
                sys.stdout.buffer.flush()
                if number == count:
                    return
        except KeyboardInterrupt:
            return
