"""An act on another instrument: a denunciation, a consent, an adoption, an end (CISG, art. 99)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self, get_args

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, nobody_named
from servanda.law.conditions.circle import Circle
from servanda.law.facts import Close, Deed, DeedKind, day_of, end_of
from servanda.law.words import Words
from servanda.words.phrases import joined, listed, say, term

Verb = Literal["consent", "sign", "denounce", "adopt", "terminate"]
_KINDS: dict[Verb, DeedKind] = {
    "consent": "consent",
    "sign": "signature",
    "denounce": "withdrawal",
    "adopt": "adoption",
    "terminate": "termination",
}


@dataclass(frozen=True, slots=True)
class ActOn(Line):
    """`when act denounce ulis by BE NL`, `when act sign a by all of group`, `when act adopt decision-11`.

    A denunciation counts from the day on which it takes effect.
    """

    verb: Verb
    instrument: str
    parties: tuple[str, ...] = ()
    circle: Circle | None = None

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `act`, a verb, an instrument, and perhaps who must do it."""
        found = Words(words)
        verb = found.one_of(get_args(Verb)) if found.take("act") else ""
        instrument = found.name() if verb else ""
        parties, circle = _by(found) if instrument and found.take("by") else ((), None)
        fits = instrument and not found.left and ("by" in words) == bool(parties or circle)
        return cls(verb, instrument, parties, circle) if fits else None  # type: ignore[arg-type]

    def __str__(self) -> str:
        who = f" by all of {self.circle}" if self.circle else f" by {' '.join(self.parties)}" if self.parties else ""
        return f"act {self.verb} {self.instrument}{who}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for the act of everybody who must do it, or of anybody."""
        found = [deed for deed in self._deeds(asked) if self._day(deed, close.early) <= close.day]
        circle = self.circle.members(asked, close) if self.circle else frozenset(self.parties)
        if circle is None or (self.circle and not circle):
            return nobody_named(self, self.circle.words if self.circle else "")
        waiting = circle - {deed.party for deed in found}
        holds = bool(found) and not waiting
        what = say("{verb} {instrument}", verb=term("act on another", self.verb), instrument=self.instrument)
        missing = say("{what} by {parties}", what=what, parties=listed(waiting)) if waiting else what
        done = listed({deed.party for deed in found} - {""}) or (say("done") if found else say("not done"))
        return Finding(holds, joined(": ", (what, done)), acts_of(found), "" if holds else missing)

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of the acts."""
        circle = self.circle.days(asked, early) if self.circle else set()
        return circle | {self._day(deed, early) for deed in self._deeds(asked)}

    def _deeds(self, asked: Asked) -> list[Deed]:
        return list(asked.facts.deeds(self.instrument, _KINDS[self.verb]))

    def _day(self, deed: Deed, early: bool) -> date:
        if self.verb != "denounce":
            return day_of(deed, early)
        return end_of(deed, not early)


def _by(words: Words) -> tuple[tuple[str, ...], Circle | None]:
    """Codes, or all of a circle."""
    if words.take("all", "of"):
        return (), Circle.read(words)
    return words.parties(), None
