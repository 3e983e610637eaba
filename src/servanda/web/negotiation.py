"""Which of the two faces a visitor wants."""

from __future__ import annotations

from django.http import HttpRequest

HTML, JSON = "text/html", "application/json"
SUFFIXES: tuple[str, ...] = ("json",)
"""The faces that an address names behind a dot."""


def wants_json(request: HttpRequest) -> bool:
    """Tell whether the address or the Accept header asks for JSON; who accepts both gets HTML."""
    return getattr(request, "suffixed", False) or request.get_preferred_type([HTML, JSON]) == JSON
