"""servanda import: acts out of spreadsheets."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from servanda.cli.common import end, not_found, now, opened, show, who
from servanda.days import Day, NotADay
from servanda.problems import is_grave


@click.group("import")
def command() -> None:
    """Enter acts from a spreadsheet."""


@command.command("plan")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--of", required=True, metavar="PLAN", help="The plan's name in the record, as in cis-2020-plan.")
@click.option("--on", metavar="DAY", help="The day on which the plan was decided (else that of the declared document).")
@click.option("--source", default="", metavar="NAME", help="The declared source that tells of the plan.")
@click.option("--print", "printing", is_flag=True, help="Write the acts as text and enter nothing.")
def plan(file: Path, of: str, on: str | None, source: str, *, printing: bool) -> None:
    """Enter the measures of a plan: number, provision, measure, who, when."""
    from servanda.exchange.plan import read_plan
    from servanda.exchange.sheets import read_sheet
    from servanda.record import enter
    from servanda.text import print_acts

    try:
        decided = Day.parse(on) if on else _declared_on(of)
    except NotADay as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    rows, problems = read_sheet(file)
    if problems:
        end(problems)
    with click.progressbar(rows, label="reading the rows", file=sys.stderr) as shown:
        found = read_plan(shown, str(file), of, decided, source)
    if found.problems:
        click.echo(f"{len(found.problems):,} cells are wrong; nothing was entered", err=True)
        end(found.problems)
    if printing:
        click.echo(print_acts(one.act for one in found.acts), nl=False)
        return
    with opened(create=False) as journal:
        entered = enter(journal, found.acts, moment=now(), by=who())
    if is_grave(entered.problems):
        end(entered.problems)
    show(entered.problems)
    click.echo(f"entered {entered.entered:,} measures of {of}; {entered.already:,} were there already")


def _declared_on(of: str) -> Day:
    """The day of the declared document of this name."""
    from servanda.acts.declarations import Instrument
    from servanda.record import book_of

    with opened(create=False) as journal:
        book = book_of(journal)
    declared = book.declared(Instrument, of)
    if declared is None:
        not_found("document", of, (act.of for act, _event in book.acts(Instrument)))
    return declared.on
