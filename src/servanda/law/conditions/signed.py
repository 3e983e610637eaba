"""In force from signature or adoption by those present (most decisions of organs; VCLT, art. 12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of
from servanda.law.facts import Close, Deed, day_of
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Signed(Line):
    """`when signature`: the text is adopted or signed by those present."""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the word is `signature`."""
        return cls() if words == ["signature"] else None

    def __str__(self) -> str:
        return "signature"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for an adoption or a signature."""
        found = [deed for deed in _deeds(asked) if close.has(deed)]
        if not found:
            words = say("neither adoption nor signature is recorded")
            return Finding(False, words, (), say("adoption or signature"))
        adopted = any(deed.means != "sign" for deed in found)
        words = say("adopted by those present") if adopted else say("signed by those present")
        return Finding(True, words, acts_of(found))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of adoption and signature."""
        return {day_of(deed, early) for deed in _deeds(asked)}


def _deeds(asked: Asked) -> list[Deed]:
    return [*asked.facts.deeds(asked.of, "adoption"), *asked.facts.deeds(asked.of, "signature")]
