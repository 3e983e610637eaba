"""Calendars and feeds: of what waits for a state, of the sessions of an organ, of the acts as they are entered."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from servanda.acts import identity
from servanda.book import Book, Held
from servanda.exchange import meetings
from servanda.exchange.new_acts import hash_name
from servanda.pages.parts import View
from servanda.text import read
from tests.web.portal import Portal


def test_what_waits_is_a_calendar(portal: Portal) -> None:
    answer = portal.get("/states/DK/due.ics")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    events = Calendar.from_ical(answer.body).walk("VEVENT")
    assert sorted(str(event.decoded("DTSTART")) for event in events) == ["2021-06-30", "2022-09-01"]
    again = portal.get("/states/DK/due.ics", if_none_match=answer.headers["etag"])
    assert again.status == 304


def test_what_waits_is_a_feed(portal: Portal) -> None:
    answer = portal.get("/states/DK/due.atom")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", ["/states/QQ/due.ics", "/states/league/due.atom"])
def test_a_state_that_is_none_has_no_feed(portal: Portal, path: str) -> None:
    assert portal.get(path).status == 404


def test_the_sessions_of_an_organ_are_a_calendar(portal: Portal) -> None:
    answer = portal.get("/organs/league/council/calendar.ics")
    events = Calendar.from_ical(answer.body).walk("VEVENT")
    days = {str(event.decoded("DTSTART")): event for event in events}
    assert {"2019-10-11", "2020-12-18"} <= days.keys()
    held = days["2020-12-18"]
    assert (held["STATUS"], int(held["SEQUENCE"])) == ("CONFIRMED", 0)
    assert held["URL"] == "http://localhost/sessions/league/council/2020-12-18"
    assert held.decoded("LAST-MODIFIED") == held.decoded("DTSTAMP")
    assert portal.get("/organs/none/calendar.ics").status == 404


def test_the_calendar_of_a_state_has_what_is_due_and_its_sessions(portal: Portal) -> None:
    events = Calendar.from_ical(portal.get("/states/DK/calendar.ics").body).walk("VEVENT")
    days = [str(event.decoded("DTSTART")) for event in events]
    assert {"2021-06-30", "2022-09-01", "2020-12-18"} <= set(days)
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_a_proposed_session_is_tentative_until_its_day_and_a_session_told_again_is_revised() -> None:
    text = """
2000-01-01 organisation club "Club"
2000-01-01 organ club/board "Board"
2020-01-01 convene club/board/2020-01-01
2020-01-01 propose club/board/2020-01-01/p1 AT "meet" next-session 2020-06-01
2020-01-02 reschedule club/board/2020-01-01 from 2019-12-01
"""
    text = text.replace(" next-session", "\n  next-session")
    book = Book.build(Held(one.act, identity(one.act), number) for number, one in enumerate(read(text).acts, 1))
    told = {one.status: one for one in meetings.of_organ(View(book, date(2020, 3, 1)), "club/board")}
    assert (told["TENTATIVE"].on.first, told["CONFIRMED"].sequence) == (date(2020, 6, 1), 1)
    later = meetings.of_organ(View(book, date(2020, 7, 1)), "club/board")
    assert [one.key for one in later] == [told["CONFIRMED"].key]


ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")


def faults(feed: ET.Element) -> list[str]:
    """What a feed has against RFC 4287: 4.1.1 and 4.1.2 say what must be there, and how often."""
    found = [] if feed.tag == f"{ATOM}feed" else ["no feed"]
    for holder in (feed, *feed.iter(f"{ATOM}entry")):
        names = ("id", "title", "updated")
        found += [f"{name} not once" for name in names if len(holder.findall(f"{ATOM}{name}")) != 1]
        found += [
            f"no moment: {one.text}" for one in holder.findall(f"{ATOM}updated") if not MOMENT.fullmatch(one.text or "")
        ]
        found += ["no address" for one in holder.findall(f"{ATOM}id") if ":" not in (one.text or "")]
        found += ["no name" for one in holder.findall(f"{ATOM}author") if not one.findtext(f"{ATOM}name")]
        links = [
            (one.get("rel"), one.get("hreflang"))
            for one in holder.findall(f"{ATOM}link")
            if one.get("rel") == "alternate"
        ]
        found += ["two alternates"] if len(links) > 1 else []
        if holder is not feed and not (links or holder.find(f"{ATOM}content") is not None):
            found.append("neither alternate nor content")
    if feed.find(f"{ATOM}author") is None and any(
        one.find(f"{ATOM}author") is None for one in feed.iter(f"{ATOM}entry")
    ):
        found.append("no author")
    return found


@pytest.mark.parametrize("address", ["/journal.atom", "/journal.atom?before=20", "/states/DK/due.atom"])
def test_a_feed_is_as_rfc_4287_says(portal: Portal, address: str) -> None:
    feed = ET.fromstring(portal.get(address).text)  # noqa: S314 - our own
    assert faults(feed) == []
    names = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    assert len(names) == len(set(names)) > 0
    own = [one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert own == [f"http://localhost{address}"]


def test_a_feed_without_what_it_must_have_has_faults() -> None:
    feed = ET.Element(f"{ATOM}feed")
    ET.SubElement(feed, f"{ATOM}entry")
    assert {"id not once", "no author", "neither alternate nor content"} <= set(faults(feed))


def test_the_pages_of_the_journal_s_feed_hold_every_act_once_the_newest_first(portal: Portal) -> None:
    address, told = "/journal.atom", []
    while address:
        feed = ET.fromstring(portal.get(address).text)  # noqa: S314 - our own
        told += [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
        links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
        address = (links.get("next") or "").removeprefix("http://localhost")
    journal = portal.library.journal()
    assert told == [hash_name(entry.act_id) for entry in journal.entries()][::-1]


@pytest.mark.parametrize("before", ["0", "-1", "x", "99999999", "1&before=2", "9" * 200, "%D9%A3"])
def test_a_page_of_the_feed_that_is_none_is_refused(portal: Portal, before: str) -> None:
    assert portal.get(f"/journal.atom?before={before}").status == 404
