"""Succession of states: who continues or succeeds whom, and what the law makes of the predecessor's treaties.

Dissolved states stay actors for ever: their acts keep their codes and count where they counted. A continuation is the
same person under another code. After separation, dissolution or unification treaties in force continue for the
successor (VCST, arts. 31 and 34), which many states, and depositaries in their lists, take only from a notification:
hence "bound by continuity", unconfirmed. A newly independent state may succeed by notification (VCST, arts. 16, 17).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from servanda.acts.declarations import StateSuccession
from servanda.book import Book
from servanda.days import Day
from servanda.words.phrases import say

_ENDS = frozenset({"continuation", "dissolution", "unification", "absorption"})
_CONTINUITY = frozenset({"dissolution", "separation", "unification"})


@dataclass(frozen=True, slots=True)
class Link:
    """One state's succession to another: the day, how it came about, and the act that tells it."""

    successor: str
    predecessor: str
    on: Day
    manner: str
    acts: tuple[str, ...]

    @property
    def ends_predecessor(self) -> bool:
        """Tell whether the predecessor ceased to exist under its code."""
        return self.manner in _ENDS and self.successor != self.predecessor

    @property
    def keeps_treaties(self) -> bool:
        """Tell whether treaties in force continue for the successor without an act of its own."""
        return self.manner in _CONTINUITY

    @property
    def opens_treaties(self) -> bool:
        """Tell whether the successor may become a party because its predecessor was; not where it took territory in."""
        return self.manner != "absorption"

    @property
    def authority(self) -> str:
        """The article of the Vienna Convention on Succession of States in respect of Treaties."""
        return _AUTHORITY[self.manner]


_AUTHORITY = {
    "continuation": say("the same state"),
    "dissolution": "VCST, art. 34(1)",
    "separation": "VCST, art. 34(1)",
    "unification": "VCST, art. 31",
    "decolonisation": "VCST, arts. 16 and 17",
    "absorption": "VCST, art. 15",
}


def links(book: Book, as_of: date) -> list[Link]:
    """All successions that are surely done by a day."""
    found = []
    for event in book.events(StateSuccession, None, as_of):
        act = event.act
        if isinstance(act, StateSuccession):
            found.append(Link(event.party, act.to, act.on, act.manner, event.ids))
    return found


def eve(day: Day) -> date:
    """The day before a succession can have happened."""
    return max(day.first, date(1, 1, 2)) - timedelta(days=1)


def persons(known: Sequence[Link], party: str) -> tuple[str, ...]:
    """The codes of one person in time: a state, and those that it continues."""
    continued = {link.successor: link.predecessor for link in known if link.manner == "continuation"}
    found = [party]
    while found[-1] in continued and continued[found[-1]] not in found:
        found.append(continued[found[-1]])
    return tuple(found)


def predecessors(known: Sequence[Link], codes: tuple[str, ...]) -> list[Link]:
    """The successions by which a person came to the treaties of others, by day."""
    return [link for link in known if link.successor in codes and link.predecessor not in codes]


def end_of_state(known: Sequence[Link], party: str) -> list[Link]:
    """The successions with which a state ceased to exist, none where it exists."""
    return [link for link in known if link.predecessor == party and link.ends_predecessor]
