"""What a reader of a format hands back from its own process: a text with what the file says, or why there is none."""

from __future__ import annotations

import msgspec

TEXT_LIMIT = 16_000_000
"""The most characters that a file may unfold into."""
SECONDS = 20
"""The most seconds of a processor that reading a file may take."""
MEMORY = 1024 * 1024 * 1024
"""The most bytes of memory that reading a file may take."""
OUTPUT = 128 * 1024 * 1024
"""The most bytes that the worker may answer with."""


class Extracted(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The main text of a file and what the file says about itself."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    pages: int = 0
    form: bool = False
    """Whether the file asks for a password (a page with a field for one, a locked document)."""
    refused: str = ""
    """Why the file was not read: a sentence without its end."""


class Refused(Exception):
    """The file asks for more than is given to any file; the message says of what."""


def bounded(text: str) -> str:
    """The text, unless the file unfolded into more than any communiqué has."""
    if len(text) > TEXT_LIMIT:
        raise Refused(f"it unfolds into more than {TEXT_LIMIT:,} characters")
    return text
