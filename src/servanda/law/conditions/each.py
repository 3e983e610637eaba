"""No threshold: every state is bound from its own act (as under the Convention on privileges of 1946)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, act_days, listed
from servanda.law.facts import Close, standing


@dataclass(frozen=True, slots=True)
class Each:
    """`when each`: the first consent puts the instrument in force for its author, and so on."""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the word is `each`."""
        return cls() if words == ["each"] else None

    def __str__(self) -> str:
        return "each"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a first consent."""
        found = standing(asked.facts, asked.of, close, asked.counting)
        acts = tuple(act for deed in found.values() for act in deed.acts)
        if found:
            return Finding(True, f"no threshold; consent of {listed(found)}", acts)
        return Finding(False, "no threshold, but no consent yet", (), "a first consent")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents."""
        return act_days(asked, early)
