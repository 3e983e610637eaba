"""Entry into force, computed from a clause and the deeds of the parties, with every step told.

Conditions are tested at the close of every day on which an act, a group or a table changes; the first day on which all
hold is the trigger and stays (VCLT, art. 55). Partial days are read both ways; where the two readings differ the
answer gives both ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from servanda.days import Day
from servanda.law.conditions import Asked, Condition, Finding
from servanda.law.delays import later_day
from servanda.law.delays_in_words import told, told_later
from servanda.law.facts import Close, Deed, Facts, end_of
from servanda.law.practice import NOTHING_KNOWN, Practised
from servanda.law.practised import counted_by_practice
from servanda.law.provision import Provision
from servanda.law.reasons import Reason
from servanda.law.reckoning import reckon
from servanda.law.remembered import Remembered
from servanda.law.terms import EntryIntoForce
from servanda.words.phrases import Phrase, joined, say


@dataclass(frozen=True, slots=True)
class Entry:
    """The result: the day the conditions were met, the day of entry into force, or what is missing; and why.

    `provisional` names the tables that are not yet verified, `presumed` what was taken as met without data;
    `provisions` are the parts of the instrument with a day of their own; `until` is its last day.
    """

    trigger: Day | None
    since: Day | None
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    perhaps: bool = False
    provisional: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()
    provisions: tuple[tuple[str, Day | None], ...] = ()
    until: Day | None = None


def compute(clause: EntryIntoForce, facts: Facts, of: str, as_of: date) -> Entry:
    """Compute the entry into force of an instrument as of a day."""
    facts = Remembered(facts)
    counting, practised = counted_by_practice(clause.counts, facts, of)
    asked = Asked(facts, of, counting)
    early, late = _both(clause.when, asked, as_of)
    if early is None:
        return _not_met(clause, asked, as_of)
    if clause.lapses and clause.lapses.last < early:
        return _lapsed(clause, asked, early)
    if late is None:
        met = _reasons_of(clause, asked, Close(early, early=True))
        words = say(
            "the conditions may have been met on {day}; an uncertain day or a disputed base decides", day=Day.of(early)
        )
        return Entry(None, None, (say("whole days of the acts"),), (*met, Reason(words)), perhaps=True)
    return _from_trigger(clause, asked, Day(min(early, late), max(early, late)), as_of, practised)


def _both(conditions: tuple[Condition, ...], asked: Asked, as_of: date) -> tuple[date | None, date | None]:
    """The first days, under the two readings of partial days, at whose close all conditions hold.

    Where all days are whole the readings differ by a disputed base only, which never makes the second the earlier one.
    """
    days, others = (_days(conditions, asked, as_of, early) for early in (True, False))
    early = _first(conditions, asked, days, early=True)
    if days == others:
        others = [day for day in others if early and day >= early]
    return early, _first(conditions, asked, others, early=False)


def _days(conditions: tuple[Condition, ...], asked: Asked, as_of: date, early: bool) -> list[date]:
    days = {day for condition in conditions for day in condition.days(asked, early)}
    return sorted(day for day in days if day <= as_of)


def _first(conditions: tuple[Condition, ...], asked: Asked, days: list[date], *, early: bool) -> date | None:
    """The first of the days at whose close all conditions hold."""
    for day in days:
        if all(condition.holds(asked, Close(day, early)) for condition in conditions):
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
    found = _findings(clause, asked, close)
    missing = tuple(finding.missing or finding.words for finding in found if not finding.holds)
    missing = missing or (say("an act or a day that decides the conditions"),)
    provisional = tuple(name for finding in found for name in finding.provisional)
    return Entry(None, None, missing, _reasons_of(clause, asked, close), provisional=provisional)


def _lapsed(clause: EntryIntoForce, asked: Asked, met: date) -> Entry:
    words = say(
        "the clause lapsed: its conditions were to be met by {last}, and were met on {day}",
        last=clause.lapses,
        day=Day.of(met),
    )
    reasons = (*_reasons_of(clause, asked, Close(met, early=False)), Reason(words, (), clause.lapses, clause.cite))
    return Entry(None, None, (words,), reasons)


def from_trigger(clause: EntryIntoForce, facts: Facts, of: str, trigger: Day, as_of: date) -> Entry:
    """Carry the day on which the conditions were met through the delays and floors of the clause."""
    counting, practised = counted_by_practice(clause.counts, facts, of)
    return _from_trigger(clause, Asked(facts, of, counting), trigger, as_of, practised)


def _from_trigger(
    clause: EntryIntoForce, asked: Asked, trigger: Day, as_of: date, practised: tuple[Reason, ...]
) -> Entry:
    close = Close(trigger.last, early=False)
    found = _findings(clause, asked, close)
    reasons = [*practised, *(Reason(one.words, one.acts, Day.of(close.day), clause.cite) for one in found)]
    reasons.append(Reason(say("the conditions were met on {day}", day=trigger), (), trigger, clause.cite))
    practice = asked.facts.practice(asked.of, trigger.last)
    since = _delayed(clause, trigger, practice, reasons)
    since, waiting = _floored(clause, asked, since, reasons) if since else (None, say("a decision of the parties"))
    provisional = tuple(name for finding in found for name in finding.provisional)
    if provisional:
        words = say(
            "provisional: {tables} is not verified, and the answer may change with it", tables=joined(", ", provisional)
        )
        reasons.append(Reason(words, (), trigger, clause.cite))
    presumed = tuple(what for finding in found for what in finding.presumed)
    missing = (waiting,) if waiting else ()
    entry = Entry(trigger, since, missing, (), provisional=provisional, presumed=presumed, until=clause.until)
    provisions = tuple(_provision(provision, asked, since, as_of, practice, reasons) for provision in clause.provisions)
    undone = _undone(clause, asked, trigger, since)
    reasons += [*undone, *_told_beside(clause)]
    return replace(entry, provisions=provisions, reasons=tuple(reasons), perhaps=bool(undone))


def _undone(clause: EntryIntoForce, asked: Asked, trigger: Day, since: Day | None) -> list[Reason]:
    """Withdrawals between the trigger and entry into force that undo the conditions: both views are told."""
    found = []
    for deed in asked.facts.deeds(asked.of, "withdrawal"):
        day = end_of(deed, early=False)
        if since and trigger.last < day < since.first:
            findings = _findings(clause, asked, Close(day, early=False))
            if not all(finding.holds for finding in findings):
                words = say(
                    "{party} withdrew with effect from {day}, before {since}, and the conditions no longer held: "
                    "whether the date stays (as VCLT, art. 55, once in force) or falls is not settled",
                    party=deed.party,
                    day=Day.of(day),
                    since=since,
                )
                found.append(Reason(words, deed.acts, Day.of(day), clause.cite))
    return found


def _delayed(clause: EntryIntoForce, trigger: Day, practice: Practised, reasons: list[Reason]) -> Day | None:
    """The trigger carried through the delays; None where only a decision tells the day."""
    since: Day | None = trigger
    for delay in clause.then:
        since, settled = reckon((delay,), since, practice) if since else (None, [])
        reasons += settled
        words = say("{delay}: {day}", delay=told(delay), day=since) if since else _no_day(told(delay))
        reasons.append(Reason(words, (), since, clause.cite))
    return since


def _floored(clause: EntryIntoForce, asked: Asked, since: Day, reasons: list[Reason]) -> tuple[Day | None, str]:
    """The later of the day and the floors; or nothing, and what is waited for."""
    for floor in clause.floors:
        day, words = floor.day(asked.facts, asked.of)
        if day is None:
            reasons.append(Reason(words, (), None, clause.cite))
            return None, words
        if later_day(since, day) != since:
            since = later_day(since, day)
            reasons.append(Reason(words, (), day, clause.cite))
    return since, ""


def _provision(
    provision: Provision, asked: Asked, since: Day | None, as_of: date, practice: Practised, reasons: list[Reason]
) -> tuple[str, Day | None]:
    """The day of a provision: from its own condition or from the instrument's day, and never before that."""
    start = since
    if provision.when:
        early, late = _both((provision.when,), asked, as_of)
        start = Day(min(early, late), max(early, late)) if early and late else None
    day, settled = reckon(provision.then, start, practice) if start and since else (None, [])
    reasons += settled
    if day and since:
        day = later_day(later_day(day, since), provision.floor or since)
    words = say("{delay}: {day}", delay=provision.words, day=day or say("not yet"))
    reasons.append(Reason(words, (), day))
    return provision.name, day


def _told_beside(clause: EntryIntoForce) -> list[Reason]:
    """What the clause says of effect and of its end: apart from entry into force."""
    reasons = []
    if clause.effect_from:
        words = say(
            "its provisions take effect from {day}, which is apart from entry into force", day=clause.effect_from
        )
        reasons.append(Reason(words, (), clause.effect_from, clause.cite))
    if clause.until:
        reasons.append(
            Reason(say("in force up to and including {day}", day=clause.until), (), clause.until, clause.cite)
        )
    return reasons


def since_for(
    clause: EntryIntoForce, entry: Entry, deed: Deed, practice: Practised = NOTHING_KNOWN
) -> tuple[Day | None, tuple[Reason, ...]]:
    """The day since which an instrument is in force for a party that consented, and why."""
    if entry.since is None:
        return None, (Reason(say("the instrument is not in force"), deed.acts),)
    trigger = entry.trigger
    if trigger and deed.on.first <= trigger.first and deed.on.last <= trigger.last:
        words = say("consented on {day}, by the day the conditions were met ({met})", day=deed.on, met=trigger)
        return entry.since, (Reason(words, deed.acts, entry.since, clause.cite),)
    own: Day | None = deed.effective or deed.on
    settled: list[Reason] = []
    if clause.later and not deed.effective:
        own, settled = reckon(clause.later.delays, deed.on, practice)
    if own is None:
        words = _no_day(told_later(clause.later)) if clause.later else say("the instrument is not in force")
        return None, (Reason(words, deed.acts, None, clause.cite),)
    rule = say("from the day of its consent (VCLT, art. 24(3))")
    rule = told_later(clause.later) if clause.later else rule
    since = later_day(own, entry.since)
    if trigger and deed.on.first <= trigger.first:
        since = Day(entry.since.first, since.last)
        rule = say("by the day the conditions were met, or {rule}", rule=rule)
    elif since == entry.since != own:
        rule = say("bound when the instrument entered into force")
    words = say("consented on {day}; {rule}: {since}", day=deed.on, rule=rule, since=since)
    return since, (Reason(words, deed.acts, since, clause.cite), *settled)


def _no_day(delay: str) -> Phrase:
    return say("{delay}: no day follows from the clause", delay=delay)


def waived(clause: EntryIntoForce, facts: Facts, of: str, deed: Deed) -> tuple[Day, Reason] | None:
    """The day on which a party that waived the conditions is bound (Tlatelolco, art. 28(2)), and why."""
    if not clause.waiver:
        return None
    for option in facts.deeds(of, "option"):
        if option.party == deed.party and option.means == clause.waiver:
            day = max(option.on, deed.on)
            words = say(
                "waived the conditions on {day} ({provision}) and consented on {consent}",
                day=option.on,
                provision=clause.waiver,
                consent=deed.on,
            )
            return day, Reason(words, (*option.acts, *deed.acts), day, clause.cite)
    return None
