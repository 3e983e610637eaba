"""The portal as a WSGI application, for `servanda serve` and for any other server.

Another server imports `servanda.web.wsgi:application` with SERVANDA_JOURNAL in its environment.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

from django.core.handlers.wsgi import WSGIHandler

from servanda.journal import StoreFailed
from servanda.record.image import keep_image
from servanda.web.cache import Application, Cache, Environ, Start
from servanda.web.library import Unavailable, install, library
from servanda.web.query import today
from servanda.web.settings import configure

JOURNAL = "SERVANDA_JOURNAL"


def portal(address: str) -> Application:
    """The portal over the journal at an address."""
    configure()
    return Cache(WSGIHandler(), install(address))


@cache
def _portal() -> Application:
    return portal(os.environ.get(JOURNAL) or "servanda.db")


def application(environ: Environ, start_response: Start) -> Iterable[bytes]:
    """Answer a request for the journal that the environment names."""
    return _portal()(environ, start_response)


def warm() -> None:
    """Read the record before the first visitor comes; where it cannot be read, that visitor is told.

    The image of a large journal is written meanwhile, so that the next start is quicker.
    """
    _portal()
    with suppress(Unavailable, StoreFailed):
        volume = library().volume(None, today())
        keep_image(library().journal(), volume.book)
