"""What is read from a communiqué: one type per kind of item, each quoting the passage it rests on."""

from __future__ import annotations

import msgspec

from servanda.problems import Problem
from servanda.reading.texts import Origin
from servanda.words.vocabulary import (
    DecisionType,
    DocumentAction,
    DocumentKind,
    NextSessionStatus,
    SessionFormat,
    Strength,
)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    r"""What every item carries: its passage, verbatim, its place in the text, and the rule that found it.

    `start` and `end` are code points in the text with its newlines as \\n.
    """

    evidence: str
    start: int
    end: int
    rule: str
    by: str = ""
    """Who found it: empty for the rules, "model NAME" for an assistant."""


class Session(Item, frozen=True, kw_only=True):
    """The session reported: which organ met, when, how, where, and which state presided."""

    organ: str | None = None
    organisation: str | None = None
    date: str | None = None
    format: SessionFormat | None = None
    place: str | None = None
    chair: str | None = None


class Participant(Item, frozen=True, kw_only=True):
    """A party that took part, and who spoke for it where the text says so."""

    party: str
    person: str | None = None


class Absent(Item, frozen=True, kw_only=True):
    """A party that the text says was absent, with the reason it gives."""

    party: str
    reason: str | None = None


class Person(Item, frozen=True, kw_only=True):
    """A person named with an office."""

    name: str
    office: str


class Document(Item, frozen=True, kw_only=True):
    """A document and what was done with it."""

    title: str
    kind: DocumentKind
    action: DocumentAction


class Decision(Item, frozen=True, kw_only=True):
    """A decision on anything but a document: a presidency, an appointment, a membership."""

    type: DecisionType
    what: str
    parties: tuple[str, ...] = ()
    when: str | None = None


class NextSession(Item, frozen=True, kw_only=True):
    """When and where the same organ is to meet next."""

    date: str | None = None
    place: str | None = None
    status: NextSessionStatus


class Commitment(Item, frozen=True, kw_only=True):
    """What a named actor said or was told to do, and what can later be checked."""

    actor: str
    what: str
    deadline: str | None = None
    strength: Strength


class Suggestion(Item, frozen=True, kw_only=True):
    """What somebody suggested that others do or agree to."""

    actor: str
    what: str


class Quote(Item, frozen=True, kw_only=True):
    """Direct speech and who said it, where the text lets one tell."""

    speaker: str | None = None


class Transmission(Item, frozen=True, kw_only=True):
    """Documents that go to a party for its signature."""

    party: str
    what: str


class Consulted(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the items that an assistant gave: only those count whose passage stands in the text."""

    name: str
    given: int = 0
    added: int = 0
    doubles: int = 0
    """Items that the rules had found, too, or that were given twice."""
    dropped: int = 0
    """Items whose passage or names do not stand in the text, or that are not of the form asked for."""
    respaced: int = 0
    """Items whose passage differed from the text in white space only; the text's own words were taken."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read from one text."""

    session: Session | None = None
    participants: tuple[Participant, ...] = ()
    absent: tuple[Absent, ...] = ()
    persons: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    decisions: tuple[Decision, ...] = ()
    next_session: NextSession | None = None
    commitments: tuple[Commitment, ...] = ()
    proposals: tuple[Suggestion, ...] = ()
    quotes: tuple[Quote, ...] = ()
    transmissions: tuple[Transmission, ...] = ()
    language: str = "en"
    text_sha256: str = ""
    origin: Origin | None = None
    """The file that the text was taken from, where there was one."""
    assistant: Consulted | None = None
    problems: tuple[Problem, ...] = ()
    text: str = ""

    @property
    def source_sha256(self) -> str:
        """The hash of the file that was read, or of the text where there was no file."""
        return self.origin.sha256 if self.origin else self.text_sha256

    def items(self) -> list[Item]:
        """Every item of every kind, for whoever checks or shows the passages."""
        lists = (
            self.participants,
            self.absent,
            self.persons,
            self.documents,
            self.decisions,
            self.commitments,
            self.proposals,
            self.quotes,
            self.transmissions,
        )
        single: list[Item] = [item for item in (self.session, self.next_session) if item]
        return single + [item for group in lists for item in group]
