"""Groups of states that a text names for their members: the G7 leaders, the heads of the CIS countries."""

from __future__ import annotations

import re

from servanda.reading.mentions import Mention

_MEMBERS = r"(?:member (?:states|countries|nations)|countries|states|members|nations)"
_LEADERS = (
    r"(?:[Ll]eaders|[Hh]eads of (?:[Ss]tate|[Gg]overnment)|[Pp]residents|[Mm]inisters|[Pp]artners|"
    r"counterparts)"
)
_COUNCIL = re.compile(r"\b(?:Council|Conference|Authority|Assembly|Committee) of (?:the )?$")


def group_name(plain: str, mention: Mention, start: int, end: int) -> str | None:
    """The group whose members are meant where an organisation is named; nothing where it is meant itself."""
    before, after = (
        plain[max(start, mention.start - 60) : mention.start],
        plain[mention.end : min(end, mention.end + 40)],
    )
    heads = re.search(rf"\b{_LEADERS} of (?:the |all )*$|\b[Hh]eads of (?:the |all )*$", before)
    if heads and _COUNCIL.search(before[: heads.start()]):
        return None
    headed = heads
    members = re.match(rf" {_MEMBERS}\b", after)
    if headed and members:
        return f"{mention.party} member states"
    if headed and re.match(r"[\s,(.]|$", after) and not re.match(r" [A-Z]", after):
        return mention.party
    led = re.match(rf" {_LEADERS}\b(?!'| (?:[Ss]ummit|[Mm]eeting|[Ss]tatement|Declaration))", after)
    return mention.party if led and re.search(r"\b(?:met|meeting|hosted|joined|[Tt]he|of|by)\b", before) else None
