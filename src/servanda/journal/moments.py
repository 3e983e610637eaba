"""The moments of entry: when the journal learnt of an act, as text in UTC.

A moment has one written form, `2026-11-23T17:05:00Z`, so that the order of the texts is the order of time.
Nothing here asks for the present moment: it is passed in. RFC 3339, section 5.1 (ordering).
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from servanda.problems import Problem

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_UP_TO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z?)?", re.ASCII)
MOST_DIGITS = 18  # of the number of an entry, which a database keeps in 63 bits


@lru_cache(maxsize=256)
def is_moment(text: str) -> bool:
    """Tell whether a text is a moment in its one written form."""
    return bool(_MOMENT.fullmatch(text)) and _exists(text)


def read_known_by(text: str) -> tuple[int | str | None, Problem | None]:
    """Read what a person wrote for `--known-by`: the number of an entry, or a moment; otherwise problem J107.

    A moment may stop at the day or at the minute (`2026-11-23`): then the whole of it is meant.
    """
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text), None
    if _UP_TO.fullmatch(text) and _exists(text):
        return text, None
    message = f"'{text}' is neither the number of an entry nor a moment"
    return None, Problem("J107", message, hint="write 12, 2026-11-23 or 2026-11-23T17:05:00Z")


def is_known(moment: str, known_by: str) -> bool:
    """Tell whether what was entered at a moment was known by another, that may be a whole day or minute."""
    limit = known_by.removesuffix("Z")
    return moment[: len(limit)] <= limit


def _exists(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
