"""Refusals as responses, in the layout of all pages or as JSON (RFC 9457)."""

from __future__ import annotations

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from servanda.web.layout import layout
from servanda.web.negotiation import wants_json
from servanda.web.query import Query
from servanda.web.refusal import Refusal
from servanda.web.screen import Screen


def refuse(
    request: HttpRequest, refusal: Refusal, screen: Screen | None = None, query: Query | None = None
) -> HttpResponse:
    """The response that tells why an address cannot be answered; it keeps the screen and the day, where known."""
    if wants_json(request):
        response = HttpResponse(_json(refusal), content_type="application/problem+json")
    else:
        page = render_to_string("refusal.html", {"refusal": refusal, **layout(request, screen, query)})
        response = HttpResponse(page)
    response.status_code = refusal.status
    response["Cache-Control"] = "no-store"
    response["Vary"] = "Accept"
    for name, value in refusal.headers.items():
        response[name] = value
    return response


def _json(refusal: Refusal) -> str:
    fields = {"status": refusal.status, "title": refusal.title, "detail": refusal.detail, "hint": refusal.hint}
    return json.dumps(fields, ensure_ascii=False, indent=1)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to an address that leads nowhere."""
    detail = f"The portal has no page {request.path}."
    return refuse(request, Refusal(404, "There is no such page", detail, "The pages are named at the top."))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to a request that Django refuses to read."""
    detail = "The request cannot be read."
    return refuse(request, Refusal(HTTPStatus.BAD_REQUEST, "That cannot be read", detail, "Go back and try again."))


def fault(request: HttpRequest) -> HttpResponse:
    """The answer where the portal itself has failed; what happened is in its log."""
    detail = "The portal has failed to make this page. The record is not affected."
    hint = "Try again; if it happens again, tell whoever runs the portal the address and the time."
    return refuse(request, Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "A fault of ours", detail, hint))
