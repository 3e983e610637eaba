"""servanda demo: from a communiqué to a page, once, on the record of the CIS.

The record of that evening itself (session-2020-12-18.acts) is left out: the reader supplies it.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from servanda.cli.common import DEMO_JOURNAL, KNOWN_DIFFERENCE, end, now, show, who
from servanda.cli.summary import summary
from servanda.data import shipped
from servanda.journal import Journal, open_journal
from servanda.pages.parts import View
from servanda.problems import Problem, is_grave
from servanda.reading import read_taken, take
from servanda.reading.proposing import Proposed, check_standing, propose, write_proposals
from servanda.record import accept, book_before, book_of, enter, load
from servanda.text import print_head

JOURNAL = DEMO_JOURNAL
EVENING = "session-2020-12-18.acts"


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Stop after the summary.")
@click.option("--text", "text_file", type=click.Path(path_type=Path), help="Read another communiqué.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def command(no_serve: bool, text_file: Path | None, host: str, port: int) -> None:
    """Make a journal, load the record, read a communiqué, and show the evening's summary."""
    file = text_file or shipped("examples") / "cis-2020-12-18.txt"
    journal, problems = open_journal(JOURNAL, create=True)
    show(problems)
    if journal is None:
        sys.exit(1)
    with journal:
        _load_record(journal)
        session = _read_and_accept(journal, file)
        view = View(book_of(journal), date.fromisoformat(session.rpartition("/")[2][:10]))
        click.echo("\n" + summary(view, session))
        click.echo(f"{journal.size:,} entries in {JOURNAL}; root {journal.root().hex()[:16]}…")
    if not no_serve:
        _serve(host, port, view.as_of)


def _load_record(journal: Journal) -> None:
    """Enter the shipped record of the CIS and the law it uses, without the evening that the reader will supply."""
    folder = shipped("records/cis")
    files = [file for file in sorted(folder.glob("*.acts")) if file.name != EVENING]
    click.echo(f"Loading the record of the CIS ({len(files)} files) …")
    loaded = load(files)
    if is_grave(loaded.problems):
        end(loaded.problems)
    entered = enter(journal, loaded.acts, moment=now(), by=who())
    if is_grave(entered.problems):
        end(entered.problems)
    known = sum(problem.code == KNOWN_DIFFERENCE for problem in entered.problems)
    click.echo(f"  {entered.entered:,} acts entered, {entered.already:,} there already; {known} known differences.")


def _read_and_accept(journal: Journal, file: Path) -> str:
    """Read the communiqué, show every proposal beside its passage, and accept them; gives the session's name."""
    taken, problems = take(file)
    if taken is None:
        end(problems)
    show(problems)
    click.echo(f"Reading {file.name} …")
    reading = read_taken(taken)
    proposed = propose(reading, book_before(journal, reading.source_sha256), reading.text)
    if not proposed.session:
        end([Problem("R105", "the text does not say when a session was held, or of which organ", None, "try another")])
    _show(proposed)
    written = write_proposals(proposed, file.name).encode()
    entered = accept(journal, written, file.name, reading.text, moment=now(), by=who(), standing=check_standing)
    if is_grave(entered.problems):
        end(entered.problems)
    show(entered.problems)
    click.echo(f"Accepted {entered.entered} of {len(proposed.proposals)} proposals; {entered.already} there already.")
    return proposed.session


def _show(proposed: Proposed) -> None:
    """Every proposal beside its passage."""
    for one in proposed.proposals:
        passage = " ".join(one.passage.words.split())
        click.echo(f"  {print_head(one.act)}")
        click.echo(click.style(f"      “{passage[:150]}{'…' if len(passage) > 150 else ''}”", dim=True))
    for left in proposed.left:
        click.echo(click.style(f"  not proposed: {' '.join(left.words.split())[:80]} — {left.why}", dim=True))


def _serve(host: str, port: int, day: date) -> None:
    from servanda.web.serve import serve

    click.echo(f"\nThe portal: http://{host}:{port}/?as-of={day} (Ctrl-C ends it)")
    serve(JOURNAL, host, port)
