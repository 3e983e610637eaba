"""The addresses of the portal."""

from __future__ import annotations

from django.urls import path

from servanda.web.answering import answer
from servanda.web.assets import asset
from servanda.web.feeds import calendar, feed
from servanda.web.health import health
from servanda.web.metrics import metrics
from servanda.web.proof import proof
from servanda.web.screens import SCREENS

urlpatterns = [
    *(path(screen.route, answer(screen), name=screen.name) for screen in SCREENS),
    path("journal/<int:number>.tlog-proof", proof),
    path("states/<str:code>/due.ics", calendar, name="calendar"),
    path("states/<str:code>/due.atom", feed, name="feed"),
    path("health", health, name="health"),
    path("metrics", metrics, name="metrics"),
    path("static/<str:name>", asset, name="static"),
]

handler400 = "servanda.web.refusing.bad_request"
handler404 = "servanda.web.refusing.not_found"
handler500 = "servanda.web.refusing.fault"
