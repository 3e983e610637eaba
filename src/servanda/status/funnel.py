"""What became of an organisation's documents: adopted, signed by all, in force for all, carried out.

Each stage is a part of the one before. "All" are those who took part: who signed, approved or was asked to sign. A
document is carried out when it has commitments and nothing of them is left to do; one without commitments is not
counted there, and how many these are is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.commitments import Plan, Undertake
from servanda.acts.declarations import Clause, Instrument
from servanda.acts.sessions import Decide
from servanda.book import Book
from servanda.law.reasons import Reason
from servanda.status.commitment import Commitment
from servanda.status.commitments import commitments_of
from servanda.status.party import chart
from servanda.status.signatures import Signature, signatures
from servanda.status.standing import Standing
from servanda.words.phrases import listed, say

Commencement = Literal["signature", "ratification", "procedures", "other", "not recorded"]

_BY_WORD: tuple[tuple[str, Commencement], ...] = (
    ("ratification", "ratification"),
    ("notification", "procedures"),
    ("completion", "procedures"),
    ("deposit", "procedures"),
    ("consent", "procedures"),
    ("signature", "signature"),
    ("signator", "procedures"),
)


@dataclass(frozen=True, slots=True)
class Passed:
    """One document and how far it came."""

    document: str
    commencement: Commencement
    signed_by_all: bool
    in_force_for_all: bool
    carried_out: bool
    has_commitments: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """The documents of an organisation, or of one of its organs, and how many came how far."""

    of: str
    documents: tuple[Passed, ...]

    @property
    def adopted(self) -> int:
        """How many were adopted."""
        return len(self.documents)

    @property
    def signed(self) -> int:
        """How many of them everybody signed who took part."""
        return sum(one.signed_by_all for one in self.documents)

    @property
    def in_force(self) -> int:
        """How many of these bind everybody who took part."""
        return sum(one.signed_by_all and one.in_force_for_all for one in self.documents)

    @property
    def carried_out(self) -> int:
        """How many of these are carried out."""
        return sum(one.signed_by_all and one.in_force_for_all and one.carried_out for one in self.documents)

    def commencing(self, by: str) -> int:
        """How many commence by signature, after ratification, or after internal procedures."""
        return sum(one.commencement == by for one in self.documents)


def funnel(book: Book, of: str, as_of: date) -> Funnel:
    """The funnel of an organisation, or of an organ by the documents that its sessions disposed of."""
    documents = _documents(book, of, as_of)
    promised = _promised(book, frozenset(documents), as_of)
    return Funnel(of, tuple(_passed(book, name, promised[name], as_of) for name in documents))


def _promised(book: Book, documents: frozenset[str], as_of: date) -> dict[str, list[Commitment]]:
    """The commitments of each document: under it, or by a name below its own."""
    events = [*book.events(Plan), *book.events(Undertake)]
    mine = (event for event in events if documents.intersection(_above(event.act.object, event.act)))
    found: dict[str, list[Commitment]] = defaultdict(list)
    for one in commitments_of(book, mine, as_of):
        for name in _above(one.id, one):
            found[name].append(one)
    return found


def _above(name: str, about: object) -> set[str]:
    """The documents that a commitment may belong to: the one it is under, and those in whose name its own begins."""
    parts = name.split("/")
    return {getattr(about, "under", ""), *("/".join(parts[:length]) for length in range(1, len(parts)))}


def _documents(book: Book, of: str, as_of: date) -> list[str]:
    declared = {act.of for act, _event in book.acts(Instrument, None, as_of) if act.within == of}
    decided = {act.of for act, _event in book.acts(Decide, None, as_of) if act.session.startswith(f"{of}/")}
    return sorted(decided if "/" in of else declared)


def _passed(book: Book, name: str, own: list[Commitment], as_of: date) -> Passed:
    signed = signatures(book, name, as_of)
    parties = chart(book, name, as_of)
    all_signed = bool(signed) and all(one.state == "signed" for one in signed)
    concerned = [one for one in parties if one.signed or one.consented]
    all_bound = bool(concerned) and all(one.is_bound for one in concerned)
    unsigned = [one for one in signed if one.state != "signed"]
    unbound = [one for one in concerned if not one.is_bound]
    left = [one for one in own if one.is_open]
    reasons = (*_unsigned(name, unsigned, known=bool(signed)), *_unbound(name, unbound), *_left(name, left, len(own)))
    done = bool(own) and not left
    return Passed(name, commencement(book, name, as_of), all_signed, all_bound, done, bool(own), reasons)


def _unsigned(name: str, found: list[Signature], *, known: bool) -> Iterator[Reason]:
    """Whose signature is open or not recorded."""
    if not known:
        yield Reason(say("{document}: no signature is recorded", document=name))
    if found:
        acts = tuple(act for one in found for reason in one.reasons for act in reason.acts)
        parties = listed(one.party for one in found)
        yield Reason(
            say("{document}: a signature is open or not recorded: {parties}", document=name, parties=parties), acts
        )


def _unbound(name: str, found: list[Standing]) -> Iterator[Reason]:
    """For whom it is not in force, with the acts by which each took part, or ceased to."""
    if found:
        acts = tuple(act for one in found for reason in one.reasons[:1] for act in reason.acts)
        parties = listed(one.party for one in found)
        yield Reason(say("{document}: not in force for {parties}", document=name, parties=parties), acts)


def _left(name: str, found: list[Commitment], of: int) -> Iterator[Reason]:
    """How much of its commitments is left to do, as far as is known."""
    if found:
        acts = tuple(dict.fromkeys(act for one in found for reason in one.reasons[:1] for act in reason.acts))
        words = say(
            "{document}: {number} of {total} commitments are not told to be done",
            document=name,
            number=len(found),
            total=of,
        )
        yield Reason(words, acts)


def commencement(book: Book, name: str, as_of: date) -> Commencement:
    """By what a document commences, as its clause says."""
    clauses = [act for act, _event in book.acts(Clause, name, as_of) if act.about == "entry-into-force"]
    if not clauses:
        return "not recorded"
    lines = " ".join(line for line in clauses[-1].lines if line.strip().startswith(("when", "any-of")))
    return next((how for word, how in _BY_WORD if word in lines), "other")
