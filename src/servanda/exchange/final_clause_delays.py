"""The `delay` of a reference case of final clauses, read into the delays of law; and the fields it is read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from servanda.days import Day, NotADay
from servanda.law.delays import (
    ClearDays,
    Days,
    Delay,
    FirstAfter,
    FirstOfMonth,
    FirstOfNextMonth,
    FixedElse,
    Months,
    ObjectionWindow,
    SameDay,
)

MOST = 9_999


class Unreadable(ValueError):
    """A case says something that is not known, or leaves out what is needed; the message says what."""


def need(where: Mapping[str, Any], name: str, kind: type, of: str) -> Any:
    """A field of the type it must have; raises Unreadable where it is missing or another."""
    if name not in where:
        raise Unreadable(f"{of} has no field '{name}'")
    value = where[name]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise Unreadable(f"the field '{name}' of {of} is {said(value)}, not {_KIND_WORDS[kind]}")
    return value


_KIND_WORDS = {dict: "an object", list: "a list", int: "a whole number", str: "a text"}


def said(value: object) -> str:
    """A value as it stands in a sentence."""
    return "null" if value is None else f"'{value!s:.40}'"


def day_of(value: object, name: str) -> Day:
    """A day; raises Unreadable where the text is none."""
    if not isinstance(value, str):
        raise Unreadable(f"the field '{name}' is {said(value)}, not a day")
    try:
        return Day.parse(value)
    except NotADay as error:
        raise Unreadable(f"the field '{name}': {error}") from error


_MODES: dict[str, Callable[[int], Delay]] = {
    "days_after": Days,
    "clear_days_after": ClearDays,
    "calendar_months_after": lambda n: Months(n, "back"),
    "calendar_years_after": lambda n: Months(n, "back", "years"),
    "first_of_month_following_expiry_of_months": lambda n: FirstAfter(Months(n, "back")),
    "first_of_month_following_expiry_of_years": lambda n: FirstAfter(Months(n, "back", "years")),
    "first_of_month_after_nth_day": lambda n: FirstAfter(Days(n)),
    "first_of_kth_month_after_month_of_deposit": FirstOfMonth,
    "first_of_kth_month_following_deposit": FirstOfMonth,
}
# The first of the month of deposit itself would lie before the deposit.
_LEAST = {"first_of_kth_month_after_month_of_deposit": 1, "first_of_kth_month_following_deposit": 1}
_FIXED = re.compile(r"fixed_else\(\s*(\d{4}-\d\d-\d\d)\s*,\s*(.+?)\s*\)")
_WINDOW = re.compile(r"fom_after_objection_window:\s*(\d{1,3}) months?")
_NTH = re.compile(r"nth:\s*(\d{1,4})")


def read_delay(delay: Mapping[str, Any]) -> tuple[Delay, ...]:
    """The delays of a rule; raises Unreadable with the reason."""
    mode = need(delay, "mode", str, "the delay")
    if mode == "same_day":
        return (SameDay(),)
    if mode == "special":
        return _special(need(delay, "expression", str, "the delay"))
    if mode not in _MODES:
        raise Unreadable(f"the delay '{mode}' is of a mode that is not known")
    value = need(delay, "value", int, "the delay")
    if not _LEAST.get(mode, 0) <= value <= MOST:
        raise Unreadable(f"the delay of {value} is out of all proportion")
    return (_MODES[mode](value),)


def _special(expression: str) -> tuple[Delay, ...]:
    """A formula."""
    window = _WINDOW.fullmatch(expression.strip())
    if window:
        return ObjectionWindow(int(window[1])), FirstOfNextMonth()
    fixed = _FIXED.fullmatch(expression.strip())
    if fixed is None:
        raise Unreadable(f"the formula '{expression}' is not known")
    return (FixedElse(day_of(fixed[1], "expression"), _other(fixed[2], expression)),)


def _other(text: str, expression: str) -> Delay | None:
    """What comes in the place of a fixed day; None where only a decision tells."""
    nth = _NTH.fullmatch(text)
    if nth:
        return Days(int(nth[1]))
    if text.startswith("first day of the month following"):
        return FirstOfNextMonth()
    if text.startswith("decision"):
        return None
    raise Unreadable(f"the formula '{expression}' is not known")
