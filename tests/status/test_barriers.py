"""Limits of a market over time: counts of the record, targets, steps of road maps, and whose law they belong to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.status.barriers import aims, obstacles, over_time, recorded
from tests.records_in_text import book_of

LEAGUE = """
2015-01-01 organisation nwl "Northern Waters League"
2015-01-01 organisation core "Core League"
2015-01-01 instrument river "Treaty on a river"
  within nwl
2018-05-01 restrict b1 barrier by NO against DK
  under river
2018-06-01 restrict b2 barrier by SE
  under river
2018-05-01 restrict e1 exemption by DK
  under core-rules
  until 2019-12-31
2018-06-01 road-map b1 NO "no port fee" due 2020-01-01
2018-06-01 road-map b1 NO "a common list"
2018-01-01 target nwl barriers 0 by 2020-12-31
2018-01-01 target nwl obstacles 5 by 2020-12-31
2019-01-01 count nwl barriers 4
2020-10-01 lift b1 NO
"""
day = date.fromisoformat


def changes(as_of, organisation=""):
    found = obstacles(book_of(LEAGUE), day(as_of), organisation)
    return [(one.form, str(one.on), one.number) for one in over_time(found)]


def test_the_counts_of_the_record_change_when_one_is_registered_or_ends():
    assert changes("2020-12-31") == [
        ("barrier", "2018-05-01", 1),
        ("barrier", "2018-06-01", 2),
        ("barrier", "2020-10-01", 1),
        ("exemption", "2018-05-01", 1),
        ("exemption", "2019-12-31", 0),
    ]
    assert changes("2018-05-31") == [("barrier", "2018-05-01", 1), ("exemption", "2018-05-01", 1)]


def test_a_limit_belongs_to_the_organisation_of_its_instrument_else_by_its_name():
    book = book_of(LEAGUE)
    assert [one.id for one in obstacles(book, day("2019-01-01"), "nwl")] == ["b1", "b2"]
    assert [one.id for one in obstacles(book, day("2019-01-01"), "core")] == ["e1"]
    assert [one.id for one in obstacles(book, day("2019-01-01"))] == ["b1", "b2", "e1"]


def test_a_target_stands_beside_what_was_published_and_what_the_record_holds():
    found = {one.what: (one.number, one.newest, one.held) for one in aims(book_of(LEAGUE), day("2020-12-31"), "nwl")}
    # A target for obstacles adds several classes up, which the record never does.
    assert found == {"barriers": (0, 4, 1), "obstacles": (5, None, None)}


@pytest.mark.parametrize(
    ("as_of", "timing"),
    [
        ("2019-01-01", ["not due", "no due day"]),
        ("2020-01-01", ["due", "no due day"]),
        ("2020-02-01", ["past due", "no due day"]),
        ("2020-10-01", ["closed", "closed"]),
    ],
)
def test_a_step_of_a_road_map_is_closed_with_its_limit(as_of, timing):
    (found,) = (one for one in obstacles(book_of(LEAGUE), day(as_of)) if one.id == "b1")
    assert [step.timing(day(as_of), ended=found.ended is not None) for step in found.steps] == timing


def test_a_limit_of_a_year_that_ended_in_it_is_never_counted_below_nothing():
    book = book_of("2017 restrict r1 restriction by BY\n2017-04-19 lift r1 BY\n2016 restrict r2 restriction by BY\n")
    assert [(str(one.on), one.number) for one in over_time(obstacles(book, day("2018-01-01")))] == [("2016", 1)]


DAYS = st.dates(min_value=date(2018, 1, 1), max_value=date(2019, 12, 31))
FORMS = st.sampled_from(["barrier", "exemption", "restriction"])


@given(st.lists(st.tuples(FORMS, DAYS, st.none() | DAYS, st.none() | DAYS), max_size=6), DAYS)
def test_the_counts_over_time_are_those_of_each_day(limits, asked):
    lines = []
    for number, (form, since, until, lifted) in enumerate(limits):
        lines.append(f"{str(since)[:7] if number % 2 else since} restrict r{number} {form} by BY")
        lines += [f"  until {until}"] if until and until >= since else []
        lines += [f"{lifted} lift r{number} BY"] if lifted and lifted >= since else []
    book = book_of("\n".join(lines))
    told = over_time(obstacles(book, date(2020, 1, 31)))
    newest = {one.form: one.number for one in told if one.on.last <= asked}
    assert all(one.number >= 0 for one in told)
    assert {form: number for form, number in newest.items() if number} == recorded(obstacles(book, asked))
