"""A threshold of a vote: a fraction that must be reached, or `more-than` a fraction that must be exceeded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from servanda.law.weights import fraction_of
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Threshold:
    """A fraction as it is written, so that 55/100 is printed as 55/100."""

    text: str
    more: bool = False

    @staticmethod
    def parse(words: Sequence[str]) -> Threshold | None:
        """Read `2/3` or `more-than 1/2`: above nothing, and not more than the whole."""
        more = list(words[:1]) == ["more-than"]
        share = fraction_of(words[-1]) if len(words) == 1 + more else None
        if share is None or not 0 < share <= 1 or (more and share == 1):
            return None
        return Threshold(words[-1], more)

    @property
    def share(self) -> Fraction:
        """The exact fraction."""
        return Fraction(self.text)

    def is_met(self, part: Fraction, whole: Fraction) -> bool:
        """Tell whether a part of a whole is enough; a part of nothing never is."""
        needed = self.share * whole
        return part > needed if self.more else part >= needed > 0

    @property
    def words(self) -> str:
        """The threshold in words."""
        return say("more-than {part}", part=self.text) if self.more else self.text

    def __str__(self) -> str:
        return f"more-than {self.text}" if self.more else self.text
