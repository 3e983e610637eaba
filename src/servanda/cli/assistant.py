"""An endpoint of the OpenAI form as the reader's assistant: reached here, because only a face opens connections."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

import click

from servanda.problems import Problem
from servanda.reading.assistants import Question

SECONDS = 120.0
ANSWER = 2 * 1024 * 1024
_LATE = "its answer took too long"
_TRIES = 3
_PAUSES = (1.0, 4.0)
_LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])
_AGAIN = frozenset([408, 429, 500, 502, 503, 504])


def assistant_of(named: str) -> Endpoint:
    """The assistant that `--model` names: an address, or a model at the address of SERVANDA_MODEL_URL."""
    is_address = named.startswith(("http://", "https://"))
    address = named if is_address else os.environ.get("SERVANDA_MODEL_URL", "")
    model = os.environ.get("SERVANDA_MODEL", "default") if is_address else named
    if not address:
        raise click.UsageError("where is the model? give its address as --model, or set SERVANDA_MODEL_URL")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise click.UsageError(f"{address} is no address of the form https://host/v1")
    key = os.environ.get("SERVANDA_MODEL_KEY", "")
    if key and parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise click.UsageError("a key is sent over https only; give an address that begins with https://")
    seconds = os.environ.get("SERVANDA_MODEL_SECONDS", str(SECONDS))
    if not seconds.replace(".", "", 1).isdecimal():
        raise click.UsageError(f"SERVANDA_MODEL_SECONDS is a number of seconds, not {seconds}")
    return Endpoint(model, parts, key, float(seconds))


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model behind an address: asked once a question, within a time and a length."""

    name: str
    address: SplitResult
    key: str = ""
    seconds: float = SECONDS
    pauses: tuple[float, ...] = _PAUSES

    def answer(self, question: Question) -> tuple[str | None, Problem | None]:
        """The answer of the model; an endpoint that is busy or broken for a moment is asked again."""
        end = time.monotonic() + self.seconds
        why = ""
        for attempt in range(_TRIES):
            try:
                status, body = self._post(_request(self.name, question), end)
            except _Ended as ended:
                return None, self._problem(str(ended))
            except (OSError, http.client.HTTPException) as error:
                late = time.monotonic() >= end
                return None, self._problem(_LATE if late else f"it cannot be reached ({_reason(error)})")
            if status == 200:
                said = _content(body)
                return (said, None) if said is not None else (None, self._problem("its answer has not the form agreed"))
            why = f"it answers with status {status}"
            if status not in _AGAIN or attempt == _TRIES - 1 or not self._pause(attempt, end):
                break
        return None, self._problem(why)

    def _pause(self, attempt: int, end: float) -> bool:
        """Wait before the next attempt, if the time allows one."""
        pause = self.pauses[min(attempt, len(self.pauses) - 1)]
        if time.monotonic() + pause >= end:
            return False
        time.sleep(pause)
        return True

    def _post(self, body: bytes, end: float) -> tuple[int, bytes]:
        """Send one request and read its answer; no redirection is followed, so the key goes nowhere else."""
        connection = self._connection(end)
        cut = threading.Timer(_left(end), _cut, [connection])  # whatever drips in slowly, ends in time
        cut.daemon = True
        cut.start()
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            connection.request("POST", _path(self.address), body, headers)
            answer = connection.getresponse()
            return answer.status, _bounded(answer, end)
        finally:
            cut.cancel()
            connection.close()

    def _connection(self, end: float) -> http.client.HTTPConnection:
        host, port, wait = self.address.hostname or "", self.address.port, _left(end)
        if self.address.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=wait, context=ssl.create_default_context())
        return http.client.HTTPConnection(host, port, timeout=wait)

    def _problem(self, why: str) -> Problem:
        message = f"the assistant {self.name} at {self.address.netloc} gave nothing: {why}"
        return Problem("R114", message, None, "the items of the rules stand; try again later", "warning")


class _Ended(Exception):
    """The answer is longer, or takes longer, than is allowed."""


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise _Ended(_LATE)
    return left


def _cut(connection: http.client.HTTPConnection) -> None:
    """Break a connection off, from beside: whoever waits for it wakes up."""
    if connection.sock:
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _bounded(answer: http.client.HTTPResponse, end: float) -> bytes:
    """The body of an answer: read while there is time, up to a length."""
    parts: list[bytes] = []
    length = 0
    while part := answer.read1(65_536):
        _left(end)
        parts.append(part)
        length += len(part)
        if length > ANSWER:
            raise _Ended(f"its answer is longer than {ANSWER:,} bytes")
    _left(end)
    return b"".join(parts)


def _path(address: SplitResult) -> str:
    path = address.path.rstrip("/")
    return path if path.endswith("/chat/completions") else f"{path or '/v1'}/chat/completions"


def _request(model: str, question: Question) -> bytes:
    form = {"name": "reading", "strict": True, "schema": question.schema}
    body = {
        "model": model,
        "temperature": 0,
        "stream": False,
        "messages": [
            {"role": "system", "content": question.instructions},
            {"role": "user", "content": question.text},
        ],
        "response_format": {"type": "json_schema", "json_schema": form},
    }
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")


def _content(body: bytes) -> str | None:
    """What the model said, where the answer has the form of the interface."""
    try:
        answer: Any = json.loads(body)
        said = answer["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    return said if isinstance(said, str) else None


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
