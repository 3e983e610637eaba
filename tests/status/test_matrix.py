"""The matrix tells deeds, and the same deeds as the chart of each instrument."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.acts.declarations import Instrument
from servanda.data import shipped
from servanda.record import load
from servanda.status.matrix import matrix
from servanda.status.party import standing
from tests.pages.league import book
from tests.records_in_text import book_of

RECORD = """
2000-01-01 instrument pact "Pact"
2000-01-01 sign pact AT BE CH DK
2000-02-01 ratify pact AT
2000-03-01 apply-provisionally pact BE
2001-01-01 ratify pact CH
2002-01-01 denounce pact CH
2002-06-01 ratify pact DK
2003-01-01 denounce pact DK
2003-02-01 revoke pact DK
2004-01-01 ratify pact AT
"""


def signs(text: str, as_of: str) -> dict[str, tuple[str, str]]:
    found = matrix(book_of(text), ["pact"], date.fromisoformat(as_of))[0].signs
    return {party: (sign, str(on)) for party, (sign, on) in found.items()}


def test_the_signs_are_those_of_the_day() -> None:
    assert signs(RECORD, "1999-12-31") == {}
    assert signs(RECORD, "2000-01-31") == dict.fromkeys(("AT", "BE", "CH", "DK"), ("+", "2000-01-01"))
    assert signs(RECORD, "2005-01-01") == {
        "AT": ("date", "2000-02-01"),
        "BE": ("PA", "2000-03-01"),
        "CH": ("w", "2002-01-01"),
        "DK": ("date", "2002-06-01"),
    }


@pytest.mark.parametrize("day", ["2010-06-15", "2012-03-01", "2021-01-01"])
def test_the_league_s_matrix_and_chart_tell_the_same_days(day: str) -> None:
    assert differences(book(), date.fromisoformat(day)) == []


@pytest.mark.slow
@pytest.mark.parametrize("day", ["1995-01-01", "2009-11-01", "2021-01-01"])
def test_the_shipped_matrix_and_charts_tell_the_same_days(day: str) -> None:
    from servanda.book import Book, Held

    held = (Held.of(one.act) for one in load([shipped("records/cis")]).acts)
    assert differences(Book.build(held), date.fromisoformat(day)) == []


def differences(found_in, as_of: date) -> list[tuple[str, str, str, str]]:
    """The signatures and consents that the matrix dates otherwise than the standing does."""
    instruments = [act.of for act, _event in found_in.acts(Instrument, None, as_of)]
    found = []
    for row in matrix(found_in, instruments, as_of):
        for party, (sign, on) in row.signs.items():
            told = standing(found_in, row.instrument, party, as_of)
            day = {"+": told.signed, "date": told.consented}.get(sign, on)
            if day is not None and on is not None and not day.first <= on.first <= day.last:
                found.append((row.instrument, party, sign, str(day)))
    return found
