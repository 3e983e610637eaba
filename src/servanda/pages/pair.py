"""The page of two parties towards each other under one document, with every reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Instrument
from servanda.days import Day
from servanda.pages.parts import Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.pair import pair
from servanda.status.reservations import Effect
from servanda.status.standing import Standing
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class SideRow:
    """One of the two, and its own standing towards the document."""

    party: Annotated[PartyRef, "The party."]
    standing: Annotated[str, "Its standing towards the document, of the closed list.", Listed("standing")]
    since: Annotated[Day | None, "Since when it stands so; of a running withdrawal the day on which it takes effect."]
    amendments: Annotated[list[ThingRef], "The amendments that bind it."]


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """What a reservation of one does towards the other."""

    by: Annotated[PartyRef, "Who made it."]
    provision: Annotated[str, "The provision it concerns, where told."]
    words: Annotated[str, "Its words, as last modified."]
    towards: Annotated[PartyRef, "The other party."]
    response: Annotated[str, "accepted, objected, excluded, pending, or of no effect.", Listed("response")]
    since: Annotated[Day | None, "Since when."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage(Page):
    """The standing of two parties towards each other under a document."""

    document: Annotated[ThingRef, "The document."]
    between: Annotated[str, "One word of the closed list, the same from both sides.", Listed("relation")]
    since: Annotated[Day | None, "Since when."]
    in_force: Annotated[bool, "Whether the document is in force between the two and in operation."]
    provisional: Annotated[bool, "Whether it is applied between the two provisionally, without being in force."]
    amendments: Annotated[list[ThingRef], "The amendments that bind both: the version that governs between them."]
    without: Annotated[list[str], "The parts by which one of them is not bound."]
    sides: Annotated[list[SideRow], "Each of the two with its own standing."]
    reservations: Annotated[list[ReservationRow], "What the reservations of each do towards the other."]
    reasons: Annotated[list[ReasonLine], "Why: each step with its acts."]


def pair_page(view: View, of: str, one: str, other: str) -> PairPage | None:
    """The page of two parties, or None for a document that the record does not know."""
    if view.book.declared(Instrument, of) is None:
        return None
    found = pair(view.book, of, one, other, view.as_of)
    title = say("{one} and {other} under {document}", one=one, other=other, document=of)
    return PairPage(
        **view.frame(title, f"/documents/{of}"),  # type: ignore[arg-type]
        document=view.thing(of),
        between=found.word,
        since=found.since,
        in_force=found.in_force,
        provisional=found.provisional,
        amendments=[view.thing(name) for name in found.version],
        without=list(found.without),
        sides=[_side(view, found.one), _side(view, found.other)],
        reservations=[_reservation(view, effect) for effect in found.modified],
        reasons=view.reasons(found.reasons),
    )


def _side(view: View, found: Standing) -> SideRow:
    versions = [view.thing(name) for name in found.versions]
    return SideRow(view.party(found.party), found.word, found.since, versions)


def _reservation(view: View, effect: Effect) -> ReservationRow:
    made = effect.reservation
    by, towards = view.party(made.by), view.party(effect.towards)
    return ReservationRow(by, made.provision, made.words, towards, effect.response, effect.since)
