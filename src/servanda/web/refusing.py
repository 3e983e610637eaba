"""Refusals as responses, in the layout of all pages or as JSON (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from servanda.web.layout import layout
from servanda.web.negotiation import wants_json
from servanda.web.query import Query, language_of
from servanda.web.refusal import Refusal
from servanda.web.screen import Screen
from servanda.web.templating import render_page
from servanda.words.phrases import render, say


def refuse(
    request: HttpRequest, refusal: Refusal, screen: Screen | None = None, query: Query | None = None
) -> HttpResponse:
    """The response that tells why an address cannot be answered; it keeps the screen and the day, where known."""
    asked = query or Query(None, None, language_of(request))
    said = _said(refusal, asked.language)
    if wants_json(request):
        response = HttpResponse(_json(said), content_type="application/problem+json")
    else:
        context = {"refusal": said, **layout(request, screen, asked)}
        response = HttpResponse(render_page("refusal.html", asked.language, context))
    response.status_code = refusal.status
    response["Cache-Control"] = "no-store"
    response["Vary"] = "Accept, Accept-Language"
    for name, value in refusal.headers.items():
        response[name] = value
    return response


def _said(refusal: Refusal, language: str) -> Refusal:
    """The refusal in the language of its reader."""
    title, detail, hint = (render(words, language) for words in (refusal.title, refusal.detail, refusal.hint))
    return Refusal(refusal.status, title, detail, hint)


def _json(refusal: Refusal) -> str:
    fields = {"status": refusal.status, "title": refusal.title, "detail": refusal.detail, "hint": refusal.hint}
    return json.dumps(fields, ensure_ascii=False, indent=1)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to an address that leads nowhere."""
    detail = say("The portal has no page {path}.", path=request.path[:200])
    return refuse(request, Refusal(404, say("There is no such page"), detail, say("The pages are named at the top.")))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to a request that Django refuses to read."""
    detail, hint = say("The request cannot be read."), say("Go back and try again.")
    return refuse(request, Refusal(HTTPStatus.BAD_REQUEST, say("That cannot be read"), detail, hint))


def fault(request: HttpRequest) -> HttpResponse:
    """The answer where the portal itself has failed; what happened is in its log."""
    detail = say("The portal has failed to make this page. The record is not affected.")
    hint = say("Try again; if it happens again, tell whoever runs the portal the address and the time.")
    return refuse(request, Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, say("A fault of ours"), detail, hint))
