"""A witness's folder: its private keys, the public keys of the logs it witnesses, and the heads it has seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from servanda.journal.heads import Heads
from servanda.journal.keys import PrivateKey, PublicKey, make_keys, read_keys, read_vkeys, write_keys
from servanda.problems import Problem

KEY, LOGS, HEADS = "key", "logs", "heads.db"
_INTRODUCTION = "# The public keys of the journals that this witness cosigns, one a line.\n"


@dataclass(frozen=True, slots=True)
class House:
    """An open witness."""

    keys: tuple[PrivateKey, ...]
    logs: tuple[PublicKey, ...]
    heads: Heads


def make_house(folder: Path, name: str) -> Problem | None:
    """Found a witness in a folder; problem J302 where there is one already, as a witness never begins anew.

    A witness that lost its record of heads must take a new name and new keys: it no longer knows what it signed.
    """
    problem = write_keys(folder / KEY, make_keys(name, "witness"))
    if not problem:
        (folder / LOGS).write_text(_INTRODUCTION, encoding="utf-8")
        Heads(folder / HEADS).last("")
    return problem


def trust_log(folder: Path, vkey: str) -> list[Problem]:
    """Add a log to those that a witness cosigns; J301 where the text is no public key, J302 where no witness is."""
    if problem := _no_witness(folder):
        return [problem]
    keys, problems = read_vkeys([vkey])
    known = _log_lines(folder)
    if keys and str(keys[0]) not in known:
        with (folder / LOGS).open("a", encoding="utf-8") as file:
            file.write(f"{keys[0]}\n")
    return problems


def open_house(folder: Path) -> tuple[House | None, list[Problem]]:
    """Open a witness; problem J302 without its keys, J301 for a line that is no key, J309 where its heads are gone."""
    if problem := _no_witness(folder):
        return None, [problem]
    keys, problem = read_keys(folder / KEY)
    if problem:
        return None, [problem]
    if not (folder / HEADS).is_file():
        hint = "restore its newest copy; without one, found a new witness with a new name"
        return None, [Problem("J309", f"the witness in {folder} has lost what it has seen", hint=hint)]
    logs, problems = read_vkeys(_log_lines(folder))
    return (None, problems) if problems else (House(keys, logs, Heads(folder / HEADS)), [])


def _no_witness(folder: Path) -> Problem | None:
    if (folder / KEY).exists():
        return None
    hint = f"found one: servanda witness init {folder} --name NAME"
    return Problem("J302", f"there is no witness in {folder}", hint=hint)


def _log_lines(folder: Path) -> list[str]:
    lines = (folder / LOGS).read_text(encoding="utf-8").splitlines() if (folder / LOGS).is_file() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
