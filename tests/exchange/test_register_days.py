"""Days as registers write them, whole, partial, open and broken."""

from __future__ import annotations

import pytest

from servanda.exchange.register_days import read_cell


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2010-05-01", "2010-05-01"),
        (" 2010-05-01 ", "2010-05-01"),
        ("2010-05", "2010-05"),
        ("2010", "2010"),
        ("1371-07-31", "1371-07-31"),
        ("1995-05..1995-06", "1995-05..1995-06"),
        ("2010-05-01?", "2010-05-01~"),
        ("2010-05-01~", "2010-05-01~"),
        ("2010-05-01%", "2010-05-01~"),
        ("2010-05-XX", "2010-05"),
        ("2010-XX-XX~", "2010~"),
        ("1991-04-03..1999-05-28", "1991-04-03..1999-05-28"),
    ],
)
def test_days(text, day):
    cell = read_cell(text)
    assert (cell.kind, str(cell.day)) == ("day", day)


@pytest.mark.parametrize("text", ["9999-12-31", "2899-01-01"])
def test_sentinels_are_open(text):
    assert read_cell(text).kind == "open"


@pytest.mark.parametrize("text", ["", " ", "NA"])
def test_nothing_is_said(text):
    assert read_cell(text).kind == "empty"


@pytest.mark.parametrize(
    "text",
    ["29.01.1993", "58-04-29", "1957-1958", "2009-010000", "2010-02-30", "2010-13", "-0043-03-15", "719163", "?", "XX"],
)
def test_broken_forms_are_told_and_not_read(text):
    cell = read_cell(text)
    assert (cell.kind, cell.day) == ("broken", None)
    assert cell.why
