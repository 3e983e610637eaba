"""States in capitals, as bulletins of negotiations name delegations: `NORWAY, opposed by JAPAN, said`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.mentions import Mention
from servanda.reading.sentences import Sentence
from servanda.words.parties import common_name, find_party

_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{4,}(?:[ -][A-Z]{2,}){0,4}(?![\w-])")
_LOUD = re.compile(r"[A-Z]{4}")
# So many states in capitals show that the text calls delegations so.
_ENOUGH = 3
_SHORTEST = 4


def shouted(sentences: list[Sentence]) -> list[Mention]:
    """The states that a text names in capitals, where it does so as a habit."""
    loud = [sentence for sentence in sentences if _LOUD.search(sentence.plain)]
    found = [
        Mention(sentence.start + match.start(), sentence.start + match.end(), "state", common_name(code))
        for sentence in loud
        if sentence.role != "heading" and not sentence.plain.isupper()
        for match in _CAPITALS.finditer(sentence.plain)
        if (code := find_party(match[0]))
    ]
    return found if len({mention.party for mention in found}) >= _ENOUGH else []


def delegations(plain: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """The delegations that such a text names so, with those whose names are always capitals: the US and the EU."""
    loud = [m for m in mentions if (m.kind == "state" or m.party == "EU") and plain[m.start : m.end].isupper()]
    if len({m.party for m in loud if m.end - m.start >= _SHORTEST}) >= _ENOUGH:
        yield from loud
