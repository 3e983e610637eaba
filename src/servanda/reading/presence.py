"""The verbs that tell of taking part, found once in a text."""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.cues import either, words


@cache
def presence() -> re.Pattern[str]:
    """A verb that tells of taking part."""
    held = r"held (?:its|their|an?|the) (?:[\w-]+ ){0,3}(?:session|summit|meeting|sitting)"
    return re.compile(rf"\b(?:{either(words('presence'))}|presided(?=[.,;])|{held})\b", re.IGNORECASE)
