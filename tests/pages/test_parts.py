"""The parts that pages are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from servanda.acts.consent import Consent
from servanda.acts.membership import Join
from servanda.days import Day, Period
from servanda.pages.parts import CLOSING, View, period_ends
from tests.pages.league import HOSTILE, book, entered, journal, view


def test_a_page_says_of_what_day_and_knowledge_it_speaks() -> None:
    known = replace(view(), known="12").frame("Title", "/path")
    assert known["address"] == "/path?as-of=2021-01-01&known-by=12"
    assert view().frame("Title", "/path")["address"] == "/path?as-of=2021-01-01"
    assert "depositary's notifications and the authentic texts prevail" in CLOSING


def test_parties_stand_in_the_alphabet_of_their_names() -> None:
    assert [ref.code for ref in view().parties(("NO", "CH", "BE", "AT"))] == ["AT", "BE", "NO", "CH"]


def test_an_act_opens_to_its_source_and_entry(tmp_path) -> None:
    path = journal(tmp_path / "league.db")
    seen = View(entered(path), date(2021, 1, 1))
    event = next(event for event in seen.book.events(Join) if event.party == "AT")
    (ref,) = seen.acts(event.ids)
    assert (ref.head, ref.confidence) == ("2000-01-01 join league AT BE CH", "read")
    assert ref.entry == seen.book.held[ref.entry - 1].number
    assert ref.sources[0].publisher == f"League {HOSTILE}"
    assert ref.sources[0].address.startswith("https://gazette.example")
    assert ref.sources[0].passage.startswith("Austria")


def test_an_act_is_told_once_however_many_reasons_rest_on_it() -> None:
    seen = view()
    held = seen.book.held[5]
    assert seen.act(held) is seen.act(held)
    assert replace(seen, as_of=date(2020, 1, 1)).act(held) is not seen.act(held)


def test_acts_that_the_book_does_not_hold_are_left_out() -> None:
    seen = view()
    event = seen.book.events(Consent)[0]
    assert len(seen.acts((*event.ids, *event.ids, "unknown"))) == 1


def test_a_source_that_is_not_declared_is_named() -> None:
    seen = View(book(), date(2021, 1, 1))
    act = next(one.act for one in seen.book.held if one.act.source)
    bare = replace(seen, book=type(seen.book).build(()))
    assert bare.sources(act)[0].title == act.source[0].of


def test_an_open_period_has_one_end() -> None:
    assert period_ends(None) == (None, None)
    assert period_ends(Period.parse("2014-01-01..")) == (Day.parse("2014-01-01"), None)
