"""Reports that fall due again and again, and the finding that none was received.

A duty to report names its first due day and how many months lie between two. A report answers the due day that it
names, else the earliest that no report of the party has answered. That no report was received is a finding of its own:
it says nothing about performance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from servanda.acts.commitments import RequireReport
from servanda.acts.monitoring import Report
from servanda.book import Book, Event
from servanda.days import Day
from servanda.days.arithmetic import plus_months
from servanda.law.reasons import Reason
from servanda.status.party import chart
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class DueReport:
    """One report that a party is to send by a day, and the day on which it was received, if it was."""

    id: str
    party: str
    words: str
    under: str
    since: Day
    due: Day
    received: Day | None
    overdue: bool
    reasons: tuple[Reason, ...]


def reports_due(book: Book, as_of: date) -> tuple[DueReport, ...]:
    """Every report due up to a day, and the next one of each duty, by party and due day."""
    duties = book.acts(RequireReport, None, as_of)
    found = [
        one
        for act, event in duties
        for party in _debtors(book, act, as_of)
        for one in _of(book, act, event, party, as_of)
    ]
    return tuple(sorted(found, key=lambda one: (one.party, one.due, one.id)))


def _debtors(book: Book, act: RequireReport, as_of: date) -> tuple[str, ...]:
    """Those named, else the states that the instrument binds."""
    if act.by or not act.under:
        return act.by
    return tuple(one.party for one in chart(book, act.under, as_of) if one.is_bound)


def due_days(act: RequireReport, as_of: date) -> Iterator[Day]:
    """The due days by a day, and the next one after it; a duty without an interval has one."""
    step = 0
    while True:
        day = plus_months(act.first, step * act.every, "back")
        if act.until and day.first > act.until.last:
            return
        yield day
        if not act.every or day.first > as_of or day.last == date.max:
            return
        step += 1


def _of(book: Book, act: RequireReport, event: Event, party: str, as_of: date) -> Iterator[DueReport]:
    """The reports of one party under one duty."""
    days = list(due_days(act, as_of))
    answered = _answered(
        days, [(report, told) for report, told in book.acts(Report, act.of, as_of) if party in report.by]
    )
    required = Reason(say("reports are required since {day}", day=act.on), event.ids, act.on)
    for day in days:
        report, told = answered.get(day, (None, None))
        overdue = report is None and day.last < as_of
        reasons = [required]
        if report and told:
            reasons.append(Reason(say("received on {day}", day=report.on), told.ids, report.on))
        elif overdue:
            reasons.append(Reason(say("no report received by {day}", day=as_of), (), day))
        yield DueReport(
            act.of, party, act.words, act.under, act.on, day, report.on if report else None, overdue, tuple(reasons)
        )


def _answered(days: list[Day], reports: list[tuple[Report, Event]]) -> dict[Day, tuple[Report, Event]]:
    """Which report answers which due day: the one it names, else the earliest still open."""
    named = [(report.answers, report, event) for report, event in reversed(reports) if report.answers]
    found = {day: (report, event) for day, report, event in named if day in days}
    for report, event in reports:
        if report.answers not in days:
            free = next((day for day in days if day not in found), None)
            if free is not None:
                found[free] = report, event
    return found
