"""Reservations: which stand, and what they do between the reserving party and another (VCLT, arts. 19 to 23).

A reservation is accepted expressly, by the treaty itself (art. 20(1)), or tacitly when twelve months have passed since
it was notified and since the other's consent (art. 20(5)). A simple objection leaves the treaty in force between the
two without the provisions concerned, as far as the reservation goes (art. 21(3)); one that says so excludes it
(art. 20(4)(b)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from servanda.acts.consent import (
    AcceptReservation,
    Consent,
    ModifyReservation,
    Object,
    Reserve,
    WithdrawObjection,
    WithdrawReservation,
)
from servanda.acts.documents import Sign
from servanda.book import Event
from servanda.days import Day
from servanda.law.consent_rules import Rule
from servanda.law.reasons import Reason
from servanda.status.consent_rules import rule
from servanda.status.late_reservations import late_effect
from servanda.status.own import Own
from servanda.words.phrases import joined, say

Response = Literal["accepted", "objected", "excluded", "pending", "of no effect"]


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation that stands: its words, its provision, when it was made and notified."""

    by: str
    words: str
    provision: str
    on: Day
    notified: Day | None
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What another party made of a reservation, since when, and why."""

    reservation: Reservation
    towards: str
    response: Response
    since: Day | None
    reason: Reason


def standing_reservations(own: Own) -> tuple[Reservation, ...]:
    """A party's reservations as of the day, as last worded, those withdrawn left out (VCLT, art. 22)."""
    withdrawn = [event.act.notified or event.on for event in own.events(WithdrawReservation)]
    done = [day for day in withdrawn if day.surely_by(own.as_of)]
    found = [one for one in _made(own) if not any(day >= one.on for day in done)]
    for act, event in own.acts(ModifyReservation):
        found = [
            replace(one, words=act.words, acts=(*one.acts, *event.ids)) if one.on <= act.on else one for one in found
        ]
    return tuple(found)


def _made(own: Own) -> Iterator[Reservation]:
    for act, event in own.acts(Reserve):
        yield Reservation(own.party, act.words, act.provision, act.on, act.notified, event.ids)
    for event in (*own.events(Sign), *own.events(Consent)):
        words = getattr(event.act, "reservation", "")
        if words:
            yield Reservation(own.party, words, "", event.on, event.act.notified, event.ids)


def effects(own: Own, other: Own) -> list[Effect]:
    """What each standing reservation of one party does towards another."""
    made = standing_reservations(own)
    law = rule(own.book, own.of, "reservations", own.as_of) if made else Rule()
    return [_effect(one, own, other, law, made) for one in made]


def _effect(one: Reservation, own: Own, other: Own, law: Rule, made: tuple[Reservation, ...]) -> Effect:
    if _unconfirmed(one, own, made):
        words = say("made at signature, and not confirmed with the consent")
        return _told(one, other, "of no effect", one.on, words, "VCLT, art. 23(2)")
    if law.forbidden:
        return _told(one, other, "of no effect", one.on, say("the treaty forbids it"), law.cite or "VCLT, art. 19(a)")
    if late := late_effect(own, one.on, one.notified):
        return _told(one, other, *late)
    if law.authorised:
        cite = law.cite or "VCLT, art. 20(1)"
        return _told(one, other, "accepted", one.on, say("the treaty allows it; no acceptance is needed"), cite)
    return _by_response(one, own, other, law)


def _unconfirmed(one: Reservation, own: Own, made: tuple[Reservation, ...]) -> bool:
    """Tell whether it was made when signing subject to ratification, and none was made with the consent."""
    consent = own.consent
    return consent is not None and one.on < consent.on and not any(other.on >= consent.on for other in made)


def _by_response(one: Reservation, own: Own, other: Own, law: Rule) -> Effect:
    """What the other said of it, or that it said nothing in time."""
    accepted = _addressed(other, AcceptReservation, own, one.on)
    if accepted:
        day = accepted[-1].on
        words = say("accepted by {party} on {day}", party=other.party, day=day)
        return _told(one, other, "accepted", day, words, "VCLT, art. 20(4)(a)", accepted)
    tacit = _tacit(one, other, law)
    objections = standing_objections(own, other, one.on)
    in_time = [event for event in objections if tacit is None or event.on <= tacit]
    if in_time:
        return _objected(one, other, in_time[-1])
    if tacit and tacit.surely_by(own.as_of):
        words = say("no objection of {party} within the period that ended on {day}", party=other.party, day=tacit)
        return _told(one, other, "accepted", tacit, words, law.cite or "VCLT, art. 20(5)", objections)
    words = say("{party} has neither accepted it nor objected", party=other.party)
    period = say("the period runs from its notification, whose day the record does not hold")
    words = joined("; ", (words, say("the period runs until {day}", day=tacit) if tacit else period))
    return _told(one, other, "pending", one.on, words, law.cite or "VCLT, art. 20(5)")


def _tacit(one: Reservation, other: Own, law: Rule) -> Day | None:
    """The later of the end of the period and the day of the other's consent."""
    end = law.accepted_after.after(one.notified) if one.notified else None
    consent = other.consent
    return max(end, consent.on) if end and consent else end


def _objected(one: Reservation, other: Own, event: Event) -> Effect:
    excludes = isinstance(event.act, Object) and event.act.effect == "excludes-relations"
    if excludes:
        words = say(
            "{party} objected on {day}, and to the treaty's entry into force between the two",
            party=other.party,
            day=event.on,
        )
        return _told(one, other, "excluded", event.on, words, "VCLT, art. 20(4)(b)", [event])
    words = say(
        "{party} objected on {day}: the provisions do not apply as far as the reservation goes",
        party=other.party,
        day=event.on,
    )
    return _told(one, other, "objected", event.on, words, "VCLT, art. 21(3)", [event])


def standing_objections(own: Own, other: Own, since: Day) -> list[Event]:
    """The other's objections to a party since a day, those it withdrew left out, by day."""
    withdrawn = _addressed(other, WithdrawObjection, own, since)
    found = _addressed(other, Object, own, since)
    return [event for event in found if not any(back.on >= event.on for back in withdrawn)]


def _addressed(by: Own, kind: type[Object | AcceptReservation | WithdrawObjection], to: Own, since: Day) -> list[Event]:
    """One party's acts of a kind towards another, since a day."""
    return [
        event for event in by.events(kind) if event.on >= since and set(getattr(event.act, "to", ())) & set(to.persons)
    ]


def _told(
    one: Reservation,
    other: Own,
    response: Response,
    since: Day | None,
    words: str,
    authority: str,
    events: list[Event] | None = None,
) -> Effect:
    made = say("reservation of {party} of {day}", party=one.by, day=one.on)
    if one.provision:
        made = say("reservation of {party} to {provision} of {day}", party=one.by, provision=one.provision, day=one.on)
    told = joined(": ", (made, words))
    acts = (*one.acts, *(act for event in events or () for act in event.ids))
    return Effect(one, other.party, response, since, Reason(told, acts, since, authority))
