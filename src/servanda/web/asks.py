"""How what a screen is asked beside the day is read from its address: `/search?q=…`, `/scoreboard?order=…`.

What may be asked stands with the addresses (`pages.addresses`), from which the description for machines is made too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from servanda.pages.addresses import Ask
from servanda.search.asking import LONGEST
from servanda.web.refusal import Refusal
from servanda.words.phrases import say


def read_asks(asks: Iterable[Ask], given: Callable[[str], str | None]) -> tuple[tuple[str, str | int], ...]:
    """What an address asks of a screen, in the screen's own order; what is empty is not asked. Raises Refusal."""
    found = ((ask.name, _read(ask, text)) for ask in asks if (text := given(ask.name)) is not None)
    return tuple((name, value) for name, value in found if value)


def _read(ask: Ask, text: str) -> str | int:
    if ask.schema.get("type") == "integer":
        return _place(text, ask.schema["minimum"], ask.schema["maximum"])
    if "enum" in ask.schema:
        return _one_of(text, ask.schema["enum"])
    return words(text)


def words(text: str) -> str:
    """Words as typed, what is no letter of them made a space; files of the page could not hold it.

    One character more is kept than is read of a question, so that it is known to be shortened.
    """
    return "".join(letter if letter.isprintable() else " " for letter in text[: LONGEST + 1])


def _place(text: str, least: int, most: int) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) and least <= int(text) <= most:
        return int(text)
    detail = say("“{text}” is no place in a list.", text=words(text))
    hint = say("Write a whole number from {least} to {most}.", least=least, most=most)
    raise Refusal(400, say("That is not a place"), detail, hint)


def _one_of(text: str, known: list[str]) -> str:
    if text in known:
        return text
    detail = say("“{text}” cannot be chosen here.", text=words(text))
    raise Refusal(
        400, say("No such choice"), detail, say("Choose one of: {names}.", names=", ".join(filter(None, known)))
    )
