"""What a screen may be asked beside the day, in the query of its address: `/search?q=…`, `/scoreboard?order=…`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from servanda.search.asking import LONGEST
from servanda.web.refusal import Refusal
from servanda.words.phrases import say

FURTHEST = 10_000
"""So many rows of a list may be left out; who wants the rest narrows the question."""


def words(text: str) -> str:
    """Words as typed. One character more is kept than is read of a question, so that it is known to be shortened."""
    return text[: LONGEST + 1]


def place(text: str) -> int:
    """A place in a list; raises Refusal."""
    if text.isascii() and text.isdecimal() and len(text) < len(str(FURTHEST)) + 1 and int(text) <= FURTHEST:
        return int(text)
    detail = say("“{text}” is no place in a list.", text=words(text))
    hint = say("Write a whole number of at most {number}.", number=FURTHEST)
    raise Refusal(400, say("That is not a place"), detail, hint)


def one_of(*known: str) -> Callable[[str], str]:
    """One of the words that are known here; raises Refusal."""

    def read(text: str) -> str:
        if text in known:
            return text
        detail = say("“{text}” cannot be chosen here.", text=words(text))
        raise Refusal(400, say("No such choice"), detail, say("Choose one of: {names}.", names=", ".join(known)))

    return read


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a screen may be asked: its name in the address, and how what stands there is read."""

    name: str
    read: Callable[[str], str | int] = words


def read_asks(asks: Iterable[Ask], given: Callable[[str], str | None]) -> tuple[tuple[str, str | int], ...]:
    """What an address asks of a screen, in the screen's own order; what is empty is not asked. Raises Refusal."""
    found = ((ask.name, ask.read(text)) for ask in asks if (text := given(ask.name)))
    return tuple((name, value) for name, value in found if value)
