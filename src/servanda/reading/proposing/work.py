"""One reading being turned into acts: what is known, what was proposed so far, what was left."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from servanda.acts import Act, Cite, Passage, Proposal
from servanda.acts.declarations import Instrument
from servanda.days import Day, NotADay
from servanda.reading.proposing.matching import Known, Match
from servanda.reading.records import Item, Reading

NEW = "not known to the record: proposed as new"


@dataclass(frozen=True, slots=True)
class Left:
    """An item that was read but makes no act, and why: nothing that was read is lost."""

    words: str
    why: str


@dataclass(slots=True)
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

    def add(self, kind: type[Act], item: Item, reason: str, /, **fields: Any) -> None:
        """Propose an act that rests on the passage of an item, and on `also`, other words that stand in the text."""
        cite = Cite(self.source, item.evidence, f"{item.start}-{item.end}")
        cites = [cite, *self._also(fields.pop("also", ""), item)]
        act = kind(on=self.day, source=tuple(cites), **fields)
        passage = Passage(item.evidence, item.start, item.end)
        self.proposals.append(Proposal(act, passage, reason))

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
        return found

    def day_of(self, written: str | None) -> Day | None:
        """A day as read, or none."""
        try:
            return Day.parse(written) if written else None
        except NotADay:
            return None


def declare_document(work: Work, item: Item, title: str, kind: str) -> str:
    """The name of a document: a known one, or a new one that is declared."""
    match = work.known.document(title, kind, str(work.day))
    if match:
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
