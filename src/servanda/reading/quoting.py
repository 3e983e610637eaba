"""Direct speech as items, in any language: each with its speaker, and without white space and commas at its ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from servanda.reading.records import Quote


class Spoken(Protocol):
    """Words that somebody said: their place without the marks, and that of their paragraph."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def paragraph(self) -> tuple[int, int]: ...


class Told(Protocol):
    """A text of which passages can be cut out."""

    @property
    def text(self) -> str: ...

    def passage(self, start: int, end: int, rule: str, /) -> Any: ...


S = TypeVar("S", bound=Spoken)
Previous = tuple[int, str] | None
"""Where the paragraph of the speech before begins, and who spoke there."""


def quotes_of(
    context: Told, speech: Iterable[S], speaker_of: Callable[[S, Previous], tuple[str | None, str]]
) -> tuple[Quote, ...]:
    """Every quotation in order; who speaks may depend on who spoke before."""
    found: list[Quote] = []
    previous: Previous = None
    for said in speech:
        speaker, rule = speaker_of(said, previous)
        if speaker:
            previous = (said.paragraph[0], speaker)
        start, end = _trimmed(context.text, said.start, said.end)
        if start < end:
            found.append(Quote(speaker=speaker, **context.passage(start, end, rule)))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
