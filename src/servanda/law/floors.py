"""Floors: days before which an instrument is not in force, whenever its conditions were met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from servanda.days import Day
from servanda.law.delay_lines import parse_delays
from servanda.law.delays import Delay, carry
from servanda.law.delays_in_words import in_turn
from servanda.law.facts import DeedKind, Facts
from servanda.law.words import Words
from servanda.words.phrases import say, term

Anchor = Literal["opening", "adoption", "signature"]
_KINDS: dict[str, DeedKind] = {"opening": "opening", "adoption": "adoption", "signature": "signature"}


@dataclass(frozen=True, slots=True)
class NotBefore:
    """`not-before 1995-01-13`."""

    floor: Day

    def __str__(self) -> str:
        return f"not-before {self.floor}"

    def day(self, facts: Facts, of: str) -> tuple[Day | None, str]:
        """The day, and its words."""
        return self.floor, say("not before {day}", day=self.floor)


@dataclass(frozen=True, slots=True)
class NotBeforeParent:
    """`not-before in-force crpd`: the parent instrument as a floor."""

    parent: str

    def __str__(self) -> str:
        return f"not-before in-force {self.parent}"

    def day(self, facts: Facts, of: str) -> tuple[Day | None, str]:
        """The day of the parent's entry into force, if it is in force."""
        if self.parent == of or facts.waits_for_itself(self.parent):
            words = say(
                "{other} waits in turn for {instrument}: neither can enter into force by this floor",
                other=self.parent,
                instrument=of,
            )
            return None, words
        day = facts.force_of(self.parent)
        if day is None:
            return None, say("{instrument} is not in force", instrument=self.parent)
        return day, say("not before {instrument}, in force since {day}", instrument=self.parent, day=day)


@dataclass(frozen=True, slots=True)
class NotBeforeAfter:
    """`not-before +24 months back from opening` (CWC, art. XXI; CTBT, art. XIV)."""

    delays: tuple[Delay, ...]
    anchor: Anchor

    def __str__(self) -> str:
        return f"not-before {' then '.join(map(str, self.delays))} from {self.anchor}"

    def day(self, facts: Facts, of: str) -> tuple[Day | None, str]:
        """The end of the delay from the first opening, adoption or signature that the record tells of."""
        deeds = facts.deeds(of, _KINDS[self.anchor])
        day = carry(self.delays, deeds[0].on) if deeds else None
        if day is None:
            return None, say("the record does not tell the day of {anchor}", anchor=term("anchor", self.anchor))
        floor = say(
            "not-before {delays} from {anchor}", delays=in_turn(self.delays), anchor=term("anchor", self.anchor)
        )
        return day, say("{delay}: {day}", delay=floor, day=day)


Floor = NotBefore | NotBeforeParent | NotBeforeAfter


def parse_floor(words: list[str]) -> Floor | None:
    """The floor written as these words behind `not-before`, or None."""
    match words:
        case ["in-force", parent] if Words([parent]).name():
            return NotBeforeParent(parent)
        case [*delay, "from", "opening" | "adoption" | "signature" as anchor]:
            delays = parse_delays(delay)
            return NotBeforeAfter(delays, anchor) if delays else None
    day = Words(words).day() if len(words) == 1 else None
    return NotBefore(day) if day else None
