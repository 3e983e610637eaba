"""A byte cache in front of Django: a page asked for again costs a look-up, as long as the journal has not grown.

The key holds the head of the journal, the host, the path, the query and what is accepted, so nothing is ever stale;
what is asked for least recently goes first.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from servanda.logs import log
from servanda.web.library import Library, Unavailable

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]
Key = tuple[int, str, str, str, str]

ENTRIES = 512
BYTES = 24 * 1024 * 1024
LARGEST = BYTES // 8
_LONGEST_ACCEPT, _LONGEST_QUERY = 200, 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer with status 200."""

    headers: Headers
    tag: str
    body: bytes


class Cache:
    """A WSGI application that keeps what another one answers, within a number of answers and of bytes."""

    def __init__(self, application: Application, library: Library, entries: int = ENTRIES, size: int = BYTES) -> None:
        self._application = application
        self._library = library
        self._entries, self._size = entries, size
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer from the cache where it can be done, else ask the application."""
        key = self._key(environ)
        kept = self._find(key) if key else None
        if kept:
            log("kept answer")
            return _answer(kept, environ, start)
        answered: list[tuple[str, Headers]] = []
        body = b"".join(self._run(environ, answered))
        status, headers = answered[0]
        if key and status.startswith("200 ") and environ["REQUEST_METHOD"] == "GET":
            self._keep(key, headers, body)
        start(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _run(self, environ: Environ, answered: list[tuple[str, Headers]]) -> Iterable[bytes]:
        chunks = self._application(environ, lambda status, headers, _error=None: answered.append((status, headers)))
        try:
            yield from chunks
        finally:
            close = getattr(chunks, "close", None)
            if close:
                close()

    def _key(self, environ: Environ) -> Key | None:
        accept, query = environ.get("HTTP_ACCEPT", ""), environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or len(accept) > _LONGEST_ACCEPT:
            return None
        if len(query) > _LONGEST_QUERY:
            return None
        try:
            head = self._library.size()
        except Unavailable:
            return None
        return head, environ.get("HTTP_HOST", ""), environ["PATH_INFO"], query, accept

    def _find(self, key: Key) -> Kept | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
            return kept

    def _keep(self, key: Key, headers: Headers, body: bytes) -> None:
        """Keep an answer that has a tag; others (a sign of life, a static file) are not of the record."""
        tag = dict(headers).get("ETag", "")
        if not tag or len(body) > LARGEST:
            return
        with self._lock:
            self._bytes -= len(self._kept.pop(key).body) if key in self._kept else 0
            self._kept[key] = Kept(headers, tag, body)
            self._bytes += len(body)
            while len(self._kept) > self._entries or self._bytes > self._size:
                self._bytes -= len(self._kept.popitem(last=False)[1].body)


def _answer(kept: Kept, environ: Environ, start: Start) -> Iterable[bytes]:
    if kept.tag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start("304 Not Modified", [(name, value) for name, value in kept.headers if name != "Content-Length"])
        return []
    start("200 OK", kept.headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [kept.body]
