"""What a book holds: acts as entered, and the events that their testimonies tell of."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts import Act, act_id, canonical, from_json, to_json
from servanda.acts.withheld import as_shown
from servanda.days import Day
from servanda.problems import Place


@dataclass(frozen=True, slots=True)
class Held:
    """An act as the record holds it: its id, and its number and moment of entry if it is in a journal.

    The id is that of the act as entered; in the act itself withheld texts are only said to be withheld.
    """

    act: Act
    id: str
    number: int = 0
    moment: str = ""
    by: str = ""
    place: Place | None = None
    lines: tuple[Place, ...] = ()

    @staticmethod
    def of(act: Act, place: Place | None = None, lines: tuple[Place, ...] = ()) -> Held:
        """An act that stands in no journal yet."""
        value = to_json(act)
        shown = as_shown(value)
        return Held(act if shown is value else from_json(shown), act_id(canonical(value)), place=place, lines=lines)


@dataclass(frozen=True, slots=True)
class Event:
    """What one party did (or, without a party, what happened), with all testimonies that agree on it."""

    act: Act
    party: str
    ids: tuple[str, ...]

    @property
    def on(self) -> Day:
        """The day of the event."""
        return self.act.on
