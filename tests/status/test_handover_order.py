"""A hand-over keeps what was due first in front, however often it was put off."""

from __future__ import annotations

from datetime import date

from servanda.status.handover import handover
from tests.records_in_text import book_of

TERM = """
2018-01-01 organisation nwl "Northern Waters League"
2019-12-01 preside nwl FI in 2020
2020-12-01 preside nwl NO in 2021
2020-02-01 undertake nwl/council/2020-02-01/1 FI "paint the buoys" due 2020-06-30
2020-02-01 undertake nwl/council/2020-02-01/2 SE "count the fish" due 2020-09-30
2020-02-01 undertake nwl/council/2020-02-01/3 DK "speak"
2020-03-01 extend nwl/council/2020-02-01/1 to 2020-10-31
2020-07-01 extend nwl/council/2020-02-01/1 to 2022-06-30
2020-12-31 carry nwl/council/2020-02-01/1 to NO
"""


def test_what_was_put_off_stands_where_its_first_due_day_puts_it():
    found = handover(book_of(TERM), "nwl", date(2020, 12, 31)).unfinished
    assert [(one.id[-1], one.party, str(one.original_due), str(one.due), one.carried) for one in found] == [
        ("1", "FI", "2020-06-30", "2022-06-30", ("NO",)),
        ("2", "SE", "2020-09-30", "2020-09-30", ()),
        ("3", "DK", "None", "None", ()),
    ]
