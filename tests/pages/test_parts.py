"""The parts that pages are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from servanda.acts.consent import Consent
from servanda.acts.membership import Join
from servanda.days import Day, Period
from servanda.law.conditions.share import percent
from servanda.pages.parts import CLOSING, View, period_ends
from servanda.words.phrases import listed, say
from tests.pages.league import HOSTILE, book, entered, journal, view
from tests.records_in_text import book_of


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


def test_a_note_is_told_once_the_days_it_names_have_passed() -> None:
    note = "Still only applies it, as told in 2023."
    assert view(date(2014, 1, 1)).note(note) == view(date(2023, 12, 30)).note(note) == ""
    assert view(date(2023, 12, 31)).note(note) == note
    assert view(date(1990, 1, 1)).note("Kept in one copy.") == "Kept in one copy."


def test_the_note_of_an_act_obeys_the_day_of_the_page() -> None:
    record = '1990-01-01 instrument x "Treaty"\n1991-01-01 ratify x GB\n  note "Left on 2001-05-01."\n'
    seen = View(book_of(record), date(2000, 1, 1))
    held = seen.book.held[1]
    assert (seen.act(held).note, replace(seen, as_of=date(2001, 5, 1)).act(held).note) == ("", "Left on 2001-05-01.")


def test_what_is_missing_is_data_beside_its_words() -> None:
    more = say("consent of {number} of {parties}", number=2, parties=listed(["DE", "AT", "NO"]))
    row = view().missing(more)
    assert (row.number, [one.code for one in row.parties]) == (2, ["AT", "DE", "NO"])
    share = view().missing(say("{part} more of {table}", part=percent(Fraction(3, 100)), table="ghg"))
    assert (share.words, share.share, share.number) == ("3.00 % more of ghg", "3/100", None)
    assert view().missing(say("{amount} more of {table}", amount=Fraction(7, 2), table="t")).amount == "7/2"
