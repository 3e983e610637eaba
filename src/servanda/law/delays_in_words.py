"""Delays in words, as reasons tell them; their lines in the text of a clause they print themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import assert_never

from servanda.law.delay_lines import Later
from servanda.law.delays import (
    ClearDays,
    Days,
    DaysAfter,
    Delay,
    FirstAfter,
    FirstOfMonth,
    FirstOfNextMonth,
    FixedElse,
    LaterOf,
    Months,
    ObjectionWindow,
    SameDay,
)
from servanda.words.phrases import Phrase, counted, joined, say, term


def told(delay: Delay) -> Phrase:
    """A delay in words."""
    match delay:
        case SameDay():
            return say("same day")
        case Days(number):
            return counted("+{number} day", "+{number} days", number)
        case ClearDays(number):
            return counted("+{number} clear day", "+{number} clear days", number)
        case DaysAfter(number):
            return counted("+{number} day after", "+{number} days after", number)
        case Months():
            return _months(delay)
        case FirstOfNextMonth():
            return say("first of next month")
        case FirstAfter(step):
            return say("first of month after {step}", step=told(step))
        case FirstOfMonth(number):
            return say("the first day of the month, {months} months on", months=number)
        case ObjectionWindow(number):
            return say("objection-window {months} months", months=number)
        case FixedElse(day, other):
            return say("fixed {day} else {other}", day=day, other=told(other) if other else say("decision"))
        case LaterOf(one, other):
            return say("later-of {one} or {other}", one=told(one), other=told(other))
    assert_never(delay)


def _months(delay: Months) -> Phrase:
    """Months or years, and what a month without that day does."""
    step = counted("+{number} month", "+{number} months", delay.number)
    if delay.unit == "years":
        step = counted("+{number} year", "+{number} years", delay.number)
    return joined(" ", (step, term("rounding", delay.rounding))) if delay.rounding else step


def in_turn(delays: Sequence[Delay]) -> Phrase:
    """Delays one after another, in words."""
    return reduce(lambda one, other: say("{one} then {other}", one=one, other=other), map(told, delays))


def told_later(later: Later) -> Phrase:
    """The delays of later parties and where they start, in words."""
    return say("{delays} from its own deposit", delays=in_turn(later.delays))
