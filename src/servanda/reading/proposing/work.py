"""One reading being turned into acts: what is known, what was proposed so far, what was left."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

import msgspec

from servanda.acts import Act, Cite, Passage, Proposal
from servanda.acts.declarations import Instrument
from servanda.days import Day, NotADay
from servanda.reading.naming import parties_named
from servanda.reading.proposing.matching import Known, Match
from servanda.reading.proposing.standing import Naming, missing
from servanda.reading.records import Item, Reading
from servanda.reading.sentences import paragraphs, plain_text, split

NEW = "not known to the record: proposed as new"


@dataclass(frozen=True, slots=True)
class Left:
    """An item that was read but makes no act, and why: nothing that was read is lost."""

    words: str
    why: str


@dataclass
class Work:
    """One reading being turned into acts: what is known, what was proposed so far."""

    reading: Reading
    known: Known
    source: str
    day: Day
    text: str
    organisation: str = ""
    organ: str = ""
    session: str = ""
    documents: list[tuple[str, str]] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    matched: dict[str, Match] = field(default_factory=dict)
    """The names of the text that were matched with the record, each with the reason."""

    def add(self, kind: type[Act], item: Item, reason: str, /, **fields: Any) -> None:
        """Propose an act that rests on the passage of an item, and on `also`, other words that stand in the text."""
        cite = Cite(self.source, item.evidence, f"{item.start}-{item.end}")
        cites = [cite, *self._also(fields.pop("also", ""), item)]
        act = self._supported(kind(on=self.day, source=tuple(cites), **fields))
        self.naming.learn(act)
        passage = Passage(item.evidence, item.start, item.end)
        by = f" (found by {item.by})" if item.by else ""
        self.proposals.append(Proposal(act, passage, reason + by))

    def _supported(self, act: Act) -> Act:
        """The act with a passage for everybody it names: who is told by "he" or "it" is named elsewhere in the text.

        Where the text names somebody nowhere, the act says itself that it was inferred.
        """
        wanting = missing(act, _quoted(act), self.naming)
        start = int(act.source[0].place.partition("-")[0])
        found = (self._place_of(name, start) for name in wanting)
        cites = [Cite(self.source, self.text[begin:end], f"{begin}-{end}") for begin, end in filter(None, found)]
        act = msgspec.structs.replace(act, source=(*act.source, *dict.fromkeys(cites)))
        inferred = cites != [] and not missing(act, _quoted(act), self.naming)
        return act if inferred or not wanting else msgspec.structs.replace(act, confidence="inferred")

    def _place_of(self, name: str, start: int) -> tuple[int, int] | None:
        """The sentence that names a party or a document last before a place, else first after it."""
        named = next((one.passage for one in self.proposals if one.act.object == name), None)
        if named:
            return named.start, named.end
        places = self._mentioned.get(name, [])
        if not places:
            return None
        place = places[max(0, bisect_right(places, start) - 1)]
        number = bisect_right(self._sentences, place, key=lambda sentence: sentence[0]) - 1
        return self._sentences[max(0, number)]

    @cached_property
    def naming(self) -> Naming:
        """How the parties and documents of this work are named."""
        return Naming(self.known.book)

    @cached_property
    def _mentioned(self) -> dict[str, list[int]]:
        """Where the text names each party."""
        places: dict[str, list[int]] = {}
        for named in parties_named(self.text):
            found = None if named.code else self.known.actor(named.name)
            places.setdefault(named.code or (found.name if found else named.name), []).append(named.start)
        return places

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        plain = plain_text(self.text)
        return [(one.start, one.end) for one in split(plain, list(paragraphs(plain)))]

    def _also(self, words: str, item: Item) -> list[Cite]:
        """A second passage with words that the first does not hold, where the text has them verbatim."""
        start = self.text.find(words) if words and words not in item.evidence else -1
        return [Cite(self.source, words, f"{start}-{start + len(words)}")] if start >= 0 else []

    def free_name(self, prefix: str) -> str:
        """The next name of a thing made in the session that is not taken yet."""
        taken = self.known.book.objects | {one.act.object for one in self.proposals}
        return next(name for number in count(1) if (name := f"{self.session}/{prefix}{number}") not in taken)

    def leave(self, item: Item, why: str) -> None:
        """Say why an item makes no act."""
        self.left.append(Left(item.evidence, why))

    def actor(self, name: str, item: Item) -> Match | None:
        """The party of a name; one that is not known is left, with the reason."""
        found = self.known.actor(name)
        if found is None:
            self.leave(item, f"'{name}' is neither a state nor a body that the record knows")
        else:
            self.matched.setdefault(name, found)
        return found

    def day_of(self, written: str | None) -> Day | None:
        """A day as read, or none."""
        try:
            return Day.parse(written) if written else None
        except NotADay:
            return None


def _quoted(act: Act) -> str:
    return " ".join(cite.passage for cite in act.source)


def declare_document(work: Work, item: Item, title: str, kind: str) -> str:
    """The name of a document: a known one, or a new one that is declared."""
    match = work.known.document(title, kind, str(work.day))
    if match:
        work.matched.setdefault(title, match)
        return match.name
    year = work.day.first.year
    name, taken = f"{work.organisation}-{year}-{kind}", {one for one, _title in work.documents}
    number = 2
    while name in taken or work.known.book.declared(Instrument, name):
        name, number = f"{work.organisation}-{year}-{kind}-{number}", number + 1
    work.add(
        Instrument,
        item,
        NEW,
        of=name,
        title=title[:1].upper() + title[1:],
        character=kind,
        within=work.organisation,
    )
    return name
