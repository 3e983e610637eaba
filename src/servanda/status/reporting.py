"""Reports that fall due again and again, and the finding that none was received.

A duty to report names its first due day and how many months lie between two. What an instrument lays on its parties is
owed by those that owe its commitments on the day asked about, and only for the due days on which they owed them: who
was bound later, or whose operation rested on the day, owes no report of that day. A report answers the due day that it
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
from servanda.status.commitments import OWING
from servanda.status.party import chart
from servanda.status.standing import Standing
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
    bound = _Bound(book)
    found = [
        one
        for act, event in book.acts(RequireReport, None, as_of)
        for owed in _debts(act, event, as_of, bound)
        for one in _of(book, owed, as_of, bound)
    ]
    return tuple(sorted(found, key=lambda one: (one.party, one.due, one.id)))


class _Bound(dict[tuple[str, date], dict[str, Standing]]):
    """Who owes what an instrument lays on its parties, with its standing; each instrument and day is asked for once."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book

    def __missing__(self, asked: tuple[str, date]) -> dict[str, Standing]:
        of, as_of = asked
        self[asked] = {one.party: one for one in chart(self._book, of, as_of) if one.word in OWING}
        return self[asked]


@dataclass(frozen=True, slots=True)
class _Debt:
    """A duty of one party: named in it, or owed under an instrument."""

    act: RequireReport
    party: str
    since: Day
    reasons: tuple[Reason, ...]
    owed: bool

    def is_due(self, day: Day, as_of: date, bound: _Bound) -> bool:
        """Tell whether the party owes the report of a due day; who owes it now owes the next one, too."""
        return not self.owed or day.last > as_of or self.party in bound[self.act.under, day.last]


def _debts(act: RequireReport, event: Event, as_of: date, bound: _Bound) -> Iterator[_Debt]:
    """Those named, else the states that the instrument binds."""
    required = Reason(say("reports are required since {day}", day=act.on), event.ids, act.on)
    if act.by or not act.under:
        yield from (_Debt(act, party, act.on, (required,), owed=False) for party in act.by)
        return
    for party, one in bound[act.under, as_of].items():
        since = max(act.on, one.bound_since) if one.bound_since else act.on
        words = say("owed under {instrument} by each state that it binds", instrument=act.under)
        yield _Debt(act, party, since, (required, Reason(words, event.ids, since), *one.reasons[:1]), owed=True)


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


def _of(book: Book, debt: _Debt, as_of: date, bound: _Bound) -> Iterator[DueReport]:
    """The reports of one party under one duty."""
    act, party = debt.act, debt.party
    days = [day for day in due_days(act, as_of) if debt.is_due(day, as_of, bound)]
    answered = _answered(
        days, [(report, told) for report, told in book.acts(Report, act.of, as_of) if party in report.by]
    )
    for day in days:
        report, told = answered.get(day, (None, None))
        overdue = report is None and day.last < as_of
        reasons = list(debt.reasons)
        if report and told:
            reasons.append(Reason(say("received on {day}", day=report.on), told.ids, report.on))
        elif overdue:
            reasons.append(Reason(say("no report received by {day}", day=as_of), (), day))
        received = report.on if report else None
        yield DueReport(act.of, party, act.words, act.under, debt.since, day, received, overdue, tuple(reasons))


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
