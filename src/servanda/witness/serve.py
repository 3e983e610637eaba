"""The witness over HTTP: one address to post to, with limits on size, time and number, and the way to ask it."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Timer
from typing import Any, ClassVar
from urllib.parse import urlsplit

from servanda.journal.store import StoreFailed
from servanda.logs import log
from servanda.witness.answering import PLAIN, Answer, Signing, answer
from servanda.witness.asking import Post
from servanda.witness.house import House
from servanda.witness.request import LONGEST

PATH = "/add-checkpoint"
SECONDS = 10.0
LIFETIME = 60.0
AT_ONCE = 32


class Server(ThreadingHTTPServer):
    """A witness that answers so many at once; who comes when all are busy is turned away, not queued."""

    daemon_threads = True
    request_queue_size = AT_ONCE

    def __init__(self, house: House, host: str = "127.0.0.1", port: int = 0) -> None:
        self.house = house
        self.places = BoundedSemaphore(AT_ONCE)
        super().__init__((host, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        if self.places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke off is the other side's affair; nothing of it is printed."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout: ClassVar[float] = SECONDS
    protocol_version = "HTTP/1.1"
    server_version = "servanda-witness"
    sys_version = ""

    def setup(self) -> None:
        super().setup()
        # Who sends a byte every nine seconds is never late by the time-out, and would hold a place for ever.
        self.end_of_life = Timer(LIFETIME, _hang_up, [self.connection])
        self.end_of_life.daemon = True
        self.end_of_life.start()

    def finish(self) -> None:
        self.end_of_life.cancel()
        super().finish()

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal():
            self.close_with(Answer(411, "say how long the request is\n"))
        elif int(length) > LONGEST:
            self.close_with(Answer(413, f"a request has at most {LONGEST} bytes\n"))
        else:
            data = self.rfile.read(int(length))
            self.give(self.judged(data) if self.path.endswith(PATH) else Answer(404, f"post to {PATH}\n"))

    def do_GET(self) -> None:
        keys = "".join(f"{key.public}\n" for key in self.server.house.keys)
        self.give(Answer(200, keys) if self.path == "/" else Answer(404, f"post to {PATH}\n"))

    def judged(self, data: bytes) -> Answer:
        house = self.server.house
        try:
            return answer(data, house.logs, house.heads, Signing(house.keys, int(time.time())))
        except StoreFailed:
            return Answer(503, "the witness cannot reach its record now\n")

    def close_with(self, given: Answer) -> None:
        self.close_connection = True
        self.give(given)

    def give(self, given: Answer) -> None:
        body = given.body.encode()
        log("answer", page=PATH if self.path.endswith(PATH) else None, status=given.status)
        self.send_response(given.status)
        self.send_header("Content-Type", given.content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's own name
        """Nothing: an access log is the business of whoever stands in front."""


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def http_post(address: str) -> Post:
    """Give the way to a witness at an address, as http://localhost:8080; raises ValueError for another kind."""
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError(f"'{address}' is not an http address")

    def post(data: bytes) -> Answer | None:
        request = urllib.request.Request(address.rstrip("/") + PATH, data, method="POST")  # noqa: S310 - checked above
        request.add_header("Content-Type", PLAIN)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as found:  # noqa: S310 - checked above
                return Answer(found.status, found.read(LONGEST).decode("utf-8", "replace"))
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.code, refused.read(LONGEST).decode("utf-8", "replace"))
        except OSError:
            return None

    return post
