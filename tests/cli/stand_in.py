"""A local stand-in for an endpoint of the OpenAI form: it answers, invents, breaks, drips, and fails as told."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class StandIn(BaseHTTPRequestHandler):
    """Answers every request by the function of its server, and keeps what was asked."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), body))
        self.server.way(self)

    def log_message(self, *args):
        """Nothing: tests are quiet."""


def answering(content):
    """A proper answer with this content."""
    text = content if isinstance(content, str) else json.dumps(content)

    def way(handler):
        reply(handler, 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode())

    return way


def saying(status, body=b"{}"):
    """An answer with this status and body."""
    return lambda handler: reply(handler, status, body)


def first_then(first, then):
    """One answer to the first request, another to all that follow."""
    return lambda handler: (first if len(handler.server.asked) == 1 else then)(handler)


def endless(piece=b"x" * 65_536, pause=0.0):
    """An answer without an end, in pieces, with a pause after each."""

    def way(handler):
        handler.send_response(200)
        handler.end_headers()
        try:
            while not handler.server.over.is_set():
                handler.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            pass

    return way


def dripping_head(handler):
    """A head that never ends, a line at a time."""
    try:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not handler.server.over.is_set():
            handler.wfile.write(b"X")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def silent(handler):
    """No answer at all, until the end."""
    handler.server.over.wait(10)


def reply(handler, status, body):
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@contextmanager
def standing_in(way):
    """The server, its address, and what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    server.daemon_threads = True
    server.way, server.asked, server.over = way, [], threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", server.asked
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
