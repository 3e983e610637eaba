"""What the shipped practice of depositaries says of a reference case whose recorded day differs from its rule.

The rule of a case leaves nothing open, so that no practice changes what is computed; it tells the cause.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from servanda.acts.declarations import Practice
from servanda.data import shipped
from servanda.days import Day, NotADay, plus_days
from servanda.law.practice import Statement
from servanda.law.practice_lines import read_practice
from servanda.record import load
from servanda.words.phrases import say

_ADDED = {"nth-day": 0, "same-day": 0, "day-more": 1}


def practice_told(case: Mapping[str, Any], computed: str | None, recorded: str | None) -> str:
    """The sentence on a practice for this instrument that gives the recorded day, or nothing."""
    for one in _special():
        if one.instrument == case.get("id") and computed and _days_between(computed, recorded) == _ADDED.get(one.value):
            return say(
                "{depositary} counted the day after the period had run ({authority})",
                depositary=one.depositary,
                authority=one.authority,
            )
    return ""


def _days_between(computed: str, recorded: str | None) -> int | None:
    """Whether a recorded day is the computed one (0) or the day after it (1)."""
    try:
        day = Day.parse(computed)
    except NotADay:
        return None
    return next((more for more in (0, 1) if str(plus_days(day, more)) == recorded), None)


@cache
def _special() -> tuple[Statement, ...]:
    """The shipped statements that hold for one instrument."""
    acts = [one.act for one in load([shipped("law/practice")]).acts if isinstance(one.act, Practice)]
    return tuple(one for act in acts for one in read_practice(act)[0] if one.instrument)
