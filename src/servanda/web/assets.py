"""The few files beside the pages, under names that change with their content, so that they may be kept for ever."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_URL = re.compile(r"url\(vendor/([\w.-]+)\)")


@cache
def _assets() -> dict[str, tuple[str, bytes]]:
    """What is served: the plain name to the name with the hash, and the bytes; style sheets name the others so."""
    files = sorted(file for file in Path(__file__).with_name("static").rglob("*") if file.suffix in _TYPES)
    found = {file.name: _hashed(file, file.read_bytes()) for file in files if file.suffix != ".css"}
    for file in files:
        if file.suffix == ".css":
            text = _URL.sub(lambda one: f"url({found[one[1]][0]})", file.read_text(encoding="utf-8"))
            found[file.name] = _hashed(file, text.encode())
    return found


def _hashed(file: Path, data: bytes) -> tuple[str, bytes]:
    return f"{file.stem}.{hashlib.sha256(data).hexdigest()[:12]}{file.suffix}", data


@cache
def _served() -> dict[str, tuple[str, bytes]]:
    return {hashed: (_TYPES[Path(name).suffix], data) for name, (hashed, data) in _assets().items()}


@cache
def asset_path(name: str) -> str:
    """The address of a file by its plain name."""
    return f"/static/{_assets()[name][0]}"


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """One of the files, by its name with the hash; there is no way to any other file."""
    if name not in _served():
        raise Http404
    content_type, data = _served()[name]
    response = HttpResponse(data, content_type=content_type)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
