"""Days as registers write them: ISO 8601-2 (EDTF) as a source has it, with sentinels for what never came.

| written | read |
|---|---|
| `2010-05-01`, `2010-05`, `2010`, `1995-05..1995-06` | the day, or the span in which it lies |
| `2010-05-01?`, `2010-05-01~` | the day, marked as not certain |
| `2010-05-XX`, `2010-XX-XX~` | the month, the year |
| `9999-12-31`, `2899-01-01` | open: not yet, or no end |
| `29.01.1993`, `58-04-29`, `1957-1958`, `2009-010000` | broken: nobody says what is meant, so nothing is read |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from servanda.days import Day, NotADay

SENTINELS = frozenset({"9999-12-31", "2899-01-01"})
_EMPTY = frozenset({"", "NA", "NaN"})
_UNKNOWN_PARTS = re.compile(r"(?:-XX)+(?=[~?%]?$)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: nothing, a day, that it is open, or something that is no day."""

    kind: Literal["empty", "day", "open", "broken"]
    day: Day | None = None
    why: str = ""


@lru_cache(maxsize=65536)
def read_cell(text: str) -> Cell:
    """Read a cell of a column of days; never raises."""
    text = text.strip()
    if text in _EMPTY:
        return Cell("empty")
    if text in SENTINELS:
        return Cell("open")
    plain = _UNKNOWN_PARTS.sub("", text)
    marked = plain[-1:] in ("?", "%", "~")
    try:
        return Cell("day", Day.parse(plain[:-1] + "~" if marked else plain))
    except NotADay as error:
        return Cell("broken", why=str(error))
