"""The course of an instrument: moments by day, with the counts after each; and how far it is from its force."""

from __future__ import annotations

from datetime import date

from servanda.acts.declarations import Instrument
from servanda.status.force import force
from servanda.status.history import history
from servanda.status.party import chart
from servanda.status.progress import progress
from tests.records_in_text import book_of

PACT = """
2000-01-01 instrument pact "Pact"
2000-01-01 clause pact entry-into-force
  cite "art. 9"
  when 2 ratifications
  then +30 days
  later +30 days from own-deposit
2000-01-01 open pact for signature
2000-01-02 sign pact AT BE CH
2000-02-01 ratify pact AT
2000-03-01 ratify pact BE
2001-01-01 ratify pact CH
2005-01-01 denounce pact CH
  effective 2006-01-01
"""


def told(text: str, as_of: str) -> list[tuple[str, str, tuple[str, ...], tuple[int, int, int]]]:
    book, day = book_of(text), date.fromisoformat(as_of)
    act = book.declared(Instrument, "pact")
    assert act is not None
    found = history(book, act.on, force(book, "pact", day), chart(book, "pact", day))
    return [(str(one.on), one.what, one.parties, (one.signed, one.consented, one.bound)) for one in found]


def test_every_moment_has_the_counts_after_it() -> None:
    assert told(PACT, "2004-01-01") == [
        ("2000-01-01", "adopted", (), (0, 0, 0)),
        ("2000-01-01", "opened", (), (0, 0, 0)),
        ("2000-01-02", "signed", ("AT", "BE", "CH"), (3, 0, 0)),
        ("2000-02-01", "consented", ("AT",), (3, 1, 0)),
        ("2000-03-01", "consented", ("BE",), (3, 2, 0)),
        ("2000-03-01", "conditions met", (), (3, 2, 0)),
        ("2000-03-31", "computed", (), (3, 2, 0)),
        ("2000-03-31", "bound", ("AT", "BE"), (3, 2, 2)),
        ("2001-01-01", "consented", ("CH",), (3, 3, 2)),
        ("2001-01-31", "bound", ("CH",), (3, 3, 3)),
    ]


def test_who_has_left_was_bound_before() -> None:
    moments = told(PACT, "2007-01-01")
    assert ("2001-01-31", "bound", ("CH",), (3, 3, 3)) in moments
    assert moments[-1] == ("2006-01-01", "left", ("CH",), (3, 3, 2))


def test_progress_counts_what_is_there_and_what_is_needed() -> None:
    book = book_of(PACT)
    found = progress(book, "pact", date(2000, 2, 15))
    assert [(one.holds, one.have, one.need, one.missing) for one in found] == [(False, 1, 2, "1 more ratifications")]
    assert [(one.holds, one.have) for one in progress(book, "pact", date(2000, 3, 1))] == [(True, 2)]
    assert progress(book, "none", date(2000, 3, 1)) == ()
