"""servanda verify: is the journal whole, are its copies, and does a proof hold?"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from servanda.cli.common import journal_address, show
from servanda.cli.progress import shown
from servanda.journal import Finding, Verification, checkers, database_path, open_journal, unopened, verify
from servanda.pages.faces import to_json
from servanda.problems import Problem, is_grave

if TYPE_CHECKING:  # checking signatures loads a library that most commands do without
    from servanda.journal.receipt import Shown

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
# From this size of the database on, every processor takes its share of the entries.
LARGE = 32 * 1024 * 1024
LONG = 200_000  # entries, from which on it is shown how far the work is
F = TypeVar("F", bound=Callable[..., Any])


def _options(function: F) -> F:
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Answer as JSON."),
        click.option("--thorough", is_flag=True, help="Also what was checked at the gate: every entry's form and act."),
        click.option(
            "--remember", type=click.Path(path_type=Path), help="Compare with the head in this file; keep it."
        ),
        click.option("--compare", "other", type=FILE, help="Compare with a checkpoint that somebody else was shown."),
        click.option("--rotation", "rotations", type=FILE, multiple=True, help="A proof that announces newer keys."),
        click.option("--policy", type=FILE, help="A policy file: the keys, the witnesses, and how many of them."),
        click.option("--witness", "witnesses", multiple=True, metavar="VKEY", help="Also ask for this cosignature."),
        click.option("--key", "keys", multiple=True, metavar="VKEY", help="The public key that must have signed."),
        click.option("--proof", type=FILE, help="Check the proof of an entry; nothing else is needed."),
        click.option("--tiles", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Published files."),
    ):
        function = option(function)
    return function


@click.command("verify")
@_options
def command(
    tiles: Path | None,
    proof: Path | None,
    other: Path | None,
    remember: Path | None,
    thorough: bool,
    as_json: bool,
    **trust: Any,
) -> None:
    """Verify the journal, its published files, or the proof of an entry.

    Without an option every entry of the journal is read again, and compared with the tree and the database; with
    --tiles, those of published files. With --key, --witness or --policy the signatures are checked as well.
    """
    if proof and (tiles or other or remember):
        raise click.UsageError("--proof is checked by itself")
    if proof:
        _prove(proof, trust, as_json)
    found = (
        _verify_tiles(tiles, trust, other, remember, as_json)
        if tiles
        else _verify_journal(trust, (other, remember), thorough, as_json)
    )
    if as_json:
        click.echo(to_json(found.as_json()))
    else:
        _tell(found)
    sys.exit(0 if found.ok else 1)


def _prove(proof: Path, trust: dict[str, Any], as_json: bool) -> NoReturn:
    from servanda.cli.trust import policy_of
    from servanda.journal.receipt import check_receipt, parse_receipt

    receipt = parse_receipt(proof.read_text(encoding="utf-8", errors="replace"))
    policy, problems = policy_of(**trust)
    if receipt:
        shown, found = check_receipt(receipt, policy)
    else:
        hint = "give the .tlog-proof that the depositary sent"
        shown, found = None, [Problem("J305", f"{proof} is not a proof", hint=hint)]
    problems += found
    holds = shown is not None and not is_grave(problems)
    if as_json:
        click.echo(to_json(_proved(shown, problems) | {"ok": holds}))
    else:
        show(problems)
        click.echo(_words(shown) if shown else "the proof does not hold")
    sys.exit(0 if holds else 1)


def _proved(shown: Shown | None, problems: list[Problem]) -> dict[str, Any]:
    told = [{"code": one.code, "message": one.message, "severity": one.severity} for one in problems]
    if not shown:
        return {"problems": told}
    entry, trusted = shown.entry, shown.trusted
    return {
        "entry": entry.number,
        "moment": entry.moment,
        "by": entry.by,
        "act": entry.act,
        "origin": trusted.checkpoint.origin,
        "size": trusted.checkpoint.size,
        "witnesses": list(trusted.witnesses),
        "problems": told,
    }


def _words(shown: Shown) -> str:
    """The act as text; one of a kind that this version does not know yet, as it stands in the entry."""
    from msgspec import ValidationError

    from servanda.acts import canonical, from_json
    from servanda.text import print_act

    entry, trusted = shown.entry, shown.trusted
    try:
        act = print_act(from_json(entry.act)).rstrip()
    except ValidationError:
        act = canonical(entry.act).decode("utf-8")
    witnesses = f", seen by {', '.join(trusted.witnesses)}" if trusted.witnesses else ""
    return f"{act}\nentry {entry.number} of {trusted.checkpoint.origin}, entered {entry.moment}{witnesses}"


def _verify_journal(
    trust: dict[str, Any], files: tuple[Path | None, Path | None], thorough: bool, as_json: bool
) -> Verification:
    from servanda.cli.trust import examine_journal
    from servanda.record.image import differences

    address = journal_address()
    with checkers(_processes(address)) as pool:
        journal, problems = open_journal(address)
        if journal is None:
            _not_opened(problems, as_json)
        with journal:
            size = journal.size
            with shown("verifying", short=size < LONG) as told:
                found = verify(journal, thorough=thorough, pool=pool, progress=lambda number: told(number, size))
            more = examine_journal(journal, trust, *files) if any(trust.values()) or any(files) else []
            image = differences(journal)
            findings = (*found.problems, *map(_finding, more), *image)
    return Verification(found.size, found.root, findings)


def _processes(address: str) -> int:
    path = database_path(address)
    large = path is None or (path.is_file() and path.stat().st_size > LARGE)
    return (os.cpu_count() or 1) if large else 1


def _verify_tiles(
    folder: Path, trust: dict[str, Any], other: Path | None, remember: Path | None, as_json: bool
) -> Verification:
    from servanda.cli.trust import examine_copy
    from servanda.journal.copies import read_copy, verify_copy

    copy, problems = read_copy(folder)
    if not copy:
        _not_opened(problems, as_json)
    found = list(verify_copy(copy))
    found += [] if found else examine_copy(copy, trust, other, remember)
    return Verification(copy.checkpoint.size, copy.checkpoint.root.hex(), tuple(map(_finding, found)))


def _not_opened(problems: list[Problem], as_json: bool) -> NoReturn:
    """Say why nothing could be read, with the hints, and end the command."""
    found = unopened(problems)
    if as_json:
        click.echo(to_json(found.as_json()))
    else:
        show(problems)
        click.echo(f"not opened: {found.size:,} entries, root {found.root}")
    sys.exit(1)


def _finding(problem: Problem) -> Finding:
    return Finding(problem.code, None, problem.message, problem.severity)


def _tell(found: Verification) -> None:
    for finding in found.problems:
        entry = f" entry {finding.entry}:" if finding.entry else ""
        click.echo(f"{finding.code}{entry} {finding.message}", err=True)
    click.echo(f"{'whole' if found.ok else 'NOT WHOLE'}: {found.size:,} entries, root {found.root}")
