"""Two of the three faces of a page: JSON and the terminal. Both are made from the record type alone."""

from __future__ import annotations

from typing import Any

import msgspec

from servanda.pages.terminal import Terminal


def to_data(page: Any) -> Any:
    """The page as plain JSON values."""
    return msgspec.to_builtins(page, enc_hook=str)


def to_json(page: Any) -> bytes:
    """The page as JSON text."""
    return msgspec.json.format(msgspec.json.encode(to_data(page)), indent=1)


def to_text(page: Any) -> str:
    """The page for a terminal: the answer first, every act once below it, empty fields left out."""
    return "\n".join(Terminal(page.language).page(page)) + "\n"
