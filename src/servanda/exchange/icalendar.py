"""Days as a calendar to subscribe to (RFC 5545): what is due, and when organs meet.

A thing with a day is an all-day event; where the day is a month or a year it spans all of it, since no day is guessed.
What has no day is in no calendar. An event keeps its UID for ever; when its day is moved its SEQUENCE grows, so that a
calendar that holds the earlier day moves it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.days import Day
from servanda.exchange.notices import Notice

TYPE = "text/calendar; charset=utf-8"
_WIDTH = 75


@dataclass(frozen=True, slots=True)
class Event:
    """One event: a name that never changes, its day, its words, the moment of the newest entry that tells of it."""

    key: str
    on: Day
    words: str
    text: str
    moment: str
    sequence: int = 0
    status: str = ""
    place: str = ""
    address: str = ""


def of_notices(found: Iterable[Notice]) -> list[Event]:
    """Notices with a due day as events."""
    return [
        Event(str(one.key), one.due, one.words, "\n".join(one.reasons), one.moment)
        for one in found
        if one.due is not None
    ]


def calendar(found: Iterable[Event], title: str, licence: str = "") -> bytes:
    """The calendar of events, its lines folded at 75 octets and ended by CRLF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Servanda//Reminders//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(title)}")
    if licence:
        lines.append(f"X-WR-CALDESC:{_escaped(licence)}")
    for one in found:
        lines += _event(one)
    lines.append("END:VCALENDAR")
    return b"".join(folded for line in lines for folded in _folded(line))


def _event(one: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.key}"
    yield f"DTSTAMP:{_stamp(one.moment)}"
    if one.moment:
        yield f"LAST-MODIFIED:{_stamp(one.moment)}"
    yield f"SEQUENCE:{one.sequence}"
    yield f"DTSTART;VALUE=DATE:{_day(one.on.first)}"
    if one.on.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(one.on.last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(one.words)}"
    if one.text:
        yield f"DESCRIPTION:{_escaped(one.text)}"
    yield from _told(one)
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(one: Event) -> Iterator[str]:
    """What not every event has."""
    if one.status:
        yield f"STATUS:{one.status}"
    if one.place:
        yield f"LOCATION:{_escaped(one.place)}"
    if one.address:
        yield f"URL:{one.address}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _stamp(moment: str) -> str:
    """The moment of entry; what stands in no journal has the beginning of time."""
    return moment.replace("-", "").replace(":", "") or "19700101T000000Z"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(letter for letter in text if letter.isprintable())


def _folded(line: str) -> Iterator[bytes]:
    """A line in pieces of at most 75 octets, none of which divides a letter."""
    piece, first = b"", True
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _WIDTH:
            yield piece + b"\r\n"
            piece, first = b" ", False
        piece += octets
    if first or piece:
        yield piece + b"\r\n"
