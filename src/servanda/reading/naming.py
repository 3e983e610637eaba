"""Where words name parties, in any language that is read: the one place that asks the gazetteers of all languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.reading.mentions import find_mentions
from servanda.reading.sentences import plain_text
from servanda.words.parties import find_party


@dataclass(frozen=True, slots=True)
class Named:
    """A place at which a party is named: the everyday English name, and the code where it is a state."""

    start: int
    name: str
    code: str | None


def parties_named(text: str) -> list[Named]:
    """All places at which a text names a party by name, adjective or capital, in order."""
    return sorted(_named(plain_text(text)), key=lambda named: named.start)


def _named(plain: str) -> Iterator[Named]:
    for mention in find_mentions(plain):
        yield Named(mention.start, mention.party, find_party(mention.party))
