"""All that is known about a text before the rules look at it, and the small questions every rule asks."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TypedDict

from servanda.reading.attendance import by_code, entries, with_rolls
from servanda.reading.cues import by_word, either, words
from servanda.reading.datelines import dateline
from servanda.reading.dates import FoundDate, find_dates, only_date
from servanda.reading.holders import find_holders
from servanda.reading.learned import learn
from servanda.reading.mentions import Kind, Mention, find_mentions
from servanda.reading.offices import Holder
from servanda.reading.outline import titles_over
from servanda.reading.people import People, meet
from servanda.reading.presence import presence
from servanda.reading.rolls import Entry
from servanda.reading.sentences import Sentence, lowered, paragraphs, plain_text, split, unwrapped
from servanda.reading.shouted import shouted
from servanda.reading.speech import Speech, find_speech
from servanda.words.organisations import organisations, organs

STATES: tuple[Kind, ...] = ("state",)
STATE_WORDS: tuple[Kind, ...] = ("state", "demonym")


class Passage(TypedDict):
    """The fields that every item is made with."""

    evidence: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Context:
    """A text with its sentences, mentions, dates, direct speech and people."""

    text: str
    plain: str
    sentences: list[Sentence]
    mentions: tuple[Mention, ...]
    mention_starts: list[int]
    dates: list[FoundDate]
    speech: list[Speech]
    holders: list[Holder]
    people: People
    day: dt.date | None
    organisation: str | None
    roll: list[Entry[Holder]]
    titles: dict[int, Sentence]

    def mentioned(self, start: int, end: int, kinds: tuple[Kind, ...] = STATES) -> list[Mention]:
        """The mentions of some kinds that lie between two places."""
        first, last = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return [m for m in self.mentions[first:last] if m.end <= end and m.kind in kinds]

    def dated(self, start: int, end: int) -> list[FoundDate]:
        """The dates that begin between two places."""
        first = bisect_left(self.dates, start, key=lambda date: date.start)
        last = bisect_left(self.dates, end, key=lambda date: date.start)
        return self.dates[first:last]

    def held(self, start: int, end: int) -> list[Holder]:
        """The persons with an office whose names begin between two places."""
        first = bisect_left(self.holders, start, key=lambda holder: holder.start)
        last = bisect_left(self.holders, end, key=lambda holder: holder.start)
        return self.holders[first:last]

    def body(self) -> list[Sentence]:
        """The sentences and list items, without headings."""
        return self._body

    def headings(self) -> list[Sentence]:
        """The headings, the dateline among them."""
        return self._headings

    def presences(self, start: int, end: int) -> list[re.Match[str]]:
        """The verbs of taking part that lie between two places."""
        first = bisect_left(self._presences, start, key=lambda match: match.start())
        last = bisect_left(self._presences, end, key=lambda match: match.start())
        return [match for match in self._presences[first:last] if match.end() <= end]

    @cached_property
    def _presences(self) -> list[re.Match[str]]:
        return list(presence().finditer(lowered(self.plain)))

    @cached_property
    def _body(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.asserts()]

    @cached_property
    def _headings(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.role == "heading"]

    def speech_at(self, place: int) -> Speech | None:
        """The direct speech around a place, if any."""
        number = bisect_left(self.speech, place + 1, key=lambda speech: speech.start) - 1
        return self.speech[number] if number >= 0 and place < self.speech[number].end else None

    def passage(self, start: int, end: int, rule: str) -> Passage:
        """The fields of a passage, without white space at its ends: what every item is made with."""
        return passage_of(self.text, start, end, rule)


def passage_of(text: str, start: int, end: int, rule: str) -> Passage:
    """The fields of a passage of a text, without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return {"evidence": text[start:end], "start": start, "end": end, "rule": rule}


def understand(text: str, published: dt.date | None = None) -> Context:
    """Everything that is known about a text without asking what it reports; `published` is the day it came out."""
    plain = plain_text(text)
    blocks = list(paragraphs(plain))
    plain = unwrapped(plain, blocks)
    sentences = split(plain, blocks)
    mentions = find_mentions(plain)
    coded = (Mention(start, end, "state", party) for start, end, party in by_code(sentences))
    mentions = (*mentions, *learn(plain, mentions), *coded, *shouted(sentences))
    mentions = tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))
    speech = find_speech(plain, blocks)
    found = find_holders(plain, mentions)
    roll = entries(plain, sentences, mentions, found)
    found = with_rolls(_outside_headings(found, sentences), roll)
    holders = [replace(h, name=one_line(text[h.name_start : h.name_start + len(h.name)])) for h in found]
    day = dateline(sentences, only_date, find_dates, published)
    people = meet(
        plain, sentences, speech, holders, _home(plain, mentions, holders), seated=_seat(plain, mentions) is not None
    )
    starts = [mention.start for mention in mentions]
    dates = find_dates(plain, day)
    organisation = _main_organisation(mentions, sentences)
    titles = titles_over(plain, sentences)
    return Context(
        text, plain, sentences, mentions, starts, dates, speech, holders, people, day, organisation, roll, titles
    )


def _home(plain: str, mentions: tuple[Mention, ...], holders: list[Holder]) -> str | None:
    """The state from which a text speaks: the one whose seat it names, else the one named most that has no officer."""
    seat = _seat(plain, mentions)
    if seat:
        return seat
    led = {holder.party for holder in holders}
    named = Counter(m.party for m in mentions if m.kind in STATE_WORDS and m.party not in led)
    first, second = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > max(1, second[1]) else None


def _seat(plain: str, mentions: tuple[Mention, ...]) -> str | None:
    """The state whose seat of government, or whose own way to publish, the text shows."""
    seats = [m.party for m in mentions if m.kind == "capital" and plain[m.start : m.end] in words("seats")]
    return next(iter(seats), None) or next(
        (by_word("publishes")[one_line(m[0]).lower()] for m in _publishes().finditer(plain)), None
    )


@cache
def _publishes() -> re.Pattern[str]:
    return re.compile(rf"\b{either(by_word('publishes'))}(?!\w| for\b)", re.IGNORECASE)


def _main_organisation(mentions: tuple[Mention, ...], sentences: list[Sentence]) -> str | None:
    """The organisation the text is about: named in a first heading, else the one named most often."""
    longer = {m.start + len(m.party.split(" of ")[0]) for m in mentions if m.kind == "body" and " of " in m.party}
    in_capitals = next((name for s in sentences[:4] if (name := _in_capitals(s))), None)
    if in_capitals:
        return in_capitals
    named = [(m.start, m.party) for m in mentions if m.kind == "organisation" and m.end not in longer]
    named += [(m.start, organs()[m.party]) for m in mentions if m.kind == "body" and m.party in organs()]
    for heading in [sentence for sentence in sentences[:8] if sentence.role == "heading"]:
        inside = sorted(pair for pair in named if heading.start <= pair[0] < heading.end)
        if inside:
            return inside[0][1]
    counts = Counter(party for _, party in sorted(named))
    party, times = counts.most_common(1)[0] if counts else ("", 0)
    early = min((start for start, name in named if name == party), default=0)
    body = [sentence for sentence in sentences if sentence.role != "heading"]
    return party if times > 1 or (times and early < body[min(1, len(body) - 1)].end) else None


def _in_capitals(sentence: Sentence) -> str | None:
    """The organisation of a heading in capitals, where any short word looks like the letters of one."""
    if sentence.role != "heading" or not sentence.plain.isupper():
        return None
    padded = f" {sentence.plain.lower()} "
    names = {name: short for name, short in organisations().items() if " " in name and f" {name.lower()} " in padded}
    return names[max(names, key=len)] if names else None


def _outside_headings(holders: list[Holder], sentences: list[Sentence]) -> list[Holder]:
    """A heading in Capital Letters makes names out of anything, so only the text itself is believed."""
    headings = [(sentence.start, sentence.end) for sentence in sentences if sentence.role == "heading"]
    starts = [start for start, _ in headings]
    kept = []
    for holder in holders:
        number = bisect_left(starts, holder.start + 1) - 1
        if number < 0 or holder.start >= headings[number][1]:
            kept.append(holder)
    return kept


def one_line(words: str) -> str:
    """Words on one line, with single spaces."""
    return re.sub(r"\s+", " ", words).strip()
