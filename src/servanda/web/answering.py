"""From a request to a response: one way for all screens and both faces."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

import servanda
from servanda.exchange.licences import licence_link
from servanda.journal import StoreFailed
from servanda.pages.parts import Page, View
from servanda.pages.sections import FROM
from servanda.web.files import file, table_asked
from servanda.web.layout import layout
from servanda.web.library import Unavailable, library
from servanda.web.negotiation import SECTIONED, face_of
from servanda.web.places import Places
from servanda.web.query import Query, read_query, today
from servanda.web.refusal import Refusal
from servanda.web.refusing import refuse
from servanda.web.screen import Screen
from servanda.web.templating import render_page
from servanda.words.phrases import joined, say


def answer(screen: Screen) -> Callable[..., HttpResponse]:
    """The view of a screen."""

    def respond(request: HttpRequest, **parts: str) -> HttpResponse:
        query = None
        try:
            query = read_query(request, screen.asks)
            return _answer(screen, request, query, parts)
        except Refusal as refusal:
            return refuse(request, refusal, screen, query)
        except (Unavailable, StoreFailed) as failure:
            return refuse(request, unavailable(failure), screen, query)

    return respond


def _answer(screen: Screen, request: HttpRequest, query: Query, parts: dict[str, str]) -> HttpResponse:
    if query.as_of is None:
        return _to_today(request, query)
    size = library().size()
    _require_known(query, size)
    tag = etag(request, size)
    if tag in request.headers.get("If-None-Match", ""):
        return _described(HttpResponse(status=304), tag)
    volume = library().volume(query.known_by, query.as_of)
    own = dict(query.own)
    view = View(volume.book, query.as_of, query.language, query.known, start=_start(request, int(own.pop(FROM, 1))))
    page = screen.record(view, **parts, **own)
    if page is None:
        raise _unknown(screen, query, parts)
    return _described(_response(request, screen, query, page, volume.places), tag)


def _start(request: HttpRequest, asked: int) -> int | None:
    """The row with which the page begins; a file that is kept has all rows, whatever section was on the screen."""
    return asked if face_of(request) in SECTIONED else None


def _to_today(request: HttpRequest, query: Query) -> HttpResponse:
    """Send the visitor to the same address with the day in it; the path was routed, so it is ours."""
    table = table_asked(request)
    kept = f"&{urlencode({'table': table})}" if table else ""
    response = HttpResponseRedirect(request.path + query.here(today()) + kept)
    response["Cache-Control"] = "no-store"
    response["Vary"] = "Accept-Language"
    return response


def _require_known(query: Query, size: int) -> None:
    if isinstance(query.known_by, int) and query.known_by > size:
        detail = say("The journal has {size} entries; there is no entry {entry}.", size=size, entry=query.known_by)
        raise Refusal(404, say("Not known yet"), detail, say("Leave known-by out to see what is known now."))


def _unknown(screen: Screen, query: Query, parts: dict[str, str]) -> Refusal:
    name = "".join(letter if letter.isprintable() else "�" for letter in " ".join(parts.values()))
    known = say("today") if query.known_by is None else query.known
    detail = say(
        "As of this day and as known {known}, the record holds {nothing} “{name}”.",
        known=known,
        nothing=screen.nothing,
        name=name,
    )
    hint = say("It may be recorded from a later day on, or be misspelt.")
    return Refusal(404, say("Not in the record"), detail, hint)


def _response(request: HttpRequest, screen: Screen, query: Query, page: Page, places: Places) -> HttpResponse:
    """The page in the face that is asked for, with the licence of its data in a header."""
    if face_of(request) != "html":
        return licensed(file(request, page), page.licence)
    context = {"page": page, **layout(request, screen, query, places, page)}
    return licensed(HttpResponse(render_page(screen.template, query.language, context)), page.licence)


def licensed(response: HttpResponse, licence: str) -> HttpResponse:
    """The response with the licence of its data as a link, where its terms have an address."""
    link = licence_link(licence)
    if link:
        response["Link"] = link
    return response


def _described(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept"
    return response


def unavailable(failure: Unavailable | StoreFailed) -> Refusal:
    """What a visitor is told when the journal cannot be read."""
    problems = failure.problems if isinstance(failure, Unavailable) else [failure.problem]
    told = joined("; ", [f"{one.code} {one.message}" for one in problems])
    detail = say("The journal cannot be read now: {problems}.", problems=told)
    hint = " ".join(one.hint[:1].upper() + one.hint[1:] + "." for one in problems if one.hint)
    return Refusal(503, say("The record is not at hand"), detail, hint, {"Retry-After": "30"})


def etag(request: HttpRequest, size: int) -> str:
    """The tag of an answer: the head of the journal, the edition of the program, the address and the face."""
    asked = f"{request.path_info} {request.META.get('QUERY_STRING', '')} {face_of(request)}"
    address = f"{edition()} {request.get_host()} {asked}"
    return f'"{size}-{hashlib.sha256(address.encode(errors="replace")).hexdigest()[:20]}"'


@cache
def edition() -> str:
    """The hash of the program, so that a page made by an older one is not taken for this one's."""
    root = Path(servanda.__file__).parent
    kinds = {".py", ".html", ".css", ".svg", ".tsv", ".toml", ".po", ".js", ".woff2", ".typ"}
    files = sorted(path for path in root.rglob("*") if path.suffix in kinds)
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
