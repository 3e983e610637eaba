"""servanda explain: what a problem's code means."""

from __future__ import annotations

import click

from servanda.problems import explanations


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a problem's code; without one, list them all."""
    known = explanations()
    if code is None:
        for explanation in known.values():
            click.echo(f"{explanation.code}  {explanation.title}")
    elif code.upper() in known:
        click.echo(str(known[code.upper()]))
    else:
        raise click.UsageError(f"there is no code '{code}'; servanda explain lists them all")
