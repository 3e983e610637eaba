"""One reason to think that a party took part, in any language, and how several of one party become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Seen:
    """One reason to think that a party took part."""

    party: str
    person: str | None
    start: int
    end: int
    rule: str


def once(found: Iterable[Seen], missing: set[str]) -> dict[str, Seen]:
    """The first reason for each party that is not missing, with the first person that any names for it."""
    seen: dict[str, Seen] = {}
    for one in found:
        known = seen.get(one.party)
        if one.party in missing:
            continue
        if known is None:
            seen[one.party] = one
        elif known.person is None and one.person:
            seen[one.party] = replace(known, person=one.person)
    return seen
