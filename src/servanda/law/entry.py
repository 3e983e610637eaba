"""Entry into force, computed from a clause and the deeds of the parties, with every step told.

Conditions are tested at the close of every day on which an act or a group changes; the first day on which all hold
is the trigger and stays (VCLT, art. 55). Partial days are read both ways; where the two readings differ the answer
gives both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.days import Day
from servanda.law.clause import EntryIntoForce
from servanda.law.conditions import Asked, Finding
from servanda.law.facts import Close, Deed, Facts
from servanda.law.reasons import Reason


@dataclass(frozen=True, slots=True)
class Entry:
    """The result: the day the conditions were met, the day of entry into force, or what is missing; and why."""

    trigger: Day | None
    since: Day | None
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    perhaps: bool = False


def compute(clause: EntryIntoForce, facts: Facts, of: str, as_of: date) -> Entry:
    """Compute the entry into force of an instrument as of a day."""
    asked = Asked(facts, of, frozenset(clause.counting))
    early, late = (_trigger(clause, asked, as_of, reading) for reading in (True, False))
    if early is None:
        return _not_met(clause, asked, as_of)
    if late is None:
        met = _reasons_of(clause, asked, Close(early, early=True))
        words = f"the conditions may have been met on {early}, but some acts are dated only by month or year"
        return Entry(None, None, ("whole days of the acts",), (*met, Reason(words)), perhaps=True)
    return _after(clause, asked, Day(min(early, late), max(early, late)))


def _trigger(clause: EntryIntoForce, asked: Asked, as_of: date, early: bool) -> date | None:
    """The first day, under one reading of partial days, at whose close all conditions hold."""
    days = {day for condition in clause.when for day in condition.days(asked, early)}
    for day in sorted(day for day in days if day <= as_of):
        if all(finding.holds for finding in _findings(clause, asked, Close(day, early))):
            return day
    return None


def _findings(clause: EntryIntoForce, asked: Asked, close: Close) -> list[Finding]:
    return [condition.test(asked, close) for condition in clause.when]


def _reasons_of(clause: EntryIntoForce, asked: Asked, close: Close) -> tuple[Reason, ...]:
    return tuple(
        Reason(finding.words, finding.acts, Day.of(close.day), clause.cite)
        for finding in _findings(clause, asked, close)
    )


def _not_met(clause: EntryIntoForce, asked: Asked, as_of: date) -> Entry:
    close = Close(as_of, early=False)
    missing = tuple(finding.missing for finding in _findings(clause, asked, close) if not finding.holds)
    return Entry(None, None, missing, _reasons_of(clause, asked, close))


def _after(clause: EntryIntoForce, asked: Asked, trigger: Day) -> Entry:
    """The trigger carried through the delays and floors of the clause."""
    reasons = [*_reasons_of(clause, asked, Close(trigger.last, early=False))]
    reasons.append(Reason(f"the conditions were met on {trigger}", (), trigger, clause.cite))
    since = trigger
    for delay in clause.then:
        since = delay.after(since)
        reasons.append(Reason(f"{delay}: {since}", (), since, clause.cite))
    floored = _floored(clause, asked.facts, since, reasons)
    if clause.effect_from:
        words = f"its provisions take effect from {clause.effect_from}, which is apart from entry into force"
        reasons.append(Reason(words, (), clause.effect_from, clause.cite))
    if floored is None:
        waiting = tuple(f"entry into force of {parent}" for parent in clause.parents)
        return Entry(trigger, None, waiting, tuple(reasons))
    return Entry(trigger, floored, (), tuple(reasons))


def _floored(clause: EntryIntoForce, facts: Facts, since: Day, reasons: list[Reason]) -> Day | None:
    """The later of the day and the floors; None while a parent instrument is not in force."""
    floors = [(f"not before {floor}", floor) for floor in clause.floors]
    for parent in clause.parents:
        day = facts.force_of(parent)
        if day is None:
            reasons.append(Reason(f"{parent} is not in force", (), None, clause.cite))
            return None
        floors.append((f"not before {parent}, in force since {day}", day))
    for words, floor in floors:
        later = _later_of(since, floor)
        if later != since:
            since = later
            reasons.append(Reason(words, (), since, clause.cite))
    return since


def _later_of(one: Day, other: Day) -> Day:
    """The later of two days, end by end where they are partial."""
    approximate = one.approximate or other.approximate
    return Day(max(one.first, other.first), max(one.last, other.last), approximate=approximate)


def since_for(clause: EntryIntoForce, entry: Entry, deed: Deed) -> tuple[Day | None, Reason]:
    """The day since which an instrument is in force for a party that consented, and why."""
    if entry.since is None:
        return None, Reason("the instrument is not in force", deed.acts)
    trigger = entry.trigger
    if trigger and deed.on.first <= trigger.first and deed.on.last <= trigger.last:
        words = f"consented on {deed.on}, by the day the conditions were met ({trigger})"
        return entry.since, Reason(words, deed.acts, entry.since, clause.cite)
    own = deed.effective or (clause.later.after(deed.on) if clause.later else deed.on)
    rule = f"own date: {clause.later}" if clause.later else "from the day of its consent (VCLT, art. 24(3))"
    since = _later_of(own, entry.since)
    if trigger and deed.on.first <= trigger.first:
        since, rule = Day(entry.since.first, since.last), f"by the day the conditions were met, or {rule}"
    return since, Reason(f"consented on {deed.on}; {rule}: {since}", deed.acts, since, clause.cite)
