"""The addresses of the portal."""

from __future__ import annotations

from django.urls import path

from servanda.web import feeds, maps
from servanda.web.answering import answer
from servanda.web.assets import asset
from servanda.web.health import health
from servanda.web.metrics import metrics
from servanda.web.proof import proof
from servanda.web.screens import SCREENS

urlpatterns = [
    path("journal/<int:number>.tlog-proof", proof),
    path("states/<str:name>/due.ics", feeds.calendar, name="calendar"),
    path("states/<str:name>/due.atom", feeds.feed, name="feed"),
    path("states/<str:name>/calendar.ics", feeds.state_calendar, name="state calendar"),
    path("organs/<path:name>/calendar.ics", feeds.organ_calendar, name="organ calendar"),
    path("journal.atom", feeds.journal, name="new acts"),
    path("openapi", maps.description, name="openapi"),
    path("sitemap.xml", maps.sitemap, name="sitemap"),
    path("robots.txt", maps.robots, name="robots"),
    path("health", health, name="health"),
    path("metrics", metrics, name="metrics"),
    path("static/<str:name>", asset, name="static"),
    *(path(screen.route, answer(screen), name=screen.name) for screen in SCREENS),
]

handler400 = "servanda.web.refusing.bad_request"
handler404 = "servanda.web.refusing.not_found"
handler500 = "servanda.web.refusing.fault"
