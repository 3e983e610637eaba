"""servanda law: the engine of law, checked against reference cases."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from servanda.cli.common import in_language
from servanda.exchange.final_clauses import Report, read_cases
from servanda.exchange.final_clauses import verify as verify_cases
from servanda.pages.faces import to_json
from servanda.words.phrases import render


@click.group("law")
def command() -> None:
    """Check the engine of law against reference cases."""


@command.command("verify")
@click.argument("cases", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@in_language
def verify(cases: Path, as_json: bool, language: str) -> None:
    """Compute the entry into force of every case of a file, and compare it with the recorded date.

    Exit code 1: a case whose date the file calls verified came out differently.
    """
    try:
        found = read_cases(cases.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        found = "the file is not UTF-8"
    if isinstance(found, str):
        raise click.UsageError(f"{cases}: {found}")
    report = verify_cases(found)
    click.echo(to_json(report.as_json()) if as_json else _text(report, language))
    sys.exit(1 if any(case.result == "differ" and case.verified for case in report.cases) else 0)


def _text(report: Report, language: str) -> str:
    """The cases that do not agree, with their reasons, and the numbers."""
    told = [case for case in report.cases if case.result != "agree"]
    lines = [f"{case.result:14} {case.id}: {render(case.reason, language)}" for case in told]
    numbers = [f"{report.number(result)} {result.replace('_', ' ')}" for result in ("agree", "differ")]
    numbers += [f"{report.number('not_computable')} not computable", f"{report.number('computed')} computed"]
    return "\n".join([*lines, ", ".join(numbers)])
