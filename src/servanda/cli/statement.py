"""servanda statement: the whole record as of a day and as known then, signed, to be recomputed at any time."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from servanda.cli.common import AsOf, KnownBy, configured_keys, end, opened, today
from servanda.journal import Journal
from servanda.problems import Problem

LONGEST = 256_000_000


@click.command("statement")
@click.option("--as-of", type=AsOf(), help="The day asked about (today when left out).")
@click.option("--known-by", type=KnownBy(), help="As known by this entry or moment of the journal.")
@click.option("--sign", is_flag=True, help="Sign it with the keys that SERVANDA_KEY names.")
@click.option("--check", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Compute this one again.")
@click.option("--key", "vkeys", multiple=True, metavar="VKEY", help="With --check: the key that must have signed.")
def command(
    as_of: date | None, known_by: int | str | None, sign: bool, check: Path | None, vkeys: tuple[str, ...]
) -> None:
    """State the whole record as of a day and as known then, to be recomputed at any time.

    One line of canonical JSON: every instrument with its parties, every organisation with its members, every
    commitment, and the head of the journal that all of it rests on.
    """
    with opened(create=False) as journal:
        if check:
            _check(journal, check, vkeys)
        text = _stated(journal, as_of or today(), known_by)
    if sign:
        text = _signed(text)
    click.echo(text, nl=False)


def _signed(text: str) -> str:
    """The statement as a signed note; the post-quantum key of a log signs checkpoints only."""
    from servanda.journal.notes import Note

    keys = [key for key in configured_keys() if not key.public.is_timed]
    if not keys:
        raise click.UsageError("name the key file in SERVANDA_KEY")
    return str(Note(text, tuple(key.sign(text) for key in keys)))


def _stated(journal: Journal, as_of: date, known_by: int | str | None) -> str:
    from servanda.journal.checkpoint import Checkpoint, read_checkpoint
    from servanda.journal.tree import tree_of
    from servanda.pages.statement import statement
    from servanda.record import book_of

    book = book_of(journal, known_by)
    beside, _problem = read_checkpoint(journal.checkpoint_path)
    head = Checkpoint(
        book.head, tree_of(journal).root(book.head), beside.origin if beside else Checkpoint(0, b"").origin
    )
    return statement(book, head, as_of)


def _check(journal: Journal, file: Path, vkeys: tuple[str, ...]) -> None:
    """Compute the statement of a file again from the entries that it names, and end the command with what was found."""
    from servanda.journal.keys import read_vkeys
    from servanda.journal.notes import Note, parse_note, signed_by

    data = file.read_text(encoding="utf-8", errors="replace")
    note = parse_note(data, LONGEST) or Note(data)
    keys, problems = read_vkeys(vkeys)
    if vkeys and not signed_by(note, keys):
        problems.append(Problem("J303", "no key given signed the statement", hint="compare the key that was published"))
    named = _named(note.text)
    again = _stated(journal, *named) if named and named[1] <= journal.size else None
    if again != note.text:
        hint = "run 'servanda verify', then compare both texts line by line"
        problems.append(Problem("J311", f"{file} does not come out again from this journal", hint=hint))
    if not problems and named:
        click.echo(f"as of {named[0]}, as known by entry {named[1]}: comes out again, bit for bit")
        sys.exit(0)
    end(problems)


def _named(text: str) -> tuple[date, int] | None:
    """The day that a statement speaks of, and the number of entries it rests on."""
    try:
        value = json.loads(text)
        return date.fromisoformat(value["as_of"]), int(value["journal"]["size"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
