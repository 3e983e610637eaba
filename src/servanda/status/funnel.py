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
from servanda.status.signatures import signatures
from servanda.words.phrases import say

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
    reasons = tuple(_why(name, all_signed=all_signed, all_bound=all_bound))
    done = bool(own) and not any(one.is_open for one in own)
    return Passed(name, commencement(book, name, as_of), all_signed, all_bound, done, bool(own), reasons)


def _why(name: str, *, all_signed: bool, all_bound: bool) -> Iterator[Reason]:
    if not all_signed:
        yield Reason(say("{document}: a signature is open or not recorded", document=name))
    if not all_bound:
        yield Reason(say("{document}: not in force for everybody who signed", document=name))


def commencement(book: Book, name: str, as_of: date) -> Commencement:
    """By what a document commences, as its clause says."""
    clauses = [act for act, _event in book.acts(Clause, name, as_of) if act.about == "entry-into-force"]
    if not clauses:
        return "not recorded"
    lines = " ".join(line for line in clauses[-1].lines if line.strip().startswith(("when", "any-of")))
    return next((how for word, how in _BY_WORD if word in lines), "other")
