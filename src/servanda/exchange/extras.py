"""Libraries that only some need: imported when asked for; where one is missing, a sentence says how to get it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Missing(RuntimeError):
    """A library of an extra is not installed; the message says how to install it."""


def needed(module: str, extra: str) -> Any:
    """The module of an extra, or Missing with the command that brings it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise Missing(f"this needs {module}; install it with: pip install 'servanda[{extra}]'") from error
