"""Organisations as texts name them: short names, and the longer names that stand for them."""

from __future__ import annotations

from functools import cache

from servanda.words.parties import fold
from servanda.words.tables import rows, several


@cache
def organisations() -> dict[str, str]:
    """The short name of each organisation by every name it goes under in English."""
    found: dict[str, str] = {}
    for short, others in rows("organisations.tsv"):
        found |= dict.fromkeys((short, *several(others)), short)
    return found


def find_organisation(text: str) -> str | None:
    """The short name of the organisation with this name, whatever its case."""
    return _folded().get(fold(text).removeprefix("the "))


@cache
def _folded() -> dict[str, str]:
    return {fold(name).removeprefix("the "): short for name, short in organisations().items()}


@cache
def organs() -> dict[str, str]:
    """The organisation of each well-known organ by the organ's name in English."""
    return {row[0]: row[1] for row in rows("organs.tsv")}
