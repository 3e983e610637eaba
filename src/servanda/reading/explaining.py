"""Shows the rule behind each item, and the sentences of which nothing came, with the reason where it is known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

import msgspec

from servanda.reading.cues import LANGUAGES, either, table
from servanda.reading.naming import Named, parties_named
from servanda.reading.records import Item, Reading
from servanda.reading.sentences import Sentence, apart, paragraphs, plain_text, split, unwrapped
from servanda.words.phrases import say

_OWN = frozenset(["evidence", "start", "end", "rule", "by"])
_SHORT = 100
_AHEAD = {
    "en": re.compile(r"\b(?:will|shall|plans? to|intends? to|is to|are to)\b"),
    "ru": re.compile(r"\b(?:буд[еу]т|намерен[аоы]?|планиру[ею]т|предстоит)\b", re.IGNORECASE),
}


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """One item: what was read, by which rule, from which words."""

    kind: str
    says: dict[str, str]
    rule: str
    by: str
    evidence: str
    start: int
    end: int


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of which nothing came, and why not, where that is known."""

    words: str
    start: int
    end: int
    why: str


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A reading with the rules behind it, and what it passed over."""

    language: str
    items: tuple[Traced, ...]
    rules: dict[str, int]
    """How many items each rule found."""
    unread: tuple[Unread, ...]


def explain(reading: Reading) -> Explained:
    """The rule behind every item of a reading, in the order of the text, and the sentences without one."""
    items = sorted(reading.items(), key=lambda item: (item.start, item.end))
    traced = tuple(_traced(item) for item in items)
    rules = dict(Counter(f"{one.kind}: {one.rule}" for one in traced).most_common())
    return Explained(language=reading.language, items=traced, rules=rules, unread=tuple(_unread(reading, items)))


def _traced(item: Item) -> Traced:
    fields = {name: value for name, value in msgspec.structs.asdict(item).items() if name not in _OWN and value}
    says = {name: ", ".join(value) if isinstance(value, tuple) else str(value) for name, value in fields.items()}
    return Traced(
        kind=type(item).__name__.lower(),
        says=says,
        rule=item.rule,
        by=item.by,
        evidence=item.evidence,
        start=item.start,
        end=item.end,
    )


def _unread(reading: Reading, items: list[Item]) -> Iterator[Unread]:
    """The sentences that no item's passage touches."""
    plain = plain_text(reading.text)
    blocks = list(paragraphs(plain))
    plain = unwrapped(plain, blocks)
    named = parties_named(reading.text)
    covered = apart((item.start, item.end) for item in items)
    for sentence in split(plain, blocks):
        if not _touches(covered, sentence.start, sentence.end):
            words = reading.text[sentence.start : sentence.end]
            why = _why(sentence, named, reading.language)
            yield Unread(words=words, start=sentence.start, end=sentence.end, why=why)


def _touches(covered: list[tuple[int, int]], start: int, end: int) -> bool:
    number = bisect_left(covered, (end, 0))
    return number > 0 and covered[number - 1][1] > start


def _why(sentence: Sentence, named: list[Named], language: str) -> str:
    """Why nothing came of a sentence; what is not known is said to be unknown."""
    first = bisect_left(named, sentence.start, key=lambda one: one.start)
    names = first < len(named) and named[first].start < sentence.end
    if sentence.role == "heading":
        return say("a heading: it tells the organ and the day at most")
    document = _document_noun(language).search(sentence.plain)
    ahead = _AHEAD.get(language)
    if ahead and ahead.search(sentence.plain):
        return say("it looks ahead, but promises nothing that could be checked later, or nobody does")
    if document:
        return say("it names a document, but no word for what was done with it")
    if names:
        return say("it names a party or a body, but no rule has a word for what it tells of them")
    return say("it names no party, no body and no document")


@cache
def _document_noun(language: str) -> re.Pattern[str]:
    """The nouns of documents in a language."""
    kinds = table(language if language in LANGUAGES else "en").get("document_kinds", {})
    nouns = [noun for group in kinds.values() for noun in group] or ["document"]
    return re.compile(rf"\b{either(nouns)}\b", re.IGNORECASE)


def write_explained(explained: Explained) -> str:
    """The same for a terminal."""
    lines = [f"{len(explained.items)} items, by {len(explained.rules)} rules (language: {explained.language})", ""]
    for one in explained.items:
        by = f", by {one.by}" if one.by else ""
        lines += [f"{one.kind}  [rule: {one.rule}{by}]"]
        lines += [f"  {name}: {value}" for name, value in one.says.items()]
        lines += [f"  “{_line(one.evidence)}” ({one.start}-{one.end})", ""]
    lines += [f"{len(explained.unread)} sentences of which nothing came:"]
    lines += [f"- {_line(one.words)} ({one.start}-{one.end})\n    {one.why}" for one in explained.unread]
    return "\n".join(lines) + "\n"


def _line(words: str) -> str:
    whole = " ".join(words.split())
    return whole if len(whole) <= _SHORT else f"{whole[:_SHORT]}…"
