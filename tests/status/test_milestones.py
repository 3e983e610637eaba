"""Milestones: whose they are, when they are due, and when nobody waits for them."""

from __future__ import annotations

from datetime import date

from servanda.status.commitments import commitments
from servanda.status.due import due
from servanda.status.milestones import milestones
from tests.records_in_text import book_of

day = date.fromisoformat

TWO = """
2020-03-01 undertake lights BE DK "light every lighthouse" due 2021
2020-04-01 milestone lights/1 "ten more" due 2020-09-01
  under lights
2020-05-01 milestone lights/2 "the last ones"
  under lights
"""


def steps(text, party="BE", as_of="2020-12-01"):
    book = book_of(text)
    mine = next(one for one in commitments(book, day(as_of)) if one.party == party)
    return {one.id: (str(one.due or ""), one.timing, one.performance) for one in milestones(book, mine, day(as_of))}


def waiting(text, as_of="2020-12-01"):
    return [(item.party, item.object) for item in due(book_of(text), day(as_of))]


def test_each_party_has_the_steps_of_its_commitment_with_their_own_due_days():
    assert steps(TWO) == {
        "lights/1": ("2020-09-01", "past due", "no information"),
        "lights/2": ("", "no due day", "no information"),
    }
    assert waiting(TWO) == [(party, name) for party in ("BE", "DK") for name in ("lights", "lights/1", "lights/2")]


def test_a_step_that_is_set_later_is_not_there_yet():
    assert list(steps(TWO, as_of="2020-04-30")) == ["lights/1"]


def test_a_step_is_reported_on_and_put_off_by_its_own_name():
    text = TWO + "2020-08-01 report lights/1 BE complete\n2020-08-01 extend lights/2 to 2021-06-30\n"
    assert steps(text)["lights/1"] == ("2020-09-01", "past due", "complete")
    assert steps(text, "DK")["lights/1"][2] == "no information"
    assert steps(text)["lights/2"] == ("2021-06-30", "not due", "no information")
    assert ("BE", "lights/1") not in waiting(text)
    assert ("DK", "lights/1") in waiting(text)


def test_no_step_of_what_is_done_or_given_up_waits():
    assert waiting(TWO + "2020-08-01 release lights BE") == [
        ("DK", "lights"), ("DK", "lights/1"), ("DK", "lights/2"),
    ]  # fmt: skip


def test_a_step_says_whose_it_is_and_what_is_known():
    book = book_of(TWO + "2020-08-01 report lights/1 BE limited")
    mine = next(one for one in commitments(book, day("2020-12-01")) if one.party == "BE")
    told = [reason.words for reason in milestones(book, mine, day("2020-12-01"))[0].reasons]
    assert told == [
        "a milestone of “light every lighthouse”, set on 2020-04-01",
        "due 2020-09-01",
        "self-reported as limited on 2020-08-01",
    ]
