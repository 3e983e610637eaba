"""Which face of a page a visitor wants: for people HTML, for machines JSON, for others a file."""

from __future__ import annotations

from django.http import HttpRequest

HTML, JSON = "text/html", "application/json"
SUFFIXES: tuple[str, ...] = ("json", "csv", "parquet", "jsonld", "pdf", "docx")
"""The faces that an address names behind a dot; without one the Accept header chooses between HTML and JSON."""

SECTIONED = ("html", "json")
"""The faces of a screen, which show a long list in sections; what is kept as a file has it whole."""

_OF_MACHINES = {"json", "csv", "parquet", "jsonld"}


def face_of(request: HttpRequest) -> str:
    """The face that the address or the Accept header asks for; who accepts both HTML and JSON gets HTML."""
    suffix: str = getattr(request, "suffix", "")
    return suffix or ("json" if request.get_preferred_type([HTML, JSON]) == JSON else "html")


def wants_json(request: HttpRequest) -> bool:
    """Tell whether who asks is a machine, so that a refusal is JSON."""
    return face_of(request) in _OF_MACHINES


def without_suffix(path: str) -> tuple[str, str]:
    """A path without the face behind its dot, and that face, if it names one."""
    bare, _, suffix = path.rpartition(".")
    return (bare, suffix) if bare and suffix in SUFFIXES else (path, "")
