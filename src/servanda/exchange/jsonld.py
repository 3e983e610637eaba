"""Pages as linked data: schema.org's Event, Legislation and Organization, in JSON-LD 1.1.

Only what the record tells: an attendee is who is recorded as present; a force is told as of the page's day.
"""

from __future__ import annotations

from typing import Any

from servanda.days import Day
from servanda.exchange.licences import licence_address
from servanda.pages.documents import DocumentPage
from servanda.pages.parts import Page, PartyRef
from servanda.pages.presidency import PresidencyPage
from servanda.pages.sessions import SessionPage
from servanda.pages.states import StatePage

Json = dict[str, Any]

LINKED: tuple[type[Page], ...] = (SessionPage, DocumentPage, StatePage, PresidencyPage)
"""The pages that are about one thing."""

CONTEXT = "https://schema.org"
_FORCE = {
    "in force": "InForce",
    "not in force": "NotInForce",
    "ended": "NotInForce",
    "may be in force": "PartiallyInForce",
}
_PRESENT = "present"


def linked(page: Page, host: str) -> Json | None:
    """The page as linked data, with whole addresses on a host; None for a page that is about no single thing."""
    match page:
        case SessionPage():
            told = _event(page)
        case DocumentPage():
            told = _legislation(page)
        case StatePage():
            told = {"@type": "Country", "name": page.party.name, "identifier": page.party.code}
        case PresidencyPage():
            told = {"@type": "Organization", "name": page.title}
        case _:
            return None
    address = host + page.address
    return {"@context": CONTEXT, "@id": address, "url": address, **_licence(page), **told}


def _licence(page: Page) -> Json:
    """The licence by its address, or by its name where it has none."""
    return {"license": licence_address(page.licence) or page.licence}


def _event(page: SessionPage) -> Json:
    virtual, place = page.format == "videoconference", page.place
    return _without_nothing(
        {
            "@type": "Event",
            "name": page.title,
            "identifier": page.id,
            "startDate": _date(page.on),
            "eventStatus": f"{CONTEXT}/EventScheduled",
            "eventAttendanceMode": _mode(page.format),
            "location": {"@type": "VirtualLocation"}
            if virtual
            else {"@type": "Place", "name": place}
            if place
            else None,
            "organizer": {"@type": "Organization", "name": page.organ.title, "identifier": page.organ.id},
            "attendee": [_country(row.party) for row in page.attendance if row.presence == _PRESENT],
            "about": [{"@type": "Legislation", "name": row.document.title} for row in page.outcomes],
        }
    )


def _legislation(page: DocumentPage) -> Json:
    since = page.notified or page.published or page.computed
    force = _FORCE.get(page.state)
    return _without_nothing(
        {
            "@type": "Legislation",
            "name": page.title,
            "legislationIdentifier": page.id,
            "legislationType": page.character,
            "legislationDate": _date(page.adopted),
            "legislationLegalForce": f"{CONTEXT}/{force}" if force else None,
            "temporalCoverage": f"{_date(since)}/.." if since and _date(since) and page.state == "in force" else None,
            "legislationPassedBy": _organisation(page.organisation.title) if page.organisation else None,
            "contributor": [_country(row.party) for row in page.chart if row.signed or row.consented],
        }
    )


def _mode(format_: str) -> str | None:
    modes = {"videoconference": "Online", "in person": "Offline", "hybrid": "Mixed"}
    return f"{CONTEXT}/{modes[format_]}EventAttendanceMode" if format_ in modes else None


def _organisation(name: str) -> Json:
    return {"@type": "Organization", "name": name}


def _country(party: PartyRef) -> Json:
    return {"@type": "Country", "name": party.name, "identifier": party.code}


def _date(day: Day | None) -> str | None:
    """A day as schema.org writes it: whole, or a month or a year; one that is less certain is left out."""
    written = str(day) if day else ""
    return written if written and ".." not in written and "~" not in written else None


def _without_nothing(told: Json) -> Json:
    return {name: value for name, value in told.items() if value not in (None, "", [])}
