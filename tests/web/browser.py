"""The system's Chromium, and a portal served to it on this machine: what all browser tests share."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from playwright.sync_api import Browser, sync_playwright

from servanda.web.wsgi import portal

REQUIRED = "SERVANDA_BROWSER_REQUIRED"
MISSING = "no Chromium is on the path: install it (on Debian the package chromium) to run the browser tests"


class Quiet(WSGIRequestHandler):
    """A handler that does not write a line for each request."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class Threads(ThreadingMixIn, WSGIServer):
    """A server that answers several requests at a time."""

    daemon_threads = True


@contextmanager
def served(journal: Path) -> Iterator[str]:
    """The address of a portal over a journal."""
    with make_server("127.0.0.1", 0, portal(str(journal)), Threads, Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; where none is found the tests are skipped, or fail where it is required."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        (pytest.fail if os.environ.get(REQUIRED) else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
