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
    there = (
        r"(?:present|seated|gathered|assembled)(?: (?:at|in|around) the \w+)? (?:was|were)|"
        r"(?:was|were) (?:\w+ )?represented|followed (?:the \w+ )?(?:online|remotely|by (?:video|telephone|phone))|"
        r"(?:answering|answered) the (?:roll )?call(?: were)?|(?:was|were) (?:\w+ly )?(?:opened|closed|"
        r"inaugurated|convened|led) by|speaking (?:for|on behalf of)|"
        r"seat was taken by"
    )
    return re.compile(rf"\b(?:{either(words('presence'))}|{there}|{sent}|{joining}|presided(?=[.,;])|{held})\b")
