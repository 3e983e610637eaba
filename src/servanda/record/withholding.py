"""Withholding: texts marked as confidential go into the vault before the acts are entered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.acts import Act, from_json, to_json
from servanda.acts.withheld import FIELDS, MARK, is_commitment, looks_withheld, texts_of, with_texts
from servanda.journal.vault import Vault
from servanda.problems import Problem
from servanda.text import Located


def withhold(acts: Sequence[Act], vault: Vault) -> tuple[list[Act], int]:
    """Put every text that is marked as confidential into the vault; gives the acts to enter, and how many texts."""
    put: list[str] = []

    def change(text: str) -> str:
        if not text.startswith(MARK):
            return text
        put.append(vault.withhold(text.removeprefix(MARK)))
        return put[-1]

    return [from_json(with_texts(to_json(act), change)) for act in acts], len(put)


def unwithheld(one: Located) -> Iterator[Problem]:
    """Find what would be entered in clear though it is marked (B701), and commitments that are none (B702)."""
    for name, text in texts_of(to_json(one.act)):
        if text.startswith(MARK.rstrip()):
            hint = "run 'servanda withhold FILE' and load what it writes"
            yield Problem("B701", f"the text of '{name}' is marked as confidential", one.place, hint)
        elif looks_withheld(text) and not (is_commitment(text) and name in FIELDS):
            hint = f"texts of {', '.join(sorted(FIELDS))} can be withheld"
            yield Problem("B702", f"the text of '{name}' is no commitment that may stand there", one.place, hint)
