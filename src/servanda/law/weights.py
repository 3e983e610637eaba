"""Tables of weights: shares, tonnage, quotas, contributions; each named with its version and its cut-off day.

A table is an act; its lines are `weight CODE FRACTION`, and `total FRACTION` where the weights are amounts of a whole
that the table does not list in full. Weights are exact fractions, never floats.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from servanda.acts.declarations import Table
from servanda.days import Day
from servanda.problems import Place, Problem
from servanda.words.phrases import bracketed, joined, say

_NUMBER = re.compile(r"\d{1,18}(?:/0*[1-9]\d{0,17})?", re.ASCII)


def fraction_of(text: str) -> Fraction | None:
    """The number or fraction written as `3` or `55/100`, or None."""
    return Fraction(text) if _NUMBER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Weights:
    """One version of a table; without a `total` the weights are shares of one whole."""

    name: str
    weights: Mapping[str, Fraction]
    total: Fraction | None = None
    version: str = ""
    cut_off: Day | None = None
    provisional: bool = False
    acts: tuple[str, ...] = ()
    _unit: int = field(init=False, repr=False, compare=False)
    _parts: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Whole numbers of a common unit add up faster than fractions.
        unit = math.lcm(*(weight.denominator for weight in self.weights.values()))
        parts = {party: weight.numerator * (unit // weight.denominator) for party, weight in self.weights.items()}
        object.__setattr__(self, "_unit", unit)
        object.__setattr__(self, "_parts", parts)

    def sum(self, parties: Iterable[str]) -> Fraction:
        """The weights of parties added up; who is not in the table weighs nothing."""
        return Fraction(sum(self._parts[party] for party in self._parts.keys() & parties), self._unit)

    def whole(self, group: frozenset[str] | None = None) -> Fraction:
        """What a share is a share of: all members of a group, the stated total, or one."""
        return self.sum(group) if group is not None else self.total or Fraction(1)

    def absent(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The parties of which the table says nothing."""
        return tuple(sorted(party for party in parties if party not in self.weights))

    @property
    def words(self) -> str:
        """The table with its version and its cut-off day, in words."""
        about: list[str] = [self.version] if self.version else []
        about += [say("cut-off {day}", day=self.cut_off)] if self.cut_off else []
        about += [say("provisional")] if self.provisional else []
        return joined(" ", (self.name, bracketed(joined(", ", about)))) if about else self.name

    def __str__(self) -> str:
        about = [self.version] if self.version else []
        about += [f"cut-off {self.cut_off}"] if self.cut_off else []
        about += ["provisional"] if self.provisional else []
        return f"{self.name} ({', '.join(about)})" if about else self.name


@lru_cache(maxsize=256)
def weights_of(act: Table, acts: tuple[str, ...]) -> Weights:
    """The weights of a table, read once."""
    return read_table(act, acts)[0]


def read_table(act: Table, acts: tuple[str, ...] = (), places: Sequence[Place] = ()) -> tuple[Weights, list[Problem]]:
    """The weights of a table's lines, and the problems of the lines that are none."""
    weights: dict[str, Fraction] = {}
    totals: list[Fraction] = []
    problems = []
    for index, line in enumerate(act.lines):
        message = _read_line(line.split(), weights, totals)
        if message:
            problems.append(_problem(message, places, index))
    if not totals and sum(weights.values(), Fraction(0)) > 1:
        problems.append(_problem(f"the shares of {act.of} are more than one whole", places, 0))
    total = totals[-1] if totals else None
    provisional = act.state == "provisional"
    return Weights(act.of, weights, total, act.version, act.cut_off, provisional, acts), problems


def _read_line(words: list[str], weights: dict[str, Fraction], totals: list[Fraction]) -> str:
    """Take one line; gives what is wrong with it, or nothing."""
    match words:
        case ["weight", party, number] if (weight := fraction_of(number)) is not None:
            if party in weights:
                return f"the table gives {party} two weights"
            weights[party] = weight
            return ""
        case ["total", number] if total := fraction_of(number):
            totals.append(total)
            return ""
    return f"'{' '.join(words)}' is no weight"


def _problem(message: str, places: Sequence[Place], index: int) -> Problem:
    place = places[index] if index < len(places) else None
    return Problem("L106", message, place, "write: weight BY 1/2; and total 100 where the weights are amounts")
