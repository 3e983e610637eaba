"""One commitment: who promised or owes what, of which class, by when, and what is known of its performance.

Timing, performance and standing are three axes (`servanda.status.axes`) and are never folded into one. A class is
never added to another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, TypeVar

from servanda.acts import Act
from servanda.acts.commitments import Carry, Classify, Extend, Plan, Undertake
from servanda.acts.declarations import Instrument
from servanda.acts.monitoring import Report
from servanda.book import Book, Event
from servanda.days import Day
from servanda.days.arithmetic import plus_days, plus_months
from servanda.law.reasons import Reason
from servanda.status.axes import (
    Performance,
    Reply,
    Score,
    Stand,
    Timing,
    followed_up,
    performance,
    standing_of,
    timing,
)
from servanda.status.happened import happened
from servanda.status.standing import Standing
from servanda.words.phrases import say, term

RANKS = ("legal-obligation", "decision", "political", "presidency", "statement")

_TERM = re.compile(r"([1-9]\d{0,3}) (day|month|year)s?", re.ASCII)

A = TypeVar("A", bound=Act)

Origin = Literal["undertaken", "owed", "planned"]


@dataclass(frozen=True, slots=True)
class Reported:
    """A value of the indicator, reported on a day."""

    on: Day
    value: int
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment of one party as of a day, on its three axes, with the acts behind each."""

    id: str
    party: str
    words: str
    rank: str
    strength: str
    made: Day
    due: Day | None
    timing: Timing
    performance: Performance
    standing: Stand
    under: str
    reasons: tuple[Reason, ...]
    origin: Origin = "undertaken"
    recorded_rank: str = ""
    original_due: Day | None = None
    provision: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: int | None = None
    target: int | None = None
    series: tuple[Reported, ...] = ()
    condition: str = ""
    responsible: str = ""
    topics: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    completed: Day | None = None
    scores: tuple[Score, ...] = ()
    replies: tuple[Reply, ...] = ()

    @property
    def value(self) -> int | None:
        """The newest reported value of the indicator."""
        return self.series[-1].value if self.series else None

    @property
    def is_open(self) -> bool:
        """Tell whether something is left to do, as far as is known."""
        return self.timing != "closed" and self.performance != "complete"

    @property
    def was_left(self) -> bool:
        """Tell whether it was given up without being performed: released, merged or superseded."""
        return self.timing == "closed" and self.performance != "complete"


def share_of_the_way(baseline: int | None, target: int | None, value: int) -> Fraction | None:
    """The share of the way from the baseline to the target, up or down, that a value has covered."""
    if baseline is None or target is None or baseline == target:
        return None
    return Fraction(value - baseline, target - baseline)


def term_of(written: str) -> tuple[int, str] | None:
    """A term as its number and unit, `30 days` or `6 months`; None for what is no term."""
    found = _TERM.fullmatch(written)
    return (int(found[1]), found[2]) if found else None


def first_rank(act: Undertake | Plan) -> str:
    """The class as recorded at first: a measure of a plan is a decision, a leader's sentence a statement."""
    if isinstance(act, Plan):
        return "decision"
    return "statement" if act.person else act.rank


def first_due(act: Undertake | Plan, made: Day) -> Day | None:
    """The due day at first; that of a term counts from the day from which the party has the commitment."""
    term = term_of(act.within) if act.due is None and isinstance(act, Undertake) else None
    if term is None:
        return act.due
    number, unit = term
    if unit == "day":
        return plus_days(made, number)
    return plus_months(made, number * (12 if unit == "year" else 1), "back")


def topics_of(book: Book, act: Undertake | Plan) -> tuple[str, ...]:
    """The topics of a commitment; without any of its own, those of the instrument."""
    declared = book.declared(Instrument, act.under) if act.under and not act.topics else None
    return declared.topics if declared else act.topics


def commitment_of(book: Book, event: Event, as_of: date, bound: Standing | None = None) -> Commitment:
    """The commitment of an event as of a day: of its party, or of the one that an instrument binds."""
    assert isinstance(event.act, Plan | Undertake)
    return _Made(book, as_of, event.act, event, bound).commitment()


@dataclass(frozen=True, slots=True)
class _Made:
    """One party's commitment in the making: its act, and the standing by which it is owed, if it is."""

    book: Book
    as_of: date
    act: Undertake | Plan
    event: Event
    bound: Standing | None = None

    @property
    def party(self) -> str:
        return self.bound.party if self.bound else self.event.party

    @property
    def made(self) -> Day:
        """The day from which the party has it: of the act, or on which it was bound, if that is later."""
        since = self.bound.bound_since if self.bound else None
        return max(self.act.on, since) if since else self.act.on

    def _acts(self, kind: type[A], party: str = "") -> list[tuple[A, Event]]:
        return happened(self.book).acts(kind, self.act.of, self.as_of, party)

    def commitment(self) -> Commitment:
        act, followed = self.act, followed_up(self.book, self.act.of, self.party, self.as_of)
        rank, ranked = self._rank()
        original, before = self._original()
        due, extended = self._due(original)
        when, closing = timing(followed, due)
        how, known = performance(followed)
        stand, replied = standing_of(followed)
        carried, passed = self._carried()
        own = act if isinstance(act, Undertake) else None
        return Commitment(
            act.of,
            self.party,
            act.words,
            rank,
            own.strength if own else "planned",
            self.made,
            due,
            when,
            how,
            stand,
            act.under,
            (*self._told(), *ranked, *before, *extended, *passed, *closing, *known, *replied),
            recorded_rank=first_rank(self.act),
            origin="owed" if self.bound else "undertaken" if own else "planned",
            original_due=original,
            provision=act.provision,
            indicator=own.indicator if own else "",
            unit=own.unit if own else "",
            baseline=own.baseline if own else None,
            target=own.target if own else None,
            series=self._series(),
            condition=own.condition if own else "",
            responsible=act.responsible if isinstance(act, Plan) else "",
            topics=topics_of(self.book, act),
            carried=carried,
            completed=followed.completed,
            scores=followed.scores,
            replies=followed.replies,
        )

    def _told(self) -> tuple[Reason, ...]:
        day, ids = self.act.on, self.event.ids
        if self.bound is None:
            return (Reason(say("undertaken on {day}", day=day), ids, day),)
        owed = say("owed under {instrument} by each state that it binds", instrument=self.act.under)
        return (Reason(owed, ids, self.made, self.act.provision), *self.bound.reasons[:2])

    def _rank(self) -> tuple[str, tuple[Reason, ...]]:
        """The class: as registered; else as recorded, where a leader's sentence is a statement and no more."""
        if isinstance(self.act, Plan):
            return "decision", ()
        registered = self._acts(Classify)
        if registered:
            act, event = registered[-1]
            words = say(
                "registered as {rank} on {day} by {by}",
                rank=term("rank", act.rank.replace("-", " ")),
                day=act.on,
                by=act.by,
            )
            return act.rank, (Reason(words, event.ids, act.on),)
        recorded = first_rank(self.act)
        if recorded != self.act.rank:
            words = say("a leader's sentence stays a statement until it is registered as more")
            return recorded, (Reason(words, self.event.ids, self.act.on),)
        return recorded, ()

    def _original(self) -> tuple[Day | None, tuple[Reason, ...]]:
        """The due day at first; a fixed one that had passed when the party was bound is none of it (VCLT, art. 28)."""
        due, since = first_due(self.act, self.made), self.bound.bound_since if self.bound else None
        if due is None or since is None or due.last >= since.first:
            return due, ()
        words = say("the due day {due} had passed when it was bound, on {day}", due=due, day=since)
        return None, (Reason(words, self.event.ids, since, "VCLT, art. 28"),)

    def _due(self, original: Day | None) -> tuple[Day | None, tuple[Reason, ...]]:
        extensions = self._acts(Extend)
        if not extensions:
            return original, ()
        extend, event = extensions[-1]
        words = say("put off to {due} on {day}", due=extend.due, day=extend.on)
        return extend.due, (Reason(words, event.ids, extend.on),)

    def _carried(self) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
        """The presidencies to which the file passed, in order; debtor and due day stay."""
        found = self._acts(Carry)
        told = (
            Reason(say("passed to the presidency of {party} on {day}", party=act.to, day=act.on), event.ids, act.on)
            for act, event in found
        )
        return tuple(act.to for act, _event in found), tuple(told)

    def _series(self) -> tuple[Reported, ...]:
        """The reported values of the indicator, by day."""
        found = self._acts(Report, self.party)
        return tuple(Reported(act.on, act.value, event.ids) for act, event in found if act.value is not None)
