"""Names with their links."""

from __future__ import annotations

from datetime import date

from servanda.pages.parts import PartyRef, ThingRef
from servanda.web.links import Links
from servanda.web.places import Places
from tests.pages.league import HOSTILE, book
from tests.records_in_text import book_of

LINKS = Links(Places.of(book()), date(2021, 1, 1), lambda day: f"?as-of={day}&known-by=7")


def test_a_thing_leads_to_its_page_with_the_day_and_the_knowledge() -> None:
    shown = LINKS.thing(ThingRef("river-treaty", f"Rivers {HOSTILE}"))
    assert shown.startswith('<a href="/documents/river-treaty?as-of=2021-01-01&amp;known-by=7">Rivers &lt;script&gt;')
    assert "<script" not in shown


def test_a_thing_without_a_page_keeps_its_name_as_a_tip() -> None:
    assert LINKS.thing(ThingRef("league/office", "Council")) == '<span title="league/office">Council</span>'
    assert LINKS.thing(ThingRef("<b>", "<b>")) == "&lt;b&gt;"


def test_parties_stand_in_a_row() -> None:
    row = LINKS.parties([PartyRef("AT", "Austria"), PartyRef("nobody", "nobody")])
    assert row == '<a href="/states/AT?as-of=2021-01-01&amp;known-by=7">Austria</a>, nobody'


def test_a_number_leads_to_its_rows_if_there_are_any() -> None:
    assert LINKS.number(2, "#rows") == '<a href="#rows">2</a>'
    assert LINKS.number(0, "#rows") == "0"


def test_what_has_no_page_yet_is_linked_as_of_its_first_day() -> None:
    links = Links(Places.of(book()), date(2015, 1, 1), lambda day: f"?as-of={day}")
    assert links.to("league/council/2020-12-18") == "/sessions/league/council/2020-12-18?as-of=2020-12-18"
    assert links.to("river-treaty") == "/documents/river-treaty?as-of=2015-01-01"


def test_a_milestone_is_told_on_the_page_of_its_commitment_and_a_duty_to_report_on_its_own():
    text = """
2020-12-18 undertake promise/1 BY "send"
2021-01-20 milestone promise/1/m1 "a draft"
  under promise/1
2021-01-20 require-report promise/1/reports BY "on it" first 2021-06-30
"""
    places = Places.of(book_of(text))
    assert places.link("promise/1/m1", "?as-of=2021-02-01") == "/commitments/promise/1?as-of=2021-02-01#milestones"
    assert places.link("promise/1/reports", "") == "/commitments/promise/1/reports"
    assert places.link("promise/1/m2", "") == ""
