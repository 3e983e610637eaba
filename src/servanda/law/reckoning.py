"""How a day is carried through the delays of a clause, where the depositary's practice settles what it leaves open."""

from __future__ import annotations

from dataclasses import replace

from servanda.days import Day
from servanda.law.delays import (
    ClearDays,
    Days,
    DaysAfter,
    Delay,
    FirstAfter,
    FixedElse,
    LaterOf,
    Months,
    Rounded,
    Step,
    carry,
)
from servanda.law.delays_in_words import told
from servanda.law.practice import Practised, Statement, Subject
from servanda.law.reasons import Reason
from servanda.words.phrases import say


def reckon(delays: tuple[Delay, ...], day: Day, practice: Practised) -> tuple[Day | None, list[Reason]]:
    """The day at the end of the delays, and what practice settled on the way."""
    reasons: list[Reason] = []
    found: Day | None = day
    for delay in delays:
        if found is None:
            return None, reasons
        start, found = found, carry((settled(delay, practice),), found)
        reasons += _told(delay, practice, start, found)
    return found, reasons


def settled(delay: Delay, practice: Practised) -> Delay:
    """What an open delay is by the practice; itself, with both ends, where none is known."""
    match delay:
        case DaysAfter() | Months():
            return _settled_step(delay, practice)
        case FirstAfter(step=DaysAfter() | Months() as step):
            return FirstAfter(_settled_step(step, practice))
        case FixedElse(other=other) if other:
            return replace(delay, other=settled(other, practice))
        case LaterOf():
            return LaterOf(settled(delay.one, practice), settled(delay.other, practice))
    return delay


def _settled_step(step: DaysAfter | Months, practice: Practised) -> Step:
    """A period whose end is open, ended as the depositary does it."""
    match step:
        case DaysAfter():
            known: dict[str, Step] = {"nth-day": Days(step.number), "day-more": ClearDays(step.number)}
            return known.get(practice.value("days-after"), step)
        case Months(rounding=""):
            rounding: Rounded = practice.value("month-ends") or "either"  # type: ignore[assignment]
            return replace(step, rounding=rounding, more=_MORE.get(practice.value("months-after"), (0, 0)))
    return step


_MORE = {"day-more": (1, 1), "either": (0, 1)}


def _told(delay: Delay, practice: Practised, start: Day, end: Day | None) -> list[Reason]:
    """Which statements decided an open delay; where none did and it matters, that both ends are given."""
    alone = carry((delay,), start)
    subjects = [subject for subject in _subjects(delay) if _matters(delay, subject, start)]
    reasons = [_by_practice(delay, statement) for subject in subjects if (statement := practice.get(subject))]
    if not reasons and alone and end and not alone.is_whole and start.is_whole:
        words = say(
            "{delay}: the clause leaves the day open, and no practice is known: both ends are given", delay=told(delay)
        )
        reasons.append(Reason(words, (), end))
    return reasons


def _subjects(delay: Delay) -> tuple[Subject, ...]:
    """The subjects of practice on which a delay depends."""
    match delay:
        case DaysAfter():
            return ("days-after",)
        case Months(rounding=""):
            return ("month-ends", "months-after")
        case FirstAfter():
            return _subjects(delay.step)
        case FixedElse() if delay.other:
            return _subjects(delay.other)
        case LaterOf():
            return tuple(dict.fromkeys((*_subjects(delay.one), *_subjects(delay.other))))
    return ()


def _matters(delay: Delay, subject: Subject, start: Day) -> bool:
    """Tell whether the answer would be another one by another practice."""
    if subject != "month-ends":
        return True
    alone = carry((delay,), start)
    return alone is not None and (not alone.is_whole or not start.is_whole)


def _by_practice(delay: Delay, statement: Statement) -> Reason:
    words = say(
        "the clause leaves {delay} open; by the practice of {depositary}: {what}",
        delay=told(delay),
        depositary=statement.depositary,
        what=_SAID[statement.subject, statement.value],
    )
    return Reason(words, statement.acts, statement.since, statement.authority)


_SAID = {
    ("days-after", "nth-day"): say("the nth day following"),
    ("days-after", "day-more"): say("the day of deposit is left out, and the day after the nth is meant"),
    ("days-after", "either"): say("both have been done, and both ends are given"),
    ("months-after", "same-day"): say("the same day of the month"),
    ("months-after", "day-more"): say("the day after the period has run"),
    ("months-after", "either"): say("the same day of the month or the day after, and both ends are given"),
    ("month-ends", "back"): say("a month without that day ends on its last day"),
    ("month-ends", "forward"): say("a month without that day ends on the first of the next"),
    ("month-ends", "either"): say("a month without that day has ended either way, and both ends are given"),
}
