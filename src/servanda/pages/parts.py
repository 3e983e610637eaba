"""The parts that pages are made of: references to parties, things, days and acts, and reasons that open to them.

Every field says in its annotation what it holds; the reference pages and the tests read it there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated
from urllib.parse import urlencode

from servanda.acts import Act
from servanda.book import Book, Held
from servanda.days import Day, Period
from servanda.law.reasons import Reason
from servanda.pages.naming import Names
from servanda.text import print_head
from servanda.words.collation import Key, collation_key
from servanda.words.named_days import named_days
from servanda.words.phrases import AMOUNT, NUMBER, PARTIES, SHARE, Phrase, parts_of, said_of, say

CLOSING = say(
    "As recorded on the day shown. The depositary's notifications and the authentic texts prevail. "
    "To ask for a correction, name the number of the entry and the source that shows the mistake."
)


LICENCE = "CC BY 4.0"
"""Under which the record of this repository may be used; whoever keeps another record says its own."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Marks a field that holds a word of a closed list: data keep the word, the other faces show its label."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Again:
    """Marks a field that says for data what a field beside it tells in full: the terminal leaves it out."""


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party with its code and its name in the language of the page."""

    code: Annotated[str, "The code of the state, or the name of the organisation in the record."]
    name: Annotated[str, "The name in the language of the page."]


@dataclass(frozen=True, slots=True)
class ThingRef:
    """A document, session, organ or organisation, with its title."""

    id: Annotated[str, "The name in the record."]
    title: Annotated[str, "The title in the language of the page."]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where an act is told."""

    title: Annotated[str, "The title of the publication."]
    publisher: Annotated[str, "Who published it, where known."]
    address: Annotated[str, "Where it stands, where known."]
    passage: Annotated[str, "The words it rests on, verbatim, where quoted."]


@dataclass(frozen=True, slots=True)
class ActRef:
    """An act of the record, with its sources and its place in the journal."""

    id: Annotated[str, "The act's id: the SHA-256 of its canonical bytes."]
    entry: Annotated[int, "The number of its entry in the journal; 0 where it stands in none."]
    head: Annotated[str, "Its head line, as in the record."]
    confidence: Annotated[str, "read, known, inferred or computed-back.", Listed("confidence")]
    note: Annotated[str, "What the record notes about it, once the days that the note names have passed."]
    sources: Annotated[list[SourceRef], "Where it is told."]


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One step of the reasons for an answer."""

    words: Annotated[str, "The step in words."]
    on: Annotated[Day | None, "The day it speaks of."]
    authority: Annotated[str, "The article or rule it rests on."]
    acts: Annotated[list[ActRef], "The acts it rests on."]


@dataclass(frozen=True, slots=True)
class MissingRow:
    """One thing that is missing for entry into force, as data."""

    words: Annotated[str, "What is missing, in words."]
    number: Annotated[int | None, "How many more, where a number is missing."]
    amount: Annotated[str, "How much more by a table of weights, as a fraction."]
    share: Annotated[str, "What further share of a whole, as a fraction: 3/100."]
    parties: Annotated[list[PartyRef], "Whose act is missing, or (with a number) among whom."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page says of itself."""

    title: Annotated[str, "The title."]
    as_of: Annotated[date, "The day the page speaks of."]
    language: Annotated[str, "The language of the page: en or ru."]
    known: Annotated[str, "As known when: today, or by which entry or moment of the journal.", Listed("known")]
    head: Annotated[int, "The number of the newest entry that the page knows."]
    address: Annotated[str, "The address to cite, with the day in it."]
    closing: Annotated[str, "The reservation under every page."]
    licence: Annotated[str, "The licence under which what the page tells may be used."]


@dataclass(frozen=True)
class View:
    """What a page is made from: the book, the day, the names, and how the moment of knowledge is told.

    `start` is the row with which the section of a long table begins; None asks for the whole table.
    """

    book: Book
    as_of: date
    language: str = "en"
    known: str = "today"
    licence: str = LICENCE
    start: int | None = None
    _acts: dict[str, ActRef] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def names(self) -> Names:
        """The names of the record in the language of the page."""
        return Names(self.book, self.language)

    def tell(self, words: str) -> str:
        """A sentence in the language of the page, with its days, states and things by their names."""
        return self.names.tell(words)

    def note(self, text: str) -> str:
        """A note of the record, from the day on by which all the days that it names have passed.

        A note has no day of its own, and a page of 2014 must not tell what came in 2023.
        """
        return text if all(day <= self.as_of for day in named_days(text)) else ""

    def frame(self, title: str, path: str, **asked: str | int) -> dict[str, object]:
        """The fields that every page has; the title is told in the language of the page.

        What the page is asked beside the day stands in its address, where it is not empty.
        """
        address = f"{path}?as-of={self.as_of}" + ("" if self.known == "today" else f"&known-by={self.known}")
        address += "" if self.language == "en" else f"&language={self.language}"
        own = {name: value for name, value in asked.items() if value}
        address += f"&{urlencode(own)}" if own else ""
        return {
            "title": self.tell(title) if isinstance(title, Phrase) else title,
            "as_of": self.as_of,
            "language": self.language,
            "known": self.known,
            "head": self.book.head,
            "address": address,
            "closing": self.tell(CLOSING),
            "licence": self.licence,
        }

    def party(self, code: str) -> PartyRef:
        """A reference to a party."""
        return PartyRef(code, self.names.party(code))

    def parties(self, codes: tuple[str, ...] | frozenset[str]) -> list[PartyRef]:
        """References to parties, in the alphabet of the language."""
        return sorted((self.party(code) for code in codes), key=lambda ref: self.order(ref.name))

    def order(self, name: str) -> Key:
        """What to sort a name by: its place in the alphabet of the language."""
        return collation_key(name, self.language)

    def thing(self, name: str) -> ThingRef:
        """A reference to a document, session, organ or organisation."""
        return ThingRef(name, self.names.thing(name))

    def reasons(self, reasons: tuple[Reason, ...]) -> list[ReasonLine]:
        """The reasons of an answer, each opening to its acts."""
        return [self._reason(one) for one in reasons]

    def _reason(self, one: Reason) -> ReasonLine:
        return ReasonLine(self.tell(one.words), one.on, self.names.authority(one.authority), self.acts(one.acts))

    def missing(self, words: str) -> MissingRow:
        """What is missing, as data beside its words."""
        number = next((one for one in said_of(words, NUMBER) if isinstance(one, int)), None)
        amount, share = (next(iter(said_of(words, name)), "") for name in (AMOUNT, SHARE))
        parties = [code for one in said_of(words, PARTIES) for code in parts_of(one)]
        return MissingRow(self.tell(words), number, str(amount), str(share), self.parties(tuple(parties)))

    def acts(self, ids: tuple[str, ...]) -> list[ActRef]:
        """References to acts by their ids."""
        found = (self.book.find(act_id) for act_id in dict.fromkeys(ids))
        return [self.act(held) for held in found if held]

    def act(self, held: Held) -> ActRef:
        """A reference to an act; the same act is told once, however many reasons rest on it."""
        if held.id not in self._acts:
            act = held.act
            head = print_head(act)
            note, sources = self.note(act.note), self.sources(act)
            self._acts[held.id] = ActRef(held.id, held.number, head, act.confidence, note, sources)
        return self._acts[held.id]

    def sources(self, act: Act) -> list[SourceRef]:
        """Where an act is told."""
        found = []
        for cite in act.source:
            source = self.book.sources.get(cite.of)
            title, publisher = (source.title, source.publisher) if source else (cite.of, "")
            found.append(SourceRef(title, publisher, source.address if source else "", cite.passage))
        return found


def period_ends(period: Period | None) -> tuple[Day | None, Day | None]:
    """The two ends of a period, or none."""
    return (period.start, period.end) if period else (None, None)
