"""What the shipped practice of depositaries says of a reference case whose recorded day differs from its rule.

The rule of a case leaves nothing open, so that no practice changes what is computed; it tells the cause. What is stated
for the instrument itself goes before what its depositary did in other cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from servanda.acts.declarations import Practice
from servanda.data import shipped
from servanda.days import Day, NotADay
from servanda.law.practice import Statement, Subject
from servanda.law.practice_lines import read_practice
from servanda.record import load
from servanda.words.phrases import say

# By the mode of a delay: what a practice settles of it, and which practices give a recorded day of so many days more.
_MODES: dict[str, tuple[Subject, int, tuple[str, ...]]] = {
    "days_after": ("days-after", 1, ("day-more", "either")),
    "clear_days_after": ("days-after", -1, ("nth-day", "either")),
    "calendar_months_after": ("months-after", 1, ("day-more", "either")),
    "calendar_years_after": ("months-after", 1, ("day-more", "either")),
}
_COMMISSION = "african-union-commission"


def practice_told(case: Mapping[str, Any], computed: str | None, recorded: str | None) -> str:
    """The sentence on a practice for this instrument, or of its depositary, that gives the recorded day; or nothing."""
    more = _days_between(computed, recorded)
    found = [one for one in _statements() if more is not None and _explains(one, case, more)]
    own = [one for one in found if one.instrument == case.get("id")]
    if own and more == 1:
        return say(
            "{depositary} counted the day after the period had run ({authority})",
            depositary=own[0].depositary,
            authority=own[0].authority,
        )
    others = [one for one in found if one.depositary == _depositary(case)]
    if not others:
        return ""
    return say(
        "{depositary} has counted so in other cases ({authority})",
        depositary=others[-1].depositary,
        authority=others[-1].authority,
    )


def _explains(one: Statement, case: Mapping[str, Any], more: int) -> bool:
    """Tell whether a practice is about the delay of a case, and gives the day that was recorded."""
    rule = case.get("rule")
    delay = rule.get("delay") if isinstance(rule, dict) else None
    mode = delay.get("mode") if isinstance(delay, dict) else None
    subject, gives, values = _MODES.get(str(mode), ("zone", 0, ()))
    return one.subject == subject and more == gives and one.value in values


def _depositary(case: Mapping[str, Any]) -> str:
    """The organ that the depositary of a case is, by its name."""
    name = re.sub("[^a-z]+", "-", str(case.get("depositary") or "").lower())
    return "au-commission" if name.startswith(_COMMISSION) else name


def _days_between(computed: str | None, recorded: str | None) -> int | None:
    """How many days a recorded day lies after the computed one; None where one of them is no day."""
    try:
        one, other = Day.parse(str(computed)), Day.parse(str(recorded))
    except NotADay:
        return None
    return (other.first - one.first).days


@cache
def _statements() -> tuple[Statement, ...]:
    """The shipped statements, by their files and their days."""
    return tuple(_read())


def _read() -> Iterator[Statement]:
    for one in load([shipped("law/practice")]).acts:
        if isinstance(one.act, Practice):
            yield from read_practice(one.act)[0]
