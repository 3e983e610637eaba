"""The verbs that tell of taking part, found once in a text."""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.cues import either, words


@cache
def presence() -> re.Pattern[str]:
    """A verb that tells of taking part, in a text in lower case."""
    held = r"held (?:its|their|an?|the) (?:[\w-]+ ){0,3}(?:session|summit|meeting|sitting)"
    sent = (
        r"sent (?:an? |its |their |his |her )?(?:[\w-]+ ){0,2}?"
        r"(?:ministers?|ambassadors?|envoys?|deput\w+|delegat\w+|representatives?)"
    )
    joining = r"joining (?:[\w-]+ ){0,4}were"
    return re.compile(rf"\b(?:{either(words('presence'))}|{sent}|{joining}|presided(?=[.,;])|{held})\b")
