"""Every kind of rule of the schema, generated at random, against an oracle that knows nothing of the engine.

The oracle goes from day to day, counts on its fingers, and adds months by turning the pages of a calendar.
"""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from servanda.exchange.final_clauses import verify

FIRST, LAST = date(2000, 1, 1), date(2001, 12, 31)
PARTIES = ["Norway", "Chad", "Peru", "BLR", "KAZ", "European Union", "EUE", "Fiji", "Mali", None]
UNION = {"European Union", "EUE"}
ORDINARY = ["ratification", "acceptance", "approval", "accession"]
RARE = ["succession", "definitive signature", "formal confirmation", "notification"]
NAMED_ACTS: list[tuple[list[str] | None, set[str]]] = [
    (None, set(ORDINARY)),
    (["ratification"], {"ratification"}),
    (["ratification", "accession"], {"ratification", "accession"}),
    (["accession", "succession"], {"accession", "succession"}),
    (["ratification", "definitive signature"], {"ratification", "definitive signature"}),
    (["registration of ratification"], set(ORDINARY)),
    (["notification of consent to be bound"], {*ORDINARY, "notification"}),
    (["notification that internal procedures are completed"], {"notification"}),
]

Holds = Callable[[date], bool]


# -- the oracle ------------------------------------------------------------------------------------------------


def next_day(day: date) -> date:
    return day + timedelta(days=1)


def next_month(day: date, wanted: int) -> date:
    """The day of that number in the month that follows, or that month's last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(wanted, calendar.monthrange(year, month)[1]))


def months_on(day: date, number: int) -> date:
    found = day
    for _ in range(number):
        found = next_month(found, day.day)
    return found


def days_on(day: date, number: int) -> date:
    found = day
    for _ in range(number):
        found = next_day(found)
    return found


def first_after(day: date) -> date:
    found = next_day(day)
    while found.day != 1:
        found = next_day(found)
    return found


DELAYS: list[tuple[dict[str, Any], Callable[[date], date | None]]] = [
    ({"mode": "same_day"}, lambda day: day),
    *(({"mode": "days_after", "value": n}, lambda day, n=n: days_on(day, n)) for n in (0, 1, 30, 90, 180)),
    *(({"mode": "clear_days_after", "value": n}, lambda day, n=n: days_on(day, n + 1)) for n in (0, 30, 60)),
    *(({"mode": "calendar_months_after", "value": n}, lambda day, n=n: months_on(day, n)) for n in (1, 3, 12, 18, 24)),
    *(({"mode": "calendar_years_after", "value": n}, lambda day, n=n: months_on(day, 12 * n)) for n in (1, 2)),
    *(
        (
            {"mode": "first_of_month_following_expiry_of_months", "value": n},
            lambda day, n=n: first_after(months_on(day, n)),
        )
        for n in (0, 1, 3, 6)
    ),
    (
        {"mode": "first_of_month_following_expiry_of_years", "value": 1},
        lambda day: first_after(months_on(day, 12)),
    ),
    *(
        ({"mode": "first_of_month_after_nth_day", "value": n}, lambda day, n=n: first_after(days_on(day, n)))
        for n in (30, 60)
    ),
    *(
        ({"mode": mode, "value": n}, lambda day, n=n: months_on(day.replace(day=1), n))
        for n in (1, 3, 6)
        for mode in ("first_of_kth_month_after_month_of_deposit", "first_of_kth_month_following_deposit")
    ),
    (
        {"mode": "special", "expression": "fixed_else(2001-01-01, nth:90)"},
        lambda day: date(2001, 1, 1) if day <= date(2001, 1, 1) else days_on(day, 90),
    ),
    (
        {"mode": "special", "expression": "fixed_else(2000-12-31, nth:2)"},
        lambda day: max(date(2000, 12, 31), date(2000, 12, 31) if day <= date(2000, 12, 31) else days_on(day, 2)),
    ),
    (
        {
            "mode": "special",
            "expression": "fixed_else(2001-01-01, first day of the month following the last deposit)",
        },
        lambda day: date(2001, 1, 1) if day <= date(2001, 1, 1) else first_after(day),
    ),
    (
        {"mode": "special", "expression": "fixed_else(2001-01-01, decision of depositing governments)"},
        lambda day: date(2001, 1, 1) if day <= date(2001, 1, 1) else None,
    ),
    (
        {"mode": "special", "expression": "fom_after_objection_window:12 months"},
        lambda day: first_after(months_on(day, 12)),
    ),
]


def count_holds(acts: list[dict[str, Any]], number: int, kinds: set[str], *, excluded: bool) -> Holds:
    """So many different parties have acted by a day."""

    def holds(day: date) -> bool:
        parties = set()
        for index, act in enumerate(acts):
            if date.fromisoformat(act["date"]) > day or act["kind"] not in kinds | {"consent"}:
                continue
            if excluded and (act["party"] in UNION or act["party"] is None):
                continue
            parties.add("the union" if act["party"] in UNION else act["party"] or index)
        return len(parties) >= number

    return holds


def within(holds: Holds, start: str | None, end: str | None) -> Holds:
    return lambda day: (
        holds(day)
        and (start is None or day >= date.fromisoformat(start))
        and (end is None or day <= date.fromisoformat(end))
    )


def first_day(conditions: list[Holds]) -> date | None:
    day = FIRST
    while day <= LAST:
        if all(holds(day) for holds in conditions):
            return day
        day = next_day(day)
    return None


# -- generated rules -------------------------------------------------------------------------------------------


class Made:
    """A case made by chance, and what the oracle says of each of its conditions."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.acts = sorted((self.act() for _ in range(self.chance.randint(4, 14))), key=lambda act: act["date"])
        self.chance.shuffle(self.acts)
        made = [self.condition() for _ in range(self.chance.choice([1, 1, 1, 2]))]
        self.conditions: list[dict[str, Any]] = [given for given, _holds in made]
        self.holds = [holds for _given, holds in made]
        self.floor: date | None = None
        if self.chance.random() < 0.4:
            self.add_parent()
        self.delay, self.after = self.chance.choice(DELAYS)
        if self.chance.random() < 0.3:
            self.floor = max(self.floor or FIRST, self.day())

    def day(self) -> date:
        return FIRST + timedelta(days=self.chance.randrange(500))

    def act(self) -> dict[str, Any]:
        kind = self.chance.choice([*ORDINARY, *ORDINARY, "consent", *RARE])
        return {"party": self.chance.choice(PARTIES), "kind": kind, "date": self.day().isoformat()}

    def count(self) -> tuple[dict[str, Any], Holds]:
        number = self.chance.randint(1, 5)
        named, kinds = self.chance.choice(NAMED_ACTS)
        given: dict[str, Any] = {"kind": "count", "n": number} | ({"acts": named} if named else {})
        excluded = self.chance.choice([None, None, True, False])
        given |= {} if excluded is None else {"reio_excluded": excluded}
        given |= {"who": "member States"} if self.chance.random() < 0.2 else {}
        return given, count_holds(self.acts, number, kinds, excluded=excluded is True)

    def condition(self) -> tuple[dict[str, Any], Holds]:
        return self.chance.choice([self.count, self.count, self.any_of, self.min_of, self.with_data_missing])()

    def any_of(self) -> tuple[dict[str, Any], Holds]:
        """Options with windows, some of several conditions, some that no acts can decide."""
        options, all_holds = [], []
        for _ in range(self.chance.randint(2, 3)):
            given, holds = self.chance.choice([self.count, self.all])()
            start = self.day().isoformat() if self.chance.random() < 0.4 else None
            end = self.day().isoformat() if self.chance.random() < 0.4 else None
            given |= ({"from": start} if start else {}) | ({"until": end} if end else {})
            options.append(given)
            all_holds.append(within(holds, start, end))
        if self.chance.random() < 0.4:
            options.append({"kind": "elapsed", "of": "two years"})
        return {"kind": "any_of", "options": options}, lambda day: any(holds(day) for holds in all_holds)

    def min_of(self) -> tuple[dict[str, Any], Holds]:
        made = [self.count(), self.count()]
        options = [given for given, _holds in made] + [{"kind": "fraction", "num": 1, "den": 2, "of": "signatories"}]
        return {"kind": "min_of", "options": options}, lambda day: any(holds(day) for _given, holds in made)

    def all(self) -> tuple[dict[str, Any], Holds]:
        made = [self.count(), self.count()]
        share = {"kind": "share", "min": 85, "unit": "% of GDP", "strict": True}
        given: dict[str, Any] = {"kind": "all", "items": [*(one for one, _holds in made), share]}
        return given, lambda day: all(holds(day) for _given, holds in made)

    def with_data_missing(self) -> tuple[dict[str, Any], Holds]:
        """A count beside which something stands that no acts can decide is a count."""
        given, holds = self.count()
        return {"kind": "any_of", "options": [{"kind": "all", "items": [given, MISSING[0]]}, MISSING[1]]}, holds

    def add_parent(self) -> None:
        since, effect = self.day(), self.chance.choice(["floor", "condition"])
        self.conditions.append(
            {"kind": "parent_in_force", "parent": "p", "effect": effect, "parent_in_force_since": since.isoformat()}
        )
        if effect == "floor":
            self.floor = since
        else:
            self.holds.append(lambda day: day >= since)

    @property
    def case(self) -> dict[str, Any]:
        rule = {
            "conditions": [*self.conditions, *self.chance.sample(MISSING, self.chance.randint(0, 2))],
            "default_acts": "ratification, acceptance, approval or accession",
            "delay": self.delay,
            "not_before": self.floor.isoformat() if self.floor else None,
        }
        return {"id": "made", "rule": rule, "acts": self.acts, "later_states": None}

    @property
    def expected(self) -> tuple[str | None, str | None]:
        met = first_day(self.holds)
        since = self.after(met) if met else None
        floored = max(since, self.floor) if since and self.floor else since
        return (str(met) if met else None), (str(floored) if floored else None)


MISSING: list[dict[str, Any]] = [
    {"kind": "share", "min": 55, "unit": "% of emissions", "exact": "5/9"},
    {"kind": "subset_count", "n": 4, "of": "member States"},
    {"kind": "fraction", "num": 2, "den": 3, "of": "the Members", "strict": True},
    {"kind": "amount_sum", "min": 750_000_000, "unit": "USD"},
    {"kind": "ratio", "min": 3, "unit": "%"},
    {"kind": "all_of", "of": "the signatories"},
    {"kind": "all_named", "states": ["SUN", "ZZZ"], "of": "the depositaries"},
    {"kind": "waiver", "of": "art. 28(2)"},
]


@pytest.mark.parametrize("block", range(8))
def test_generated_rules_of_every_kind_agree_with_the_oracle(block):
    for seed in range(block * 60, block * 60 + 60):
        made = Made(seed)
        case = made.case
        found = verify([case]).cases[0]
        assert (found.met, found.computed) == made.expected, f"seed {seed}: {case}\n{found.reasons}"
        assert found.reason


@pytest.mark.parametrize(("delay", "after"), DELAYS, ids=[str(sorted(delay.items())) for delay, _after in DELAYS])
def test_every_delay_agrees_with_the_oracle_on_every_day_of_two_years(delay, after):
    rule = {"conditions": [{"kind": "count", "n": 9}], "default_acts": "ratification", "delay": delay}
    days = [FIRST + timedelta(days=number) for number in range(731)]
    cases = [{"id": str(day), "rule": rule, "condition_met": str(day)} for day in days]
    for day, found in zip(days, verify(cases).cases, strict=True):
        expected = after(day)
        assert found.computed == (str(expected) if expected else None), day
