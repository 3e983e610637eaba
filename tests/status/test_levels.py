"""Levels of integration of the CIS record: three organisations, what they cover, and where they differ."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.acts.market import Cover
from servanda.book import Book, Held
from servanda.data import shipped
from servanda.record import load
from servanda.status.levels import DEPTHS, Levels, over_time
from tests.records_in_text import book_of

ASKED = ("cis", "eaeu", "union-state")


@pytest.fixture(scope="module")
def book() -> Book:
    return Book.build(Held.of(one.act, one.place, one.lines) for one in load([shipped("records/cis")]).acts)


@pytest.fixture(scope="module")
def levels(book) -> Levels:
    return Levels(book, ASKED, date(2021, 6, 1))


def difference(levels: Levels, topic: str):
    return next(one for one in levels.differences("eaeu", "cis") if one.topic == topic)


def test_every_depth_of_the_record_has_its_source_and_says_why(book):
    acts = [act for act, _event in book.acts(Cover)]
    assert len(acts) > 50
    assert all(act.source and act.note and act.confidence in ("inferred", "known") for act in acts)


def test_the_free_trade_zone_is_covered_to_different_depths(levels):
    free_trade = {name: levels.level(name, "free-trade-zone").depth for name in ASKED}
    assert free_trade == {"cis": "common-rules", "eaeu": "common-body", "union-state": ""}


def test_a_state_has_the_depth_of_what_binds_it(levels):
    wide = levels.level("cis", "free-trade-zone")
    assert {party: wide.of(party) for party in ("MD", "AZ", "UZ", "TM")} == {
        "MD": "common-rules",
        "AZ": "coordination",
        "UZ": "common-rules",
        "TM": "coordination",
    }


def test_what_five_have_among_themselves_and_what_would_lift_the_others(levels):
    found = difference(levels, "public-procurement")
    assert (found.inner, found.outer) == ("common-rules", "consultation")
    assert found.only_inner == ("eaeu-2014-armenia", "eaeu-2014-kyrgyzstan", "eaeu-2014-treaty")
    assert found.less_deep == found.without == ("AZ", "MD", "TJ", "TM", "UA", "UZ")
    assert any(words.startswith("cis-2016-procurement: not bound are") for words in found.lifting)
    assert "a depth of common rules instead of consultation" in found.lifting


def test_as_deep_is_still_a_difference_for_those_not_bound(levels):
    found = difference(levels, "trade-liberalisation")
    assert found.inner == found.outer == "common-rules"
    assert found.less_deep == ("AZ", "TJ", "TM", "UZ")


def test_the_treaty_that_says_which_level_goes_first_stands_beside(levels):
    assert [reason.authority for reason in difference(levels, "free-trade-zone").precedence] == ["cis-2011-fta"]


def test_who_has_the_depth_by_another_instrument_needs_no_second_one(levels):
    lifting = difference(levels, "free-trade-zone").lifting
    assert "cis-2011-fta: not bound are AZ, TJ, TM" in lifting


def test_levels_come_about_over_time(book, levels):
    free_trade = [(step.organisation, str(step.on)) for step in over_time(levels) if step.topic == "free-trade-zone"]
    assert ("cis", "2012-09-20") in free_trade
    assert ("eaeu", "2015-01-01") in free_trade
    before = Levels(book, ("cis", "eaeu"), date(2014, 12, 1))
    assert before.level("eaeu", "free-trade-zone").depth == ""
    after = Levels(book, ("cis", "eaeu"), date(2026, 1, 1))
    assert after.level("cis", "common-markets").depth == "common-rules"
    assert levels.level("cis", "common-markets").depth == ""


def test_no_difference_tells_an_outer_level_that_is_deeper(levels):
    for inner, outer in (("eaeu", "cis"), ("union-state", "eaeu")):
        for one in levels.differences(inner, outer):
            assert DEPTHS.index(one.inner or DEPTHS[0]) >= DEPTHS.index(one.outer or DEPTHS[0])


TWO_LEVELS = """
2015-01-01 organisation wide "Wide"
2015-01-01 organisation core "Core"
2015-01-01 join wide DK FI NO SE
2015-01-01 join core DK NO
2015-01-01 topic fish "Fish"
2017-01-01 instrument wide-fish "Fish cooperation"
  within wide
2017-01-01 sign wide-fish DK FI NO SE
2017-01-01 clause wide-fish entry-into-force
  when signature
2017-01-01 cover wide-fish fish consultation
2018-01-01 instrument core-fish "Fish rules"
  within core
2018-01-01 clause core-fish entry-into-force
  when signature
2018-01-01 cover core-fish fish common-rules
2018-01-01 sign core-fish DK NO
2018-01-01 restrict first precedence by DK NO
  under wide-fish
  measure "core rules go first"
"""


def two_levels(text, as_of="2020-01-01"):
    return Levels(book_of(text), ("wide", "core"), date.fromisoformat(as_of)).differences("core", "wide")


def test_only_what_binds_nobody_outside_is_a_difference():
    (found,) = two_levels(TWO_LEVELS)
    assert (found.only_inner, found.less_deep) == (("core-fish",), ("FI", "SE"))
    assert [reason.words for reason in found.precedence] == ["DK, NO: core rules go first"]
    # An outsider that is bound too shares the obligations, so that nothing is left that only the inner one has.
    assert two_levels(TWO_LEVELS + "2018-01-01 sign core-fish SE\n") == ()


def test_there_is_no_difference_before_the_deeper_rules():
    assert two_levels(TWO_LEVELS, "2017-06-01") == ()
