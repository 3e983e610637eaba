"""What the layout of every page needs beside the record: navigation, the as-of control, citation, links."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from servanda.web.links import Links
from servanda.web.places import Places
from servanda.web.query import Query, today
from servanda.web.screen import Screen

SECTIONS = (
    ("", "Today"),
    ("sessions", "Sessions"),
    ("documents", "Documents"),
    ("states", "States"),
    ("presidency", "Presidency"),
    ("commitments", "Commitments"),
    ("scoreboard", "Scoreboard"),
    ("levels", "Levels"),
    ("barriers", "Barriers"),
    ("journal", "Journal"),
)


def layout(
    request: HttpRequest, screen: Screen | None, query: Query | None, places: Places | None = None
) -> dict[str, Any]:
    """The context of the layout; for a refusal neither the screen nor the query is known."""
    as_of: date = (query.as_of if query else None) or today()
    asked = query or Query(as_of, None)
    path = request.path_info if screen else "/"
    return {
        "sections": SECTIONS,
        "section": screen.section if screen else None,
        "as_of": as_of,
        "asked": asked,
        "q": asked.written(as_of),
        "q_now": Query(as_of, None).written(as_of),
        "path": quote(path),
        "json_path": quote(path) + ".json",
        "host": _host(request),
        **_links(Links(places or Places(), asked.written(as_of))),
    }


def _links(links: Links) -> dict[str, Any]:
    """What the templates call to name things."""
    return {name: getattr(links, name) for name in ("thing", "party", "parties", "number", "to")}


def _host(request: HttpRequest) -> str:
    try:
        return request.get_host()
    except DisallowedHost:
        return ""
