"""What a book holds: acts as entered, and the events that their testimonies tell of."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts import Act, identity
from servanda.days import Day
from servanda.problems import Place


@dataclass(frozen=True, slots=True)
class Held:
    """An act as the record holds it: its id, and its number and moment of entry if it is in a journal."""

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
        return Held(act, identity(act), place=place, lines=lines)


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
