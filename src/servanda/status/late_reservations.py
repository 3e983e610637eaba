"""Reservations that come after the consent: received only where nobody objects in time.

The law of treaties knows reservations only when signing or consenting (VCLT, art. 19). Depositaries circulate a later
one all the same, and take it in deposit when no party objects within a period; one objection of anybody is enough to
keep it out. The period is the depositary's practice on the day: at the United Nations 90 days, since 4 April 2000
twelve months. Where no practice is known, a late reservation has no effect.
"""

from __future__ import annotations

from typing import Literal

from servanda.acts.consent import Object
from servanda.book import Event
from servanda.days import Day
from servanda.law.delays import Days, Delay, Months
from servanda.law.practice import Statement
from servanda.status.own import Own
from servanda.words.phrases import Phrase, say

_PERIODS: dict[str, Delay] = {"after-90-days": Days(90), "after-12-months": Months(12, "back")}

Late = tuple[Literal["accepted", "pending", "of no effect"], Day, Phrase, str, list[Event]]


def late_effect(own: Own, on: Day, notified: Day | None) -> Late | None:
    """What became of a reservation made after the consent of its author; None where it was not late."""
    consent = own.consent
    if consent is None or on.first <= consent.on.last:
        return None
    practice = own.book.facts(own.as_of).practice(own.of, on.last).get("late-reservations")
    if practice is None:
        return "of no effect", on, say("made after the consent of {day}", day=consent.on), "VCLT, art. 19", []
    return _received(own, on, notified, practice)


def _received(own: Own, on: Day, notified: Day | None, practice: Statement) -> Late:
    """Whether the depositary takes it in deposit: nobody objected within the period since its notification."""
    end = _PERIODS[practice.value].after(notified) if notified else None
    against = [event for event in _objections(own, on) if end is None or event.on <= end]
    if against:
        first = against[0]
        words = say(
            "made after the consent; {party} objected on {day}, and it was not received",
            party=first.party,
            day=first.on,
        )
        return "of no effect", first.on, words, practice.authority, [first]
    if end is None or not end.surely_by(own.as_of):
        words = say(
            "made after the consent; received if nobody objects until {day}",
            day=end or say("a day that is not recorded"),
        )
        return "pending", on, words, practice.authority, []
    words = say("made after the consent; nobody objected until {day}, and it was received", day=end)
    return "accepted", end, words, practice.authority, []


def _objections(own: Own, since: Day) -> list[Event]:
    """The objections of anybody to the party's reservations since a day."""
    events = own.book.events(Object, own.of, own.as_of)
    return [one for one in events if one.on >= since and set(getattr(one.act, "to", ())) & set(own.persons)]
