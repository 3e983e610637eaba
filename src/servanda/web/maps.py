"""What crawlers ask for first: robots.txt and sitemap.xml; and the description of the portal for machines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from urllib.parse import quote
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse

from servanda.exchange.openapi import openapi
from servanda.journal import StoreFailed
from servanda.pages.addresses import ADDRESSES
from servanda.pages.faces import to_json
from servanda.pages.parts import LICENCE
from servanda.web.answering import edition, etag, licensed, unavailable
from servanda.web.library import Unavailable, library
from servanda.web.places import Places
from servanda.web.query import today
from servanda.web.refusing import not_found, refuse

MOST = 50_000
"""So many addresses a site map may name (sitemaps.org)."""

_UNNAMED = ("/search",)
"""Pages without an end, which no map names."""


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; pages of other days than today's and searches need not be, since they have no end."""
    host = f"{request.scheme}://{request.get_host()}"
    lines = ["User-agent: *", "Disallow: /search", "Disallow: /*known-by=", f"Sitemap: {host}/sitemap.xml", ""]
    return _kept(HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8"), edition()[:20])


def sitemap(request: HttpRequest) -> HttpResponse:
    """The addresses of all pages that a visitor of today can reach, without the day, so that they stay."""
    try:
        tag = etag(request, library().size())
        if tag in request.headers.get("If-None-Match", ""):
            return _kept(HttpResponse(status=304), tag.strip('"'))
        places = library().volume(None, today()).places
    except (Unavailable, StoreFailed) as failure:
        return refuse(request, unavailable(failure))
    host = f"{request.scheme}://{request.get_host()}"
    told = "".join(f"<url><loc>{escape(host + path)}</loc></url>\n" for path in list(_paths(places))[:MOST])
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{told}</urlset>\n'
    return _kept(HttpResponse(text, content_type="application/xml; charset=utf-8"), tag.strip('"'))


def _paths(places: Places) -> Iterator[str]:
    """The lists first, then the things."""
    lists = (address.path for address in ADDRESSES if address.path == address.path.lower())
    yield from (path for path in lists if path not in _UNNAMED)
    yield from places.pages.values()
    yield from (f"/commitments/{quote(name)}" for name in sorted(places.commitments))


def description(request: HttpRequest) -> HttpResponse:
    """The portal for machines, at `/openapi.json`."""
    if getattr(request, "suffix", "") != "json":
        return not_found(request, LookupError())
    tag = edition()[:20]
    if tag in request.headers.get("If-None-Match", ""):
        return _kept(HttpResponse(status=304), tag)
    return _kept(licensed(HttpResponse(_described(), content_type="application/json"), LICENCE), tag)


@cache
def _described() -> bytes:
    return to_json(openapi(ADDRESSES, version("servanda")))


def _kept(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"], response["Cache-Control"] = f'"{tag}"', "no-cache"
    return response
