"""The standing of a party towards an instrument: one word of a closed list, since when, and why.

The pair is the primitive of the law of treaties (`servanda.status.pair`); this is its summary.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from servanda.acts.consent import ApplyProvisionally, Disclaim, Receive
from servanda.acts.depositary import NotifyForce
from servanda.acts.documents import Transmit
from servanda.book import Book
from servanda.law.reasons import Reason
from servanda.status.binding import binding, with_all
from servanda.status.extent import extent_of
from servanda.status.leaving import end_of_the_state, ended, leaving, published_as_ended
from servanda.status.matter import Matter
from servanda.status.own import Own
from servanda.status.reservations import standing_reservations
from servanda.status.standing import BOUND, Answer, Standing, Territory, Word
from servanda.status.succession import eve, predecessors
from servanda.status.suspension import suspended
from servanda.status.waiting import entitled, provisional, signed
from servanda.words.phrases import say, term

__all__ = ["BOUND", "Standing", "Territory", "Word", "chart", "standing", "standings"]


def standing(book: Book, of: str, party: str, as_of: date, *, testimony: bool = True) -> Standing:
    """The standing of a party as of a day; without `testimony` by the acts and the clause alone."""
    return standing_of(Own(book, of, party, as_of, testimony, decide))


def standing_of(own: Own) -> Standing:
    """The standing of a party whose acts are at hand."""
    answer = decide(own)
    signature, consent = own.last("signature"), own.consent
    extent = extent_of(own, answer)
    return Standing(
        instrument=own.of,
        party=own.party,
        as_of=own.as_of,
        word=answer.word,
        since=answer.since,
        signed=signature.on if signature else None,
        consented=consent.on if consent else None,
        means=consent.means if consent else "",
        reserved=bool(standing_reservations(own)),
        reasons=(*answer.reasons, *extent.reasons, *own.premature),
        bound_since=answer.bound_since,
        without=extent.without,
        optional=extent.optional,
        versions=extent.versions,
        territories=extent.territories,
        towards=extent.towards,
    )


def chart(book: Book, of: str, as_of: date, *, testimony: bool = True) -> tuple[Standing, ...]:
    """The standing of everybody who did something to an instrument, or was asked to, by code."""
    facts = book.facts(as_of)
    deeds = [deed for kind in ("signature", "consent", "adoption", "withdrawal") for deed in facts.deeds(of, kind)]
    asked = {party for act, _event in book.acts(Transmit, of, as_of) for party in act.to}
    kinds = (ApplyProvisionally, NotifyForce, Receive, Disclaim)
    others = {event.party for kind in kinds for event in book.events(kind, of, as_of) if event.party}
    parties = {deed.party for deed in deeds if deed.party} | asked | others
    return standings(Matter(book, of, as_of, testimony), sorted(parties))


def standings(matter: Matter, parties: Iterable[str]) -> tuple[Standing, ...]:
    """The standings of parties towards one instrument, what is the same for all of them looked up once."""
    book, of, as_of, testimony = matter.book, matter.of, matter.as_of, matter.testimony
    return tuple(standing_of(Own(book, of, one, as_of, testimony, decide, shared=matter)) for one in parties)


def decide(own: Own) -> Answer:
    """Ask the questions in the order in which one answer excludes the next."""
    bound = binding(own, own.consent)
    if bound and bound.word == "party":
        return _ceased(own, bound) or ended(own) or _suspended(own, bound) or bound
    return _ceased(own, bound) or _not_bound(own, bound)


def _ceased(own: Own, bound: Answer | None) -> Answer | None:
    """It ceased to be a party, or is about to: by its own end, by its withdrawal, or by what others published."""
    return end_of_the_state(own) or leaving(own, bound) or published_as_ended(own, bound)


def _not_bound(own: Own, bound: Answer | None) -> Answer:
    """Not a party by its own consent: what it is instead."""
    done = bound or with_all(own) or _inherited(own) or provisional(own) or signed(own)
    over = ended(own) if done else None
    return over or done or entitled(own)


def _suspended(own: Own, bound: Answer) -> Answer | None:
    """Its operation is suspended towards all, and not resumed since (VCLT, art. 72)."""
    found = suspended(own.rests, own.as_of).towards_all
    return Answer("suspended", found.on, (found, *bound.reasons), bound.bound_since) if found else None


def _inherited(own: Own) -> Answer | None:
    """What a successor has from its predecessor without an act of its own (VCST, arts. 16 to 18, 31, 34 and 36)."""
    for link in predecessors(own.matter.links, own.persons):
        before = own.ask(party=link.predecessor, as_of=eve(link.on)) if link.opens_treaties else None
        if before is None or before.word not in BOUND | {"contracting State"}:
            continue
        how = say(
            "succeeded {predecessor}, which was: {standing}, on {day} ({manner})",
            predecessor=link.predecessor,
            standing=term("standing", before.word),
            day=link.on,
            manner=term("manner", link.manner),
        )
        told = Reason(how, link.acts, link.on, link.authority)
        if link.keeps_treaties and before.word in BOUND:
            return Answer("bound by continuity", link.on, (told, Reason(_UNCONFIRMED), *before.reasons), link.on)
        return Answer("entitled", link.on, (told, Reason(_MAY_SUCCEED), *before.reasons))
    return None


_UNCONFIRMED = say(
    "unconfirmed: its own notification is not in the record; the convention's rule of continuity is disputed for "
    "states that are not parties to it, and depositaries list a successor once it notifies"
)
_MAY_SUCCEED = say("it may become a party by notifying its succession, or by acceding")
