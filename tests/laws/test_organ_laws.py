"""What always holds of organs: no hindsight, no order, no answer that names an act the book does not hold."""

from __future__ import annotations

from dataclasses import asdict
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.status.axes import Performance, Stand, Timing
from servanda.status.commitments import commitments
from servanda.status.due import due
from servanda.status.membership import members, memberships
from servanda.status.presidency import presidency
from servanda.status.session import attendance, outcomes, session
from servanda.status.signatures import signatures
from tests.laws.strategies import LEAGUE, PAPER, SESSION, evenings, questions
from tests.laws.test_status_laws import book, plain

FEWER = settings(max_examples=30)

pytestmark = pytest.mark.slow


def said(of, as_of):
    """Everything that is answered about the league, its session, its paper and its promises."""
    single = [presidency(of, LEAGUE, as_of)]
    many = [memberships(of, LEAGUE, as_of), attendance(of, SESSION, as_of), outcomes(of, SESSION, as_of)]
    many += [signatures(of, PAPER, as_of), commitments(of, as_of), due(of, as_of)]
    return single + [one for answers in many for one in answers]


def answers(of, as_of):
    return [plain(asdict(one)) for one in said(of, as_of)]


@given(evenings(), st.randoms(), questions)
def test_the_order_of_entry_is_immaterial_to_organs(acts, random, as_of):
    shuffled = list(acts)
    random.shuffle(shuffled)
    assert answers(book(shuffled), as_of) == answers(book(acts), as_of)


@given(evenings(), questions)
def test_acts_dated_later_change_no_earlier_answer_about_organs(acts, as_of):
    by_then = [act for act in acts if act.on.maybe_by(as_of)]
    assert answers(book(acts), as_of) == answers(book(by_then), as_of)


@given(evenings(), questions)
def test_every_answer_about_organs_has_reasons_whose_acts_are_in_the_book(acts, as_of):
    of = book(acts)
    for one in said(of, as_of):
        assert one.reasons
        assert all(of.find(act) for reason in one.reasons for act in reason.acts)


@FEWER
@given(evenings(), questions)
def test_who_presides_is_one_of_those_decided_and_never_its_own_co_chair(acts, as_of):
    found = presidency(book(acts), LEAGUE, as_of)
    decided = {act.by for act in acts if act.verb == "preside" and act.on.maybe_by(as_of)}
    assert found.state == "" or found.state in decided
    assert (found.state == "") == (found.period is None)


@FEWER
@given(evenings(), questions)
def test_every_party_has_one_attendance_and_one_signature(acts, as_of):
    of = book(acts)
    for rows in (attendance(of, SESSION, as_of), signatures(of, PAPER, as_of)):
        assert sorted({row.party for row in rows}) == [row.party for row in rows]


@FEWER
@given(evenings(), questions)
def test_a_commitment_stands_in_one_place_on_each_axis(acts, as_of):
    for one in commitments(book(acts), as_of):
        assert one.timing in get_args(Timing)
        assert one.performance in get_args(Performance)
        assert one.standing in get_args(Stand)


@FEWER
@given(evenings(), questions)
def test_members_are_among_those_who_joined_and_nobody_is_twice_in_a_circle(acts, as_of):
    of = book(acts)
    rows = memberships(of, LEAGUE, as_of)
    assert len({(row.circle, row.party) for row in rows}) == len(rows)
    assert members(of, LEAGUE, as_of) <= {row.party for row in rows}


@FEWER
@given(evenings(), questions)
def test_a_session_is_told_only_when_it_is_recorded(acts, as_of):
    found = session(book(acts), SESSION, as_of)
    convened = [act for act in acts if act.verb == "convene" and act.on.surely_by(as_of)]
    assert (found is None) == (not convened)
