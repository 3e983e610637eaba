"""A number of parties have consented, of all or of a group (the commonest clause: VCLT, art. 24(1))."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self, get_args

from servanda.law.conditions.base import Asked, Finding, act_days, listed
from servanda.law.facts import Close, standing

_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
Noun = Literal["deposits", "notifications", "ratifications", "consents"]


@dataclass(frozen=True, slots=True)
class Count:
    """`when 3 deposits`, `when 55 deposits among unfccc-parties`."""

    number: int
    noun: Noun = "deposits"
    among: str = ""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are a number, a noun, and perhaps a group."""
        match words:
            case [number, noun] if _NUMBER.fullmatch(number) and noun in get_args(Noun):
                return cls(int(number), noun)  # type: ignore[arg-type]
            case [number, noun, "among", group] if _NUMBER.fullmatch(number) and noun in get_args(Noun):
                return cls(int(number), noun, group)  # type: ignore[arg-type]
        return None

    def __str__(self) -> str:
        return f"{self.number} {self.noun}" + (f" among {self.among}" if self.among else "")

    def test(self, asked: Asked, close: Close) -> Finding:
        """Count the parties whose consent stands."""
        found = standing(asked.facts, asked.of, close, asked.counting)
        if self.among:
            members = asked.facts.group(self.among, close.day) or frozenset()
            found = {party: deed for party, deed in found.items() if party in members}
        acts = tuple(act for deed in found.values() for act in deed.acts)
        words = f"{len(found)} of {self.number} {self.noun}" + (f": {listed(found)}" if found else "")
        short = self.number - len(found)
        return Finding(short <= 0, words, acts, f"{short} more {self.noun}" if short > 0 else "")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of the acts that are counted, and those on which the group changes."""
        return act_days(asked, early) | set(asked.facts.group_days(self.among) if self.among else ())
