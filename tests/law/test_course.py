"""The course of consents: the same at any close, whichever closes were asked for before."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from servanda.days import Day
from servanda.law.course import Course
from servanda.law.facts import Close, Deed

FIRST = date(2000, 1, 1)
OFFSETS = st.integers(0, 30)


@st.composite
def days(draw: st.DrawFn) -> Day:
    start = FIRST + timedelta(days=draw(OFFSETS))
    return Day(start, start + timedelta(days=draw(st.integers(0, 5))))


def deeds(means: str) -> st.SearchStrategy[list[Deed]]:
    one = st.builds(Deed, st.sampled_from(["AA", "BB", "CC"]), days(), st.just(means), st.just(()))
    return st.lists(one, max_size=8)


def plainly(consents: list[Deed], withdrawals: list[Deed], close: Close) -> dict[str, Day]:
    """The consents that stand, by looking at all of them."""
    found: dict[str, Day] = {}
    for deed in consents:
        ended = (one for one in withdrawals if close.has_ended(one) and one.party == deed.party)
        if close.has(deed) and not any(one.on >= deed.on for one in ended):
            found[deed.party] = min(deed.on, found.get(deed.party, deed.on))
    return found


@given(deeds("ratify"), deeds("denounce"), st.lists(OFFSETS, min_size=1, max_size=12), st.booleans())
def test_it_tells_what_looking_at_all_deeds_tells(consents, withdrawals, asked, early) -> None:
    course = Course.of(consents, withdrawals, early=early)
    for offset in asked:
        close = Close(FIRST + timedelta(days=offset), early)
        standing = {party: deed.on for party, deed in course.at(close.day).items()}
        assert standing == plainly(consents, withdrawals, close)


def test_an_answer_does_not_change_afterwards() -> None:
    course = Course.of([Deed("AA", Day.of(FIRST), "ratify", ())], (), early=True)
    before = course.at(FIRST - timedelta(days=1))
    course.at(FIRST)
    assert before == {}


def test_where_all_days_are_whole_both_readings_are_one() -> None:
    whole = Deed("AA", Day.of(FIRST), "ratify", ())
    assert Course.of([whole], (), early=True).is_whole
    assert not Course.of([Deed("AA", Day.parse("2000"), "ratify", ())], (), early=True).is_whole
