"""What would change: computed apart from what was notified or published, with several acts, entering nothing."""

from __future__ import annotations

from datetime import date

from servanda.acts import Act
from servanda.pages.parts import View
from servanda.pages.whatif import WhatIfPage, whatif_page
from tests.records_in_text import acts_of, book_of

TREATY = """
1990-01-01 instrument x "Treaty"
1990-01-01 clause x entry-into-force
  when 3 deposits
  then +30 days
1991-01-01 ratify x GB
"""
DAY = date(2000, 1, 1)


def supposed(*lines: str) -> list[Act]:
    return [located.act for line in lines for located in acts_of(line)]


def asked(record: str, *lines: str) -> WhatIfPage:
    return whatif_page(View(book_of(record), DAY), "x", supposed(*lines), DAY)


def test_several_acts_are_supposed_at_once() -> None:
    page = asked(TREATY, "1992-01-01 ratify x FR", "1993-01-01 ratify x DE")
    assert page.acts == ["1992-01-01 ratify x FR", "1993-01-01 ratify x DE"]
    assert (page.now, page.then, str(page.since)) == ("not in force", "in force", "1993-01-31")
    assert {row.party.code: (row.now, row.then) for row in page.changes} == {
        "DE": ("unknown", "party"),
        "FR": ("unknown", "party"),
        "GB": ("contracting State", "party"),
    }


def test_what_would_still_be_missing_is_told_as_words_and_as_data() -> None:
    page = asked(TREATY, "1992-01-01 ratify x FR")
    assert (page.missing, page.lacking[0].number) == (["1 more deposits"], 1)


def test_a_published_date_stands_beside_and_is_not_mixed_in() -> None:
    published = (
        TREATY + '1995-06-01 expect x in force since 1995-06-01\n  known-difference "two consents are not found"\n'
    )
    page = asked(published, "1996-01-01 ratify x FR")
    assert (page.basis, str(page.published)) == ("computed", "1995-06-01")
    assert (page.now, page.then, page.since) == ("not in force", "not in force", None)
    assert page.told.startswith("published 1 June 1995; a supposed act does not change this")


def test_without_a_clause_entry_into_force_stays_as_it_was_told() -> None:
    notified = '1990-01-01 instrument x "Treaty"\n1991-01-01 ratify x GB\n1995-01-01 notify-force x since 1995-06-01\n'
    page = asked(notified, "1994-01-01 ratify x FR")
    assert (page.basis, page.now, page.then, str(page.since)) == ("told", "in force", "in force", "1995-06-01")
    assert [row.party.code for row in page.changes] == ["FR"]
    assert "only standings are computed" in page.told


def test_nothing_is_said_of_what_nobody_told() -> None:
    assert asked(TREATY, "1992-01-01 ratify x FR").told == ""


def test_it_is_told_in_russian_too() -> None:
    page = whatif_page(View(book_of(TREATY), DAY, "ru"), "x", supposed("1992-01-01 ratify x FR"), DAY)
    assert page.title == "Что, если: 1992-01-01 ratify x FR"
    assert page.missing == ["ещё 1 (сданные на хранение грамоты)"]
