"""Who signed a document, who is asked to, and whose signature no source reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.documents import Sign, Transmit
from servanda.acts.sessions import Decide
from servanda.book import Book
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.words.phrases import say, term

SignatureState = Literal["signed", "open", "not recorded"]


@dataclass(frozen=True, slots=True)
class Signature:
    """One party's signature of one document: signed, asked for and open, or not recorded."""

    document: str
    party: str
    state: SignatureState
    on: Day
    reasons: tuple[Reason, ...]


def signatures(book: Book, document: str, as_of: date) -> tuple[Signature, ...]:
    """The signatures of a document as of a day, by party: a later state takes the place of an earlier one."""
    found: dict[str, Signature] = {}
    for event in book.events(Decide, document, as_of):
        if event.party and isinstance(event.act, Decide):
            outcome = term("outcome", event.act.outcome)
            words = say("{outcome} on {day}; no source reports a signature", outcome=outcome, day=event.on)
            reason = Reason(words, event.ids, event.on)
            found[event.party] = Signature(document, event.party, "not recorded", event.on, (reason,))
    for act, event in book.acts(Transmit, document, as_of):
        for party in act.to if act.purpose == "signature" else ():
            reason = Reason(
                say("sent for signature on {day}; no signature is recorded since", day=act.on), event.ids, act.on
            )
            found[party] = Signature(document, party, "open", act.on, (reason,))
    for event in book.events(Sign, document, as_of):
        reason = Reason(say("signed on {day}", day=event.on), event.ids, event.on)
        found[event.party] = Signature(document, event.party, "signed", event.on, (reason,))
    return tuple(found[party] for party in sorted(found))


def open_signatures(book: Book, as_of: date) -> tuple[Signature, ...]:
    """All signatures that are asked for and not recorded, by document and party."""
    documents = sorted({act.of for act, _event in book.acts(Transmit, None, as_of)})
    return tuple(
        signature
        for document in documents
        for signature in signatures(book, document, as_of)
        if signature.state == "open"
    )
