"""All that is known about a Russian text before the rules look at it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from servanda.reading.context import Passage, passage_of
from servanda.reading.datelines import dateline
from servanda.reading.dates import FoundDate
from servanda.reading.outline import titles_over
from servanda.reading.rolls import Entry
from servanda.reading.russian.attendance import entries, with_rolls
from servanda.reading.russian.dates import find_dates, only_date
from servanda.reading.russian.gazetteer import Kind, Mention, find_mentions, organ_homes
from servanda.reading.russian.headers import Header, continued, find_headers, officers_of
from servanda.reading.russian.joined import joined
from servanda.reading.russian.learned import learn
from servanda.reading.russian.look import Look, between, look_at, place_of
from servanda.reading.russian.offices import Officer, find_offices
from servanda.reading.russian.people import People, meet
from servanda.reading.russian.speech import Speech, find_speech
from servanda.reading.russian.tokens import Token, Tokens, tokenise
from servanda.reading.sentences import Sentence, paragraphs, plain_text, split, unwrapped

_NEAR = 3
STATE: tuple[Kind, ...] = ("state",)
STATE_WORDS: tuple[Kind, ...] = ("state", "adjective")


@dataclass(frozen=True, slots=True)
class Context:
    """A text with its words, sentences, mentions, offices, people, direct speech and dates."""

    text: str
    plain: str
    tokens: Tokens
    sentences: list[Sentence]
    mentions: list[Mention]
    mention_starts: list[int]
    officers: list[Officer]
    headers: list[Header]
    people: People
    speech: list[Speech]
    dates: list[FoundDate]
    day: dt.date | None
    organisation: str | None
    look: Look
    roll: list[Entry[Officer]]
    titles: dict[int, Sentence]

    def words(self, start: int, end: int) -> list[Token]:
        """The words between two places."""
        return self.tokens.between(start, end)

    def mentioned(self, start: int, end: int, kinds: tuple[Kind, ...] = STATE) -> list[Mention]:
        """The mentions of some kinds between two places."""
        first, last = bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end)
        return [mention for mention in self.mentions[first:last] if mention.kind in kinds]

    def offices(self, start: int, end: int) -> list[Officer]:
        """The offices that are named between two places."""
        return between(self.officers, start, end)

    def lists(self, start: int, end: int) -> list[Header]:
        """The lists of states under a plural office between two places."""
        return between(self.headers, start, end)

    def dated(self, start: int, end: int) -> list[FoundDate]:
        """The dates that begin between two places."""
        return between(self.dates, start, end)

    def body(self) -> list[Sentence]:
        """The sentences and list items, without headings."""
        return [sentence for sentence in self.sentences if sentence.asserts()]

    def around(self, sentence: Sentence) -> list[Sentence]:
        """The sentences in the paragraphs around one, itself among them."""
        first = bisect_left(self.sentences, sentence.paragraph - _NEAR, key=lambda one: one.paragraph)
        last = bisect_right(self.sentences, sentence.paragraph + _NEAR, key=lambda one: one.paragraph)
        return [one for one in self.sentences[first:last] if one.role != "heading"]

    def headings(self) -> list[Sentence]:
        """The headings, the dateline among them."""
        return [sentence for sentence in self.sentences if sentence.role == "heading"]

    def speech_at(self, place: int) -> Speech | None:
        """The direct speech around a place, if any."""
        number = bisect_left(self.speech, place + 1, key=place_of) - 1
        return self.speech[number] if number >= 0 and place < self.speech[number].end else None

    def passage(self, start: int, end: int, rule: str) -> Passage:
        """The fields of a passage, without white space at its ends."""
        return passage_of(self.text, start, end, rule)


def understand(text: str, published: dt.date | None = None) -> Context:
    """Everything that is known about a text without asking what it reports; `published` is the day it came out."""
    plain = plain_text(text)
    blocks = list(paragraphs(plain))
    plain = unwrapped(plain, blocks)
    sentences = split(plain, blocks)
    tokens = tokenise(plain)
    known = find_mentions(plain, tokens)
    mentions = _joined(known, learn(plain, tokens, known))
    look = look_at(plain, tokens, mentions)
    headers = find_headers(look)
    officers = _all_officers(look, headers, sentences)
    roll = entries(look, sentences, officers)
    officers = sorted(with_rolls(officers, roll), key=lambda officer: (officer.start, officer.name_start))
    speech = find_speech(plain, tokens, blocks)
    day = dateline(sentences, only_date, find_dates, published)
    people = meet(tokens, sentences, officers, speech)
    starts = [mention.start for mention in mentions]
    dates = find_dates(plain, day)
    organisation = _main_organisation(mentions, sentences)
    return Context(
        text,
        plain,
        tokens,
        sentences,
        mentions,
        starts,
        officers,
        headers,
        people,
        speech,
        dates,
        day,
        organisation,
        look,
        roll,
        titles_over(plain, sentences),
    )


def _joined(known: list[Mention], learned: list[Mention]) -> list[Mention]:
    """All mentions by place; what the text itself names whole wins over a known name inside of it."""
    covered = {place for mention in learned for place in range(mention.start, mention.end)}
    return sorted([*learned, *(m for m in known if m.start not in covered)], key=lambda mention: mention.start)


def _all_officers(look: Look, headers: list[Header], sentences: list[Sentence]) -> list[Officer]:
    """All offices, those of lists among them, and those that the text joins to a name from afar."""
    alone = find_offices(look)
    found = [*alone, *(officer for header in headers for officer in officers_of(look, header))]
    found += [further for officer in alone for further in continued(look, officer)]
    found += list(joined(look, found, sentences))
    return sorted(found, key=lambda officer: (officer.start, officer.name_start))


def _main_organisation(mentions: list[Mention], sentences: list[Sentence]) -> str | None:
    """The organisation the text is about: named in a first heading, else the one named most often."""
    named = [(m.start, m.party) for m in mentions if m.kind == "organisation"]
    named += [(m.start, organ_homes()[m.party]) for m in mentions if m.kind == "organ" and m.party in organ_homes()]
    named.sort()
    for heading in [sentence for sentence in sentences[:4] if sentence.role == "heading"]:
        inside = [party for start, party in named if heading.start <= start < heading.end]
        if inside:
            return inside[0]
    counts = Counter(party for _, party in named)
    return counts.most_common(1)[0][0] if counts else None
