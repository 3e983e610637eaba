"""Figures of a set of commitments, kept as sums, so that the figures of parts add up to the figures of the whole.

Every share keeps what it is a share of, and how many of these have information at all. A figure is made within one
class of commitments only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeVar

from servanda.status.commitment import Commitment
from servanda.words.scales import Scale

S = TypeVar("S", "Figures", "Part")

LONG = timedelta(days=730)
"""Two years: what the Single Market Scoreboard lists as overdue for long."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums over commitments of one class: counts by grade, by time, and the days of delay."""

    commitments: int = 0
    known: int = 0
    not_started: int = 0
    limited: int = 0
    substantial: int = 0
    complete: int = 0
    fallen_due: int = 0
    past_due: int = 0
    long_past_due: int = 0
    delayed: int = 0
    delay_days: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Figures)))

    @property
    def grades(self) -> tuple[int, ...]:
        """How many have each grade, from not started to complete."""
        return (self.not_started, self.limited, self.substantial, self.complete)

    @property
    def coverage(self) -> Fraction | None:
        """The share of which anything is known."""
        return Fraction(self.known, self.commitments) if self.commitments else None

    @property
    def share_past_due(self) -> Fraction | None:
        """The share past due among those whose due day has passed."""
        return Fraction(self.past_due, self.fallen_due) if self.fallen_due else None

    @property
    def average_delay(self) -> Fraction | None:
        """The average delay in days of those late: until they were complete, else until the day asked about."""
        return Fraction(self.delay_days, self.delayed) if self.delayed else None


def figures_of(found: Iterable[Commitment], as_of: date) -> Figures:
    """The figures of commitments."""
    return _summed(_numbers(one, as_of) for one in found)


def _summed(rows: Iterable[tuple[int, ...]]) -> Figures:
    """The figures whose sums are those of the columns; as plain numbers, for one pass costs a page's time."""
    return Figures(*map(sum, zip(*rows, strict=True)))


def _numbers(one: Commitment, as_of: date) -> tuple[int, ...]:
    """One commitment as the numbers of its figures, in their order."""
    fallen = one.due is not None and one.due.last < as_of and not one.was_left
    late = _days_late(one, as_of) if fallen else 0
    still = fallen and one.is_open
    how = one.performance
    grades = how == "not-started", how == "limited", how == "substantial", how == "complete"
    times = fallen, still, still and late >= LONG.days, late > 0
    return 1, how != "no information", *grades, *times, late


def _days_late(one: Commitment, as_of: date) -> int:
    assert one.due is not None
    end = one.completed.first if one.completed else as_of
    return max(0, (end - one.due.last).days)


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of one party: of all its commitments, each counted once, and by topic."""

    figures: Figures = Figures()
    topics: dict[str, Figures] = field(default_factory=dict)

    def __add__(self, other: Part) -> Part:
        return Part(self.figures + other.figures, _together(self.topics, other.topics, Figures()))


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of commitments: of all of them, and of each party."""

    figures: Figures = Figures()
    parties: dict[str, Part] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.figures + other.figures, _together(self.parties, other.parties, Part()))


def _together(mine: dict[str, S], other: dict[str, S], nothing: S) -> dict[str, S]:
    """The sums of both by name."""
    return {name: mine.get(name, nothing) + other.get(name, nothing) for name in {**mine, **other}}


def tally(found: Iterable[Commitment], as_of: date) -> Tally:
    """The figures of commitments and of all their parts, each commitment looked at once."""
    wholes: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    cells: dict[str, dict[str, list[tuple[int, ...]]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        numbers = _numbers(one, as_of)
        wholes[one.party].append(numbers)
        for topic in one.topics or ("",):
            cells[one.party][topic].append(numbers)
    parties = {
        party: Part(_summed(rows), {topic: _summed(part) for topic, part in cells[party].items()})
        for party, rows in wholes.items()
    }
    return Tally(sum((part.figures for part in parties.values()), Figures()), parties)


def by_rank(found: Iterable[Commitment], as_of: date) -> dict[str, Figures]:
    """The figures of each class, never added to another's, each commitment looked at once."""
    classes: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for one in found:
        classes[one.rank].append(_numbers(one, as_of))
    return {rank: _summed(rows) for rank, rows in classes.items()}


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure by a scale: the value, what it is made of, and the count that it rests on."""

    scale: Scale
    value: Fraction | None
    over: int
    part: Fraction


def measure(scale: Scale, rows: Sequence[Commitment], sums: Figures) -> Measured:
    """The figure of commitments by a scale; `sums` are their figures."""
    return measured(scale, sums, *all_done(rows)) if scale.kind == "all" else measured(scale, sums)


def all_done(rows: Sequence[Commitment]) -> tuple[int, int]:
    """How many commitments all their parties have completed, of how many."""
    done: dict[str, bool] = {}
    for one in rows:
        done[one.id] = done.get(one.id, True) and one.performance == "complete"
    return sum(done.values()), len(done)


def measured(scale: Scale, sums: Figures, done: int = 0, of: int = 0) -> Measured:
    """The figure by a scale, of the sums of commitments, and of how many are done by all, of how many."""
    if scale.kind == "all":
        return Measured(scale, Fraction(done, of) if of else None, of, Fraction(done))
    if scale.kind == "deficit":
        return Measured(scale, sums.share_past_due, sums.fallen_due, Fraction(sums.past_due))
    total = sum((score * count for score, count in zip(scale.scores, sums.grades, strict=True)), Fraction(0))
    mean = total / sums.known if sums.known else None
    value = (mean + 1) / 2 if mean is not None and scale.kind == "mean" else mean
    return Measured(scale, value, sums.known, total)


def one_decimal(number: Fraction, times: int = 1) -> str:
    """A number, so many times as large, with one decimal, halves away from zero, without passing through a float."""
    above, below = abs(number.numerator) * times, number.denominator
    tenths = (20 * above + below) // (2 * below)
    return f"{'-' if number < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"
