"""Where words name parties, in any language that is read: the one place that asks the gazetteers of all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.reading.mentions import find_mentions
from servanda.reading.russian.gazetteer import find_mentions as find_russian_mentions
from servanda.reading.russian.tokens import tokenise
from servanda.reading.sentences import plain_text
from servanda.words.parties import find_party

_CYRILLIC = re.compile("[\u0400-\u04ff]")


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
    if _CYRILLIC.search(plain):
        for russian in find_russian_mentions(plain, tokenise(plain)):
            yield Named(russian.start, russian.party, find_party(russian.party))
