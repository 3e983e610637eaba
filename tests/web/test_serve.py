"""The server begins, answers and ends cleanly; what hinders it is told in one line."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from servanda.web.serve import serve
from tests.pages.league import journal


def test_a_port_that_is_taken_is_told_in_one_line() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as end:
            serve("servanda.db", "127.0.0.1", port)
    assert str(end.value).startswith(f"error: port {port} of 127.0.0.1 is taken; hint: ")
    assert "\n" not in str(end.value)


def test_an_address_that_is_not_ours_is_told_in_one_line() -> None:
    with pytest.raises(SystemExit, match=r"^error: 192\.0\.2\.1:8000 cannot be opened"):
        serve("servanda.db", "192.0.2.1", 8000)


@pytest.mark.slow
def test_the_server_answers_and_ends_cleanly_on_ctrl_c(tmp_path: Path) -> None:
    path = journal(tmp_path / "league.db")
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    program = f"from servanda.web.serve import serve; serve({str(path)!r}, '127.0.0.1', {port})"
    server = subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert health(port).startswith("ok\nhead ")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sessions?as-of=2021-01-01") as answer:
            assert b"Council of the League" in answer.read()
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=15)
    finally:
        server.kill()
        server.communicate()
    assert (server.returncode, out, err) == (0, b"", b"")


def health(port: int) -> str:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.1)
    return "no answer"
