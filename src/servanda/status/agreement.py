"""How far two or more coders agree: percent agreement and Krippendorff's alpha, exactly, in fractions.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): alpha is one minus the observed over the expected
disagreement, from the coincidences of values within units. A unit that fewer than two coders coded tells nothing. The
grades of this record are ordered, so their distance is the ordinal one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations, permutations
from typing import Literal

from servanda.acts.monitoring import Assess
from servanda.book import Book, Event
from servanda.words.scales import GRADES

Metric = Literal["nominal", "ordinal", "interval"]
Distance = Callable[[int, int], Fraction]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of coders on one guideline: units coded by two or more, percent agreement, alpha."""

    guideline: str
    units: int
    coders: tuple[str, ...]
    percent: Fraction | None
    alpha: Fraction | None
    acts: tuple[str, ...]


def alpha(units: Sequence[Sequence[int]], metric: Metric = "nominal") -> Fraction | None:
    """Krippendorff's alpha of the values that each unit was given; None where nothing can differ."""
    pairable = [unit for unit in units if len(unit) > 1]
    coincidences: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for unit in pairable:
        for one, other in permutations(unit, 2):
            coincidences[one, other] += Fraction(1, len(unit) - 1)
    totals = Counter(value for unit in pairable for value in unit)
    distance = _distance(metric, totals)
    count = sum(totals.values())
    expected = sum((totals[c] * totals[k] * distance(c, k) for c, k in permutations(totals, 2)), Fraction(0))
    if not expected:
        return None
    observed = sum((part * distance(c, k) for (c, k), part in coincidences.items()), Fraction(0))
    return 1 - (count - 1) * observed / expected


def _distance(metric: Metric, totals: Mapping[int, int]) -> Distance:
    """The squared distance of two values: equal or not, by the ranks between them, or by their difference."""
    if metric == "nominal":
        return lambda c, k: Fraction(int(c != k))
    if metric == "interval":
        return lambda c, k: Fraction((c - k) ** 2)

    def ordinal(c: int, k: int) -> Fraction:
        between = sum(number for value, number in totals.items() if min(c, k) <= value <= max(c, k))
        return (between - Fraction(totals[c] + totals[k], 2)) ** 2 if c != k else Fraction(0)

    return ordinal


def percent_agreement(units: Sequence[Sequence[int]]) -> Fraction | None:
    """The share of pairs of codings of one unit that are equal."""
    pairs = [one == other for unit in units for one, other in combinations(unit, 2)]
    return Fraction(sum(pairs), len(pairs)) if pairs else None


def agreements(book: Book, as_of: date) -> tuple[Agreement, ...]:
    """The agreement of the codings on each guideline; of one coder the newest coding of a unit counts."""
    codings: dict[str, dict[tuple[str, str], dict[str, tuple[int, str]]]] = defaultdict(lambda: defaultdict(dict))
    for act, event in book.remembered(_codings):
        if act.on.surely_by(as_of):
            unit = codings[act.guideline][act.of, act.party]
            unit[act.coder or act.by] = GRADES.index(act.grade), event.ids[0]
    return tuple(_agreement(guideline, codings[guideline]) for guideline in sorted(codings))


def _codings(book: Book) -> list[tuple[Assess, Event]]:
    """The codings of a book, by day: few among its assessments, so they are looked out once."""
    return [(act, event) for act, event in book.acts(Assess) if act.stage == "coding"]


def _agreement(guideline: str, units: Mapping[tuple[str, str], Mapping[str, tuple[int, str]]]) -> Agreement:
    coded = [unit for unit in units.values() if len(unit) > 1]
    values = [[value for value, _act in unit.values()] for unit in coded]
    coders = tuple(sorted({coder for unit in coded for coder in unit}))
    acts = tuple(sorted({act for unit in coded for _value, act in unit.values()}))
    return Agreement(guideline, len(coded), coders, percent_agreement(values), alpha(values, "ordinal"), acts)
