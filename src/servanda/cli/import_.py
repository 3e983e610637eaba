"""servanda import: acts out of spreadsheets and registers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from servanda.cli.common import end, not_found, now, opened, show, who
from servanda.days import Day, NotADay
from servanda.problems import Place, Problem, is_grave


@click.group("import")
def command() -> None:
    """Enter acts from a spreadsheet or a register."""


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
        decided = Day.parse(on) if on and printing else _declared_on(of, on)
    except NotADay as error:
        raise click.BadParameter(str(error), param_hint="--on") from error
    rows, problems = read_sheet(file)
    if problems:
        end(problems)
    with click.progressbar(rows, label="reading the rows", file=sys.stderr) as shown:
        found = read_plan(shown, str(file), of, decided, source)
    if is_grave(found.problems):
        grave = sum(one.severity != "warning" for one in found.problems)
        click.echo(f"{grave:,} {'cell is' if grave == 1 else 'cells are'} wrong; nothing was entered", err=True)
        end(found.problems)
    show(found.problems)
    if printing:
        click.echo(print_acts(one.act for one in found.acts), nl=False)
        return
    with opened(create=False) as journal:
        entered = enter(journal, found.acts, moment=now(), by=who())
    if is_grave(entered.problems):
        end(entered.problems)
    show(entered.problems)
    titles = f" under {found.titles:,} titles" if found.titles else ""
    click.echo(f"entered {entered.entered:,} measures of {of}{titles}; {entered.already:,} were there already")


@command.command("ggo")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", default="ggo-2025", show_default=True, help="The register's name in the record.")
@click.option("--left-out", type=click.Path(dir_okay=False, path_type=Path), help="Write what is left out, row by row.")
def ggo(file: Path, name: str, left_out: Path | None) -> None:
    """Enter the memberships of the Global Governance Observatory from a Parquet file, each with its row as its source.

    The register gives no clause, so what it says of entry into force is entered as its testimony and not compared with
    anything. Cells that cannot be used are left out and told.
    """
    from servanda.exchange.ggo import read_memberships
    from servanda.exchange.ggo_acts import acts_of, row_of
    from servanda.exchange.parquet import NotReadable
    from servanda.record import enter
    from servanda.text import Located

    try:
        register = read_memberships(file, name)
    except NotReadable as error:
        end([Problem("B502", str(error), Place(str(file)), "give a Parquet file of memberships, one row a party")])
    with click.progressbar(range(len(register)), label="reading the rows", file=sys.stderr) as rows:
        acts = [Located(act, Place(str(file), row_of(act))) for act in acts_of(register, rows)]
    summary = register.summary()
    if left_out:
        lines = "".join(f"{problem}\n" for problem in summary.problems(str(file)))
        left_out.write_text(lines, encoding="utf-8")
    click.echo(str(summary), err=True)
    with opened(create=True) as journal:
        click.echo(f"checking and entering {len(acts):,} acts", err=True)
        entered = enter(journal, acts, moment=now(), by=who(), compare=False)
    if is_grave(entered.problems):
        end(entered.problems)
    show(entered.problems)
    click.echo(f"entered {entered.entered:,} acts of {name}; {entered.already:,} were there already")


def _declared_on(of: str, on: str | None) -> Day:
    """The day that was given, else that of the declared document; a plan that no act declares is not taken."""
    from servanda.acts.declarations import Instrument
    from servanda.record import book_of

    with opened(create=False) as journal:
        book = book_of(journal)
    declared = book.declared(Instrument, of)
    if declared is None:
        not_found("document", of, (act.of for act, _event in book.acts(Instrument)))
    return Day.parse(on) if on else declared.on
