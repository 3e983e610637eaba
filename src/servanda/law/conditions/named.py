"""Parties named in the clause have consented (as the USSR, the United Kingdom and the United States in the NPT)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, act_days, listed
from servanda.law.facts import Close, standing
from servanda.words.parties import is_state


@dataclass(frozen=True, slots=True)
class Named:
    """`when parties UZ`: every party named must have consented."""

    parties: tuple[str, ...]

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `parties` and codes."""
        match words:
            case ["parties", *codes] if codes and all(is_state(code) or code.islower() for code in codes):
                return cls(tuple(sorted(set(codes))))
        return None

    def __str__(self) -> str:
        return f"parties {' '.join(self.parties)}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a named party whose consent does not stand."""
        found = standing(asked.facts, asked.of, close, asked.counting)
        waiting = set(self.parties) - found.keys()
        acts = tuple(act for party in self.parties if party in found for act in found[party].acts)
        words = f"{len(self.parties) - len(waiting)} of {len(self.parties)} named parties ({listed(self.parties)})"
        return Finding(not waiting, words, acts, f"consent of {listed(waiting)}" if waiting else "")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents."""
        return act_days(asked, early)
