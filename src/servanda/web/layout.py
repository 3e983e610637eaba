"""What the layout of every page needs beside the record: sections, the as-of control, languages, citation, links."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from servanda.exchange.jsonld import linked
from servanda.exchange.tables import table_names
from servanda.pages.listed import field_label
from servanda.pages.parts import Page
from servanda.pages.sections import FROM
from servanda.web import negotiation
from servanda.web.links import Links
from servanda.web.places import Places
from servanda.web.query import Query, today
from servanda.web.screen import Screen
from servanda.words.catalogue import LANGUAGES
from servanda.words.languages import OWN_NAMES
from servanda.words.phrases import Phrase, say

SECTIONS: tuple[tuple[str, Phrase], ...] = (
    ("", say("Today")),
    ("sessions", say("Sessions")),
    ("documents", say("Documents")),
    ("states", say("States")),
    ("presidency", say("Presidency")),
    ("commitments", say("Commitments")),
    ("journal", say("Journal")),
)

# The pages of a section beside its first; `{year}` is the year of the day that the page speaks of.
WITHIN: dict[str, tuple[tuple[str, Phrase], ...]] = {
    "sessions": (
        ("sessions", say("Sessions")),
        ("calendar/{year}", say("Calendar")),
        ("organs", say("Organs")),
    ),
    "documents": (
        ("documents", say("Documents")),
        ("matrix", say("States × documents")),
    ),
    "commitments": (
        ("commitments", say("Commitments")),
        ("scoreboard", say("Scoreboard")),
        ("levels", say("Levels")),
        ("barriers", say("Barriers")),
    ),
}


def layout(
    request: HttpRequest,
    screen: Screen | None,
    query: Query | None,
    places: Places | None = None,
    page: Page | None = None,
) -> dict[str, Any]:
    """The context of the layout; for a refusal neither the screen nor the day need be known."""
    asked = query or Query(None, None)
    as_of: date = asked.as_of or today()
    path = request.path_info if screen else "/"
    section = screen.section if screen else None
    return {
        "sections": SECTIONS,
        "section": section,
        "within": [(target.format(year=f"{as_of.year:04}"), name) for target, name in WITHIN.get(section or "", ())],
        "as_of": as_of,
        "today": today(),
        "first_year": (places or Places()).first_year or as_of.year,
        "ways": _ways(as_of, asked),
        "asked": asked,
        "q": asked.written(as_of),
        "q_here": asked.here(as_of),
        "q_now": asked.known_now().here(as_of),
        "q_whole": asked.asking(**{FROM: ""}).here(as_of),
        "asking": lambda **own: quote(path) + asked.asking(**{FROM: "", **own}).here(as_of),
        "at": _elsewhere(asked.written(as_of)),
        "languages": _languages(asked, as_of),
        "wanted": OWN_NAMES[asked.wanted] if asked.wanted != asked.language else "",
        "known_by": lambda path, entry: path + replace(asked, known_by=entry).written(as_of),
        "path": quote(path),
        "here": path.lstrip("/"),
        "json_path": quote(path) + ".json",
        "host": _host(request),
        "origin": f"{request.scheme}://{_host(request)}",
        **(_files(page, asked.language) if page else {"tables": [], "is_linked": False}),
        **_links(Links(places or Places(), as_of, cache(asked.written))),
    }


def _files(page: Page, language: str) -> dict[str, Any]:
    """The tables of the page by their labels, where they can be had as files, and whether it can be as linked data."""
    kind: Any = type(page)
    names = table_names(kind) if "csv" in negotiation.SUFFIXES else ()
    return {
        "tables": [(name, field_label(kind, name, language)) for name in names],
        "is_linked": "jsonld" in negotiation.SUFFIXES and linked(page, "") is not None,
    }


def _elsewhere(query: str) -> Callable[..., str]:
    """The address of another page of the same day, asked what its screen may be asked."""

    @cache
    def at(path: str, **own: str) -> str:
        given = {name: value for name, value in own.items() if value}
        return path + query + ("&" + urlencode(given) if given else "")

    return at


def _ways(as_of: date, asked: Query) -> dict[str, str]:
    """The same page a year earlier, today, and a year later, where the calendar has such a day."""
    found = {"today": asked.here(today()), "earlier": "", "later": ""}
    for name, years in (("earlier", -1), ("later", 1)):
        with suppress(ValueError):
            found[name] = asked.here(_years_on(as_of, years))
    return found


def _years_on(day: date, years: int) -> date:
    """The same day in another year; the 29th of February becomes the 28th."""
    year = day.year + years
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _languages(asked: Query, as_of: date) -> list[tuple[str, str, str]]:
    """The languages of the interface: code, own name, and the query of this page in it."""
    return [(code, OWN_NAMES[code], asked.in_language(code).here(as_of)) for code in LANGUAGES]


def _links(links: Links) -> dict[str, Any]:
    """What the templates call to name things."""
    return {name: getattr(links, name) for name in ("thing", "party", "parties", "number", "to")}


def _host(request: HttpRequest) -> str:
    try:
        return request.get_host()
    except DisallowedHost:
        return ""
