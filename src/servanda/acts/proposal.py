"""What the reader proposes: an act, and the passage it rests on. No passage, no proposal."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts.base import Act


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text, verbatim, with their place: code points from `start` up to but not including `end`."""

    words: str
    start: int
    end: int

    def stands_in(self, text: str) -> bool:
        """Tell whether the words really stand at that place."""
        return bool(self.words) and text[self.start : self.end] == self.words


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed act with its passage and the reason why the reader proposes it."""

    act: Act
    passage: Passage
    reason: str
