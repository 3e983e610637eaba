"""When a notice of withdrawal takes effect: by the instrument's own clause, and by what the notice itself says.

The clause's period runs from the notice's receipt; a notice may name a later day, and none earlier. Before the
instrument is in force there is nothing to leave: an instrument of consent is simply taken back, with effect at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts.declarations import Clause
from servanda.book import Book
from servanda.days import Day
from servanda.law.delays import SameDay
from servanda.law.delays_in_words import in_turn
from servanda.law.facts import Deed
from servanda.law.practice import NOTHING_KNOWN
from servanda.law.reasons import Reason
from servanda.law.reckoning import reckon
from servanda.law.withdrawal import Withdrawal, read_withdrawal
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Effect:
    """The day on which a notice takes effect, why, and what stays owed; `premature` where it could not be given yet."""

    on: Day
    reasons: tuple[Reason, ...] = ()
    remains: tuple[str, ...] = ()
    premature: bool = False


def effect_of(book: Book, of: str, notice: Deed, force: Day | None) -> Effect:
    """The effect of a notice to leave an instrument that is in force since a day."""
    said, clause = notice.effective, _clause(book, of, notice)
    if clause is None or force is None or notice.on.last < force.first:
        return Effect(said or notice.on)
    practice = book.facts(notice.on.last).practice(of, notice.on.last)
    day, settled = reckon(clause.then, notice.on, practice)
    if day is None:
        return Effect(said or notice.on)
    reasons = (_by_clause(clause, notice, day), *settled)
    if early := _earliest(clause, force, notice.on):
        words = say("notice may be given from {day} on: this one came before, and has no effect", day=early)
        return Effect(day, (Reason(words, notice.acts, early, clause.cite), *reasons), clause.remains, premature=True)
    if said is None or said == day:
        return Effect(day, reasons, clause.remains)
    chosen = max(day, said)
    words = say("the notice itself says {said}; {chosen}, the later, holds", said=said, chosen=chosen)
    return Effect(chosen, (*reasons, Reason(words, notice.acts, chosen, clause.cite)), clause.remains)


def _clause(book: Book, of: str, notice: Deed) -> Withdrawal | None:
    """The clause on withdrawal that holds on the day of the notice."""
    acts = [act for act, _event in book.acts(Clause, of, notice.on.last) if act.about == "withdrawal"]
    return read_withdrawal(acts[-1])[0] if acts else None


def _by_clause(clause: Withdrawal, notice: Deed, day: Day) -> Reason:
    delays = in_turn(clause.then or (SameDay(),))
    words = say("notice of withdrawal on {on}; {delays} by the clause: {day}", on=notice.on, delays=delays, day=day)
    return Reason(words, notice.acts, day, clause.cite)


def _earliest(clause: Withdrawal, force: Day, on: Day) -> Day | None:
    """The first day of notice, where the notice surely came before it."""
    from_day = reckon(clause.waiting, force, NOTHING_KNOWN)[0] if clause.waiting else None
    return from_day if from_day and on.last < from_day.first else None
