"""Parties as registers write them: alpha-3 codes, codes outside the standard, and names of depositaries' tables.

A register's pair of States (`KOR - PRK`) is not one party, and a code that no list explains is nobody: neither is
guessed. An entity that has no code of ISO 3166 has a name in lower case, as an organisation has.
"""

from __future__ import annotations

from functools import cache

from servanda.words.parties import find_party
from servanda.words.tables import rows


@cache
def party_of_register(written: str) -> str | None:
    """The party that a register means by a code or a name; None where it cannot be told."""
    text = written.strip()
    return _others().get(text) or alpha3().get(text) or (None if _is_code(text) else find_party(text))


@cache
def alpha3() -> dict[str, str]:
    """The record's code by alpha-3 code: ISO 3166-1, and for former states the last one they had."""
    return {code: party for code, party, _name in rows("alpha3.tsv")}


@cache
def _others() -> dict[str, str]:
    return {written: party for written, party, *_remark in rows("registers.tsv")}


def _is_code(text: str) -> bool:
    return text.isupper() and len(text) <= 4
