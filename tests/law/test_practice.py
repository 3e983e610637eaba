"""A depositary's practice settles what a clause leaves open, and is told with its authority."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from servanda.acts.declarations import Practice
from servanda.data import shipped
from servanda.days import Day
from servanda.law.delay_lines import parse_delays
from servanda.law.practice import NOTHING_KNOWN, Practised, Statement, Subject
from servanda.law.practice_lines import _VALUES, read_practice
from servanda.law.reckoning import _SAID, reckon
from servanda.record import check_acts, load

DAY = Day.parse("2000-01-01")


def practised(*pairs: str, instrument: str = "") -> Practised:
    statements = [
        Statement(subject, value, "d", DAY, "its manual", "few words")  # type: ignore[arg-type]
        for subject, value in (pair.split() for pair in pairs)
    ]
    return Practised.of(statements, instrument)


def delays(text: str):
    found = parse_delays(text.split())
    assert found
    return found


CASES = [
    ("+30 days-after", "2001-01-15", "days-after nth-day", "2001-02-14"),
    ("+30 days-after", "2001-01-15", "days-after day-more", "2001-02-15"),
    ("+30 days-after", "2001-01-15", "days-after either", "2001-02-14..2001-02-15"),
    ("+3 months", "2001-11-30", "month-ends back", "2002-02-28"),
    ("+3 months", "2001-11-30", "month-ends forward", "2002-03-01"),
    ("+3 months", "2001-11-30", "month-ends either", "2002-02-28..2002-03-01"),
    ("+1 years", "2004-02-29", "month-ends back", "2005-02-28"),
    ("+12 months", "2004-05-18", "months-after day-more", "2005-05-19"),
    ("+12 months", "2004-05-18", "months-after same-day", "2005-05-18"),
    ("+12 months", "2004-05-18", "months-after either", "2005-05-18..2005-05-19"),
    ("first of month after +30 days-after", "2001-01-30", "days-after nth-day", "2001-04-01"),
    ("first of month after +1 months", "2001-01-31", "month-ends back", "2001-03-01"),
    ("first of month after +1 months", "2001-01-31", "month-ends forward", "2001-04-01"),
    ("fixed 2001-01-01 else +30 days-after", "2001-02-01", "days-after day-more", "2001-03-04"),
    ("later-of +30 days-after or +1 months", "2001-02-01", "days-after day-more", "2001-03-04"),
    ("later-of +12 months or first of next month", "2004-05-18", "months-after day-more", "2005-05-19"),
    ("later-of first of next month or +12 months", "2004-05-18", "months-after either", "2005-05-18..2005-05-19"),
    ("fixed 2001-01-01 else +12 months", "2004-05-18", "months-after day-more", "2005-05-19"),
    ("first of month after +2 months", "2001-03-31", "months-after same-day", "2001-06-01"),
    ("first of month after +2 months", "2001-03-31", "months-after day-more", "2001-07-01"),
    ("first of month after +30 days-after", "2001-03-01", "days-after day-more", "2001-05-01"),
    ("+30 days", "2001-01-15", "days-after day-more", "2001-02-14"),
    ("+3 months back", "2001-11-30", "month-ends forward", "2002-02-28"),
]


@pytest.mark.parametrize(("delay", "day", "practice", "expected"), CASES)
def test_an_open_delay_is_settled_and_the_clauses_own_words_go_before(delay, day, practice, expected):
    found, reasons = reckon(delays(delay), Day.parse(day), practised(practice))
    assert str(found) == expected
    is_open = delay not in ("+30 days", "+3 months back")
    assert [reason.authority for reason in reasons] == (['its manual: "few words"'] if is_open else [])


@pytest.mark.parametrize(
    ("delay", "day", "expected", "told"),
    [
        ("+30 days-after", "2001-01-15", "2001-02-14..2001-02-15", True),
        ("+3 months", "2001-11-30", "2002-02-28..2002-03-01", True),
        ("+3 months", "2001-11-15", "2002-02-15", False),
    ],
)
def test_without_a_practice_both_ends_are_given_and_it_is_said_where_it_matters(delay, day, expected, told):
    found, reasons = reckon(delays(delay), Day.parse(day), NOTHING_KNOWN)
    assert str(found) == expected
    assert [reason.words for reason in reasons] == (
        [f"{delay.replace('-', ' ')}: the clause leaves the day open, and no practice is known: both ends are given"]
        if told
        else []
    )


def test_the_later_statement_holds_and_the_one_for_an_instrument_before_all():
    act = Practice(
        on=DAY, by="d", lines=("cite a", "days-after nth-day", "for x days-after day-more", "month-ends back")
    )
    newer = Practice(on=Day.parse("2010-01-01"), by="d", lines=("cite b", "days-after either"))
    statements = [one for practice in (act, newer) for one in read_practice(practice)[0]]
    assert Practised.of(statements, "x").value("days-after") == "day-more"
    assert Practised.of(statements, "y").value("days-after") == "either"
    assert Practised.of(statements, "y").value("month-ends") == "back"
    assert Practised.of(statements[:1], "y").value("reservations") == ""


def test_every_subject_has_its_values_and_every_value_of_time_its_sentence():
    assert {*_VALUES, "zone"} == set(get_args(Subject))
    times = {(subject, value) for subject in ("days-after", "months-after", "month-ends") for value in _VALUES[subject]}
    assert set(_SAID) == times


def test_the_shipped_practice_is_sound_quoted_and_dated():
    loaded = load([shipped("law/practice")])
    assert [*loaded.problems, *check_acts(loaded.acts)] == []
    practices = [one.act for one in loaded.acts if isinstance(one.act, Practice)]
    assert {act.by for act in practices} >= {
        "un-secretary-general",
        "au-commission",
        "iaea-director-general",
        "imo-secretary-general",
        "coe-secretary-general",
        "ilo-director-general",
        "cis/excom",
    }
    for act in practices:
        statements, problems = read_practice(act)
        assert statements
        assert not problems
        assert all(one.cite and one.since.last <= date(2026, 1, 1) for one in statements)
        assert act.source
