"""A collective notification: so many notify that they agree (UNIDO Constitution, art. 25; ICCPR, art. 41(2))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, with_names
from servanda.law.facts import Close, Deed, day_of
from servanda.law.words import Words
from servanda.text.tokens import quoted
from servanda.words.phrases import say

DEFAULT = "entry into force"


@dataclass(frozen=True, slots=True)
class Agreement(Line):
    """`when agreement 80 notifications [of "art. 41"]`: acts `opt` for that provision, or for "entry into force"."""

    number: int
    provision: str = DEFAULT

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `agreement`, a number, and perhaps a provision."""
        found = Words(words)
        number = found.number() if found.take("agreement") else None
        if not number or not found.take("notifications"):
            return None
        provision = found.text() if found.take("of") else DEFAULT
        return cls(number, provision) if provision and not found.left else None

    def __str__(self) -> str:
        of = "" if self.provision == DEFAULT else f" of {quoted(self.provision)}"
        return f"agreement {self.number} notifications{of}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Count those who notified."""
        found = {deed.party: deed for deed in self._deeds(asked) if close.has(deed)}
        words = say(
            "{have} of {needed} notifications ({provision})",
            have=len(found),
            needed=self.number,
            provision=self.provision,
        )
        short = self.number - len(found)
        missing = say("{number} more notifications ({provision})", number=short, provision=self.provision)
        holds = short <= 0
        return Finding(holds, with_names(words, found), acts_of(found.values()), "" if holds else missing)

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of the notifications."""
        return {day_of(deed, early) for deed in self._deeds(asked)}

    def _deeds(self, asked: Asked) -> list[Deed]:
        return [deed for deed in asked.facts.deeds(asked.of, "option") if deed.means == self.provision]
