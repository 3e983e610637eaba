"""Due days as a calendar to subscribe to (RFC 5545).

A thing with a due day is an all-day event; where the day is a month or a year it spans all of it, since no day is
guessed. What has no due day is in no calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from servanda.days import Day
from servanda.exchange.notices import Notice

TYPE = "text/calendar; charset=utf-8"
_WIDTH = 75


def calendar(found: Iterable[Notice], title: str) -> bytes:
    """The calendar of notices, its lines folded at 75 octets and ended by CRLF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Servanda//Reminders//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(title)}")
    for one in found:
        if one.due is not None:
            lines += _event(one, one.due)
    lines.append("END:VCALENDAR")
    return b"".join(folded for line in lines for folded in _folded(line))


def _event(one: Notice, due: Day) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.key}"
    yield f"DTSTAMP:{_stamp(one.moment)}"
    yield f"DTSTART;VALUE=DATE:{_day(due.first)}"
    if due.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(due.last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(one.words)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(one.reasons))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


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
