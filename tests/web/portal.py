"""A portal over a journal, asked as a server would ask it."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from servanda.web.library import install, library
from servanda.web.wsgi import portal


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


class Portal:
    """The whole application, with its cache; `inner` is Django alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.application = portal(str(path))
        self.inner = self.application._application
        self.library = library()

    def get(self, address: str, *, method: str = "GET", cached: bool = True, **headers: str) -> Answer:
        if library() is not self.library:  # another portal was made meanwhile
            install(str(self.path))
            self.library = self.application._library = library()
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SCRIPT_NAME": "",
            "HTTP_HOST": "localhost",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        answered: list[tuple[str, list[tuple[str, str]]]] = []
        application = self.application if cached else self.inner
        chunks = application(environ, lambda status, headers, _error=None: answered.append((status, headers)))
        body = b"".join(chunks)
        status, listed = answered[0]
        return Answer(int(status[:3]), {name.lower(): value for name, value in listed}, body)
