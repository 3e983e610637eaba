"""The calendar and the feed of a state."""

from __future__ import annotations

import pytest
from icalendar import Calendar

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
