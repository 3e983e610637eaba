"""Serve the portal from one process until Ctrl-C."""

from __future__ import annotations

import errno
import os
import socket
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from servanda.web.settings import LOCAL
from servanda.web.wsgi import JOURNAL, application, warm

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not bound to


def serve(address: str, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the journal at an address; ends the program with one line where the port cannot be had."""
    _require_free(host, port)
    os.environ[JOURNAL] = address
    if host not in (*EVERYWHERE, "127.0.0.1", "::1"):
        os.environ.setdefault("SERVANDA_HOSTS", f"{LOCAL},{host}")
    server = Granian(
        "servanda.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=5,
    )
    server.serve(target_loader=_load)


def _load(_target: str) -> Any:
    """The application, from this program: no folder is put on the path for it, and the record is read at once."""
    warm()
    return application


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise SystemExit(_sorry(host, port, error)) from None


def _sorry(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"error: port {port} of {host} is taken; hint: end the other server, or give --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"error: port {port} of {host} may not be opened by this account; hint: give a port above 1023"
    return f"error: {host}:{port} cannot be opened ({error.strerror}); hint: give --host 127.0.0.1"
