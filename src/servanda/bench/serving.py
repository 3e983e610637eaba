"""A portal in a process of its own: how soon it answers, how many cached answers a second, and its memory."""

from __future__ import annotations

import os
import selectors
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 8
PATIENCE = 60.0
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Served:
    """Requests a second, mebibytes of the worker, and milliseconds from the start to the first page."""

    per_second: float
    memory: float
    first_page: float

    @staticmethod
    def over(journal: str, address: str, seconds: float) -> Served:
        """Serve a journal, ask for one address for so many seconds, and end the server."""
        port = _free_port()
        command = [sys.executable, "-m", "servanda", "serve", "--port", str(port)]
        started = time.perf_counter()
        environ = {**os.environ, "SERVANDA_JOURNAL": journal}
        with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL) as server:  # noqa: S603 - our own command
            try:
                _await(server, port, address)
                first = (time.perf_counter() - started) * 1000
                rate = _ask(port, address, seconds)
                return Served(round(rate, 1), round(_memory(server.pid), 1), round(first, 1))
            finally:
                server.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _request(address: str) -> bytes:
    return f"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n".encode()


def _await(server: subprocess.Popen[bytes], port: int, address: str) -> None:
    """Wait until the server answers the address."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as one:
            one.settimeout(PATIENCE)
            one.sendall(_request(address))
            if one.recv(_PIECE).startswith(b"HTTP/1.1 200"):
                return
        time.sleep(0.01)
    raise TimeoutError(f"no answer from port {port}: the server ended, or took over {PATIENCE:.0f} s")


def _ask(port: int, address: str, seconds: float) -> float:
    """Ask over several connections at once, each anew when its answer is whole; gives answers a second."""
    request, answered = _request(address), 0
    with selectors.DefaultSelector() as selector:
        for _ in range(CONNECTIONS):
            one = socket.create_connection(("127.0.0.1", port), PATIENCE)
            one.sendall(request)
            selector.register(one, selectors.EVENT_READ, bytearray())
        started = time.perf_counter()
        while (spent := time.perf_counter() - started) < seconds:
            for key, _events in selector.select(seconds):
                answered += _read(key, request)
        for key in list(selector.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]
    return answered / spent


def _read(key: selectors.SelectorKey, request: bytes) -> int:
    """Read what has come on a connection; 1 where that made an answer whole, and the next one is asked for."""
    connection, held = key.fileobj, key.data
    assert isinstance(connection, socket.socket)
    held += connection.recv(_PIECE)
    head, separator, body = bytes(held).partition(b"\r\n\r\n")
    if not separator or len(body) < _length(head):
        return 0
    held.clear()
    connection.sendall(request)
    return 1


def _length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.splitlines()[1:])
    return next(int(value) for name, _, value in lines if name.lower() == b"content-length")


def _memory(main: int) -> float:
    """The memory of the largest process of the server, in mebibytes: its worker."""
    processes = [main, *_children(main)]
    return max(_resident(process) for process in processes)


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task").glob("*/children")
    own = [int(child) for file in found for child in file.read_text().split()]
    return [*own, *(one for child in own for one in _children(child))]


def _resident(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
