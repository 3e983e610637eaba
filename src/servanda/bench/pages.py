"""What a page costs: processor time for each request that no cache answers, beside an empty view of the same run.

Each request asks about a day that was not asked about before, so that nothing is remembered of it but the book itself.
Then, in a process of its own: cached requests a second by one worker, and the memory of that worker with the record.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from servanda.bench.assembly import assembly, last_day, last_session
from servanda.bench.serving import Served
from servanda.data import shipped
from servanda.journal import open_journal
from servanda.record import enter, load

RUNS = 15
SECONDS = 3.0
_MOMENT = "2026-01-01T00:00:00Z"

Ask = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Pages:
    """The figures: milliseconds of processor time a request, requests a second, mebibytes."""

    session_ms: float
    sessions_ms: float
    matrix_ms: float
    hello_ms: float
    session_again_ms: float
    sessions_again_ms: float
    matrix_again_ms: float
    cached_per_s: float
    rss_mb: float
    first_page_ms: float

    def as_json(self) -> dict[str, float]:
        """The same as plain values."""
        return asdict(self)


def measure() -> Pages:
    """Measure the pages of the assembly, and a server with the record of the CIS."""
    with tempfile.TemporaryDirectory(prefix="servanda-bench-") as folder:
        here = Path(folder)
        ask = _portal(_journal(here / "assembly.db", [_assembly_file(here)]))
        record = _journal(here / "record.db", [shipped("records")])
        figures = {name: _cost(ask, path) for name, path in _paths().items()}
        served = Served.over(record, "/sessions/cis/chs/2020-12-18?as-of=2020-12-18", SECONDS)
    return Pages(
        **{f"{name}_ms": first for name, (first, _again) in figures.items()},
        **{f"{name}_again_ms": again for name, (_first, again) in figures.items() if name != "hello"},
        cached_per_s=served.per_second,
        rss_mb=served.memory,
        first_page_ms=served.first_page,
    )


def _paths() -> dict[str, str]:
    return {
        "session": f"/sessions/{last_session()}",
        "sessions": "/sessions",
        "matrix": "/matrix/assembly",
        "hello": "/hello",
    }


def _assembly_file(folder: Path) -> Path:
    file = folder / "assembly.acts"
    file.write_text(assembly(), encoding="utf-8")
    return file


def _journal(path: Path, files: list[Path]) -> str:
    """A journal with the acts of files."""
    journal, problems = open_journal(str(path), create=True)
    assert journal is not None, problems
    with journal:
        entered = enter(journal, load(files).acts, moment=_MOMENT, by="bench")
        assert entered.entered, entered.problems
    return str(path)


def _portal(address: str) -> Ask:
    """The portal over a journal, without its cache of answers; gives the status of what is asked."""
    os.environ.setdefault("SERVANDA_SECRET_KEY", "of a bench that serves nobody and keeps nothing for itself")
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler

    from servanda.web.wsgi import portal

    portal(address)
    settings.ROOT_URLCONF = "servanda.bench.hello"
    handler = WSGIHandler()

    def ask(path: str) -> int:
        statuses: list[int] = []
        chunks = handler(_environ(path), lambda status, _headers, _error=None: statuses.append(int(status[:3])))
        b"".join(chunks)
        return statuses[0]

    return ask


def _environ(address: str) -> dict[str, Any]:
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT": "text/html",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.version": (1, 0),
    }


def _cost(ask: Ask, path: str) -> tuple[float, float]:
    """Milliseconds for a day that is new, and for a day that was asked about before: medians."""
    days = [last_day() + timedelta(days=number) for number in range(RUNS + 1)]
    _timed(ask, path, days[-1])
    first = [_timed(ask, path, day) for day in days[:-1]]
    again = [_timed(ask, path, day) for day in days[:-1]]
    return round(median(first), 3), round(median(again), 3)


def _timed(ask: Ask, path: str, day: date) -> float:
    before = process_time()
    status = ask(f"{path}?as-of={day}")
    assert status == 200, f"{path} answers {status}"
    return (process_time() - before) * 1000
