"""The witness over HTTP: the same answers, within limits."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from servanda.journal.policy import Policy, Witness, check_note
from servanda.witness import ask, serve
from servanda.witness.serve import Server, http_post
from tests.witness.logs import Log, witness_of

LOG = Log()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(witness_of(LOG, tmp_path)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


def sent(server: Server, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return response.status, response.read(), response.headers["Content-Type"]
    finally:
        connection.close()


def test_a_journal_asks_a_witness_and_believes_what_it_verified(server: Server) -> None:
    keys = [key.public for key in server.house.keys]
    for size in (5, 9):
        note = LOG.note(size)
        asked = ask(http_post(address(server)), note, LOG.tree(size), keys)
        assert asked.problem is None
        policy = Policy(tuple(key.public for key in LOG.keys), {"w": Witness(keys[1])}, {}, "w")
        assert check_note(note.with_signatures(asked.signatures), policy)[0] is not None


def test_a_conflict_has_the_type_of_the_specification(server: Server) -> None:
    assert sent(server, "POST", "/add-checkpoint", LOG.request(0, 5))[0] == 200
    assert sent(server, "POST", "/add-checkpoint", LOG.request(3, 5)) == (409, b"5\n", "text/x.tlog.size")


def test_a_connection_may_carry_several_requests(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    for old, size in [(0, 5), (5, 6)]:
        connection.request("POST", "/add-checkpoint", LOG.request(old, size))
        response = connection.getresponse()
        assert response.status == 200
        response.read()
    connection.close()


def test_what_is_too_long_or_of_no_length_or_elsewhere_is_refused(server: Server) -> None:
    assert sent(server, "POST", "/add-checkpoint", b"x" * 70_000)[0] == 413
    assert sent(server, "POST", "/add-checkpoint", b"", **{"Content-Length": "-5"})[0] == 411
    assert sent(server, "POST", "/elsewhere", LOG.request(0, 5))[0] == 404
    assert sent(server, "GET", "/heads.db")[0] == 404
    assert sent(server, "DELETE", "/add-checkpoint")[0] == 501


def test_the_public_keys_are_on_the_first_page(server: Server) -> None:
    status, body, _type = sent(server, "GET", "/")
    assert status == 200
    assert body.decode() == "".join(f"{key.public}\n" for key in server.house.keys)


def test_a_witness_that_cannot_keep_the_head_does_not_cosign(server: Server, tmp_path: Path) -> None:
    (tmp_path / "heads.db").unlink(missing_ok=True)
    (tmp_path / "heads.db").mkdir()
    status, body, _type = sent(server, "POST", "/add-checkpoint", LOG.request(0, 5))
    assert status == 503
    assert "—" not in body.decode()


def test_who_comes_when_all_places_are_taken_is_turned_away(server: Server) -> None:
    while server.places.acquire(blocking=False):
        pass
    assert ask(http_post(address(server)), LOG.note(5), LOG.tree(5), []).problem.code == "J309"
    server.places.release()
    assert sent(server, "GET", "/")[0] == 200


def test_who_sends_ever_so_slowly_loses_the_connection(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "LIFETIME", 0.3)
    with socket.create_connection(server.server_address[:2], timeout=10) as slow:
        slow.sendall(b"POST /add-checkpoint HTTP/1.1\r\n")
        assert slow.recv(100) == b""
    assert sent(server, "GET", "/")[0] == 200


def test_a_witness_that_is_not_there_is_told(tmp_path: Path) -> None:
    with Server(witness_of(LOG, tmp_path)) as gone:
        where = address(gone)
    asked = ask(http_post(where), LOG.note(5), LOG.tree(5), [])
    assert asked.problem.code == "J309"
    with pytest.raises(ValueError, match="not an http address"):
        http_post("file:///etc/passwd")


def test_the_log_of_a_witness_names_nobody(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SERVANDA_LOG", "json")
    assert sent(server, "POST", "/add-checkpoint", LOG.request(0, 5))[0] == 200
    assert sent(server, "GET", "/who/else")[0] == 404
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert told == [
        {"event": "answer", "page": "/add-checkpoint", "status": 200},
        {"event": "answer", "page": None, "status": 404},
    ]
