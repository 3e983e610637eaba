"""Provisions with a date of their own inside an instrument (MARPOL, Annex II; ICCPR, art. 41; Kigali, art. IV)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from servanda.days import Day
from servanda.law.conditions import Condition, parse_condition
from servanda.law.delay_lines import parse_delays
from servanda.law.delays import Delay
from servanda.law.delays_in_words import told
from servanda.law.words import Words
from servanda.text.tokens import quoted
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class Provision:
    """`provision "art. 41" [when CONDITION] [then DELAY …] [not-before DAY]`.

    Its delay runs from its own condition; without one, from the entry into force of the instrument.
    """

    name: str
    when: Condition | None = None
    then: tuple[Delay, ...] = ()
    floor: Day | None = None

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The provision written as these words, or None."""
        if not words or not words[0]:
            return None
        name, *rest = words
        rest, floor_words = _cut(rest, "not-before")
        rest, delay_words = _cut(rest, "then")
        rest, condition_words = _cut(rest, "when")
        floor = Words(floor_words).day() if len(floor_words) == 1 else None
        delays = parse_delays(delay_words) if delay_words else ()
        when = parse_condition(condition_words) if condition_words else None
        wrong = rest or bool(floor) != bool(floor_words) or delays is None or bool(when) != bool(condition_words)
        return None if wrong or not (when or delays or floor) else cls(name, when, delays or (), floor)

    @property
    def words(self) -> str:
        """The provision in words, with the line of its condition."""
        parts = [say("provision {name}", name=self.name)]
        parts += [say("when {line}", line=str(self.when))] if self.when else []
        parts += [say("then {delay}", delay=told(delay)) for delay in self.then]
        return joined(", ", parts + ([say("not before {day}", day=self.floor)] if self.floor else []))

    def __str__(self) -> str:
        line = f"provision {quoted(self.name)}" + (f" when {self.when}" if self.when else "")
        line += "".join(f" then {delay}" for delay in self.then)
        return line + (f" not-before {self.floor}" if self.floor else "")


def _cut(words: list[str], keyword: str) -> tuple[list[str], list[str]]:
    """The words before the first keyword, and those behind it."""
    if keyword not in words:
        return words, []
    index = words.index(keyword)
    return words[:index], words[index + 1 :]
