"""The statement "as known on": the status of every instrument, membership and commitment, in one canonical text.

It names the head of the journal that it rests on and nothing else goes into it, so that whoever has those entries
computes the same bytes, whatever was entered later. It is what a depositary circulates once a month.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from servanda.acts import canonical
from servanda.acts.declarations import Instrument, Organisation
from servanda.book import Book
from servanda.journal.checkpoint import Checkpoint
from servanda.status.commitments import commitments
from servanda.status.force import force
from servanda.status.membership import memberships
from servanda.status.party import chart
from servanda.status.presidency import presidency

FORMAT = "servanda/statement/1"


def statement(book: Book, head: Checkpoint, as_of: date) -> str:
    """State the record as of a day in one line of canonical JSON; `head` is that of the entries in the book."""
    value = {
        "format": FORMAT,
        "as_of": str(as_of),
        "journal": {
            "origin": head.origin,
            "size": head.size,
            "root": head.root.hex(),
            "moment": book.moment,
        },
        "instruments": [_instrument(book, name, as_of) for name in _names(book, Instrument, as_of)],
        "organisations": [_organisation(book, name, as_of) for name in _names(book, Organisation, as_of)],
        "commitments": _commitments(book, as_of),
    }
    return canonical(value).decode("utf-8") + "\n"


def _names(book: Book, kind: type[Instrument | Organisation], as_of: date) -> list[str]:
    return sorted({act.of for act, _event in book.acts(kind, None, as_of)})


def _instrument(book: Book, of: str, as_of: date) -> dict[str, Any]:
    found = force(book, of, as_of)
    days = {name: _day(getattr(found, name)) for name in ("since", "notified", "published", "computed", "ended")}
    parties = [
        {"party": one.party, "standing": str(one.word), "since": _day(one.since), "reserved": one.reserved}
        for one in sorted(chart(book, of, as_of), key=lambda one: one.party)
    ]
    return {"id": of, "state": str(found.state), **days, "parties": parties}


def _organisation(book: Book, of: str, as_of: date) -> dict[str, Any]:
    members = [
        {"party": one.party, "circle": one.circle, "since": _day(one.since), "leaving": _day(one.leaving)}
        for one in memberships(book, of, as_of)
    ]
    presiding = presidency(book, of, as_of)
    return {"id": of, "members": members, "presides": presiding.state, "co_chairs": sorted(presiding.co_chairs)}


def _commitments(book: Book, as_of: date) -> list[dict[str, Any]]:
    return sorted(
        (
            {
                "id": one.id,
                "party": one.party,
                "timing": str(one.timing),
                "performance": str(one.performance),
                "standing": str(one.standing),
                "due": _day(one.due),
            }
            for one in commitments(book, as_of)
        ),
        key=lambda row: (row["id"], row["party"]),
    )


def _day(day: object) -> str | None:
    return None if day is None else str(day)
