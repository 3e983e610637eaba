"""Accessions that have effect only towards those who accept them, or do not object in time.

Where an instrument has such a rule (as Hague 1980, art. 38; Apostille 1961, art. 12), an accession binds pair by pair.
Of two that acceded the earlier accepts the later.
"""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts.consent import AcceptAccession, Consent
from servanda.days import Day
from servanda.law.consent_rules import Rule
from servanda.law.facts import Deed
from servanda.law.reasons import Reason
from servanda.status.consent_rules import rule
from servanda.status.own import Own
from servanda.status.reservations import standing_objections, standing_reservations
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether an accession has effect between two, since when, and why."""

    holds: bool
    since: Day | None
    reason: Reason


def acceptance(one: Own, other: Own) -> Acceptance | None:
    """Whether the accession of one of two has effect between them; None where no rule of that kind applies."""
    law = rule(one.book, one.of, "accession", one.as_of)
    if not law.manner:
        return None
    acceding = [own for own in (one, other) if own.consent and own.consent.means == "accede"]
    if not acceding:
        return None
    newer = max(acceding, key=lambda own: (_consented(own).on, own.party))
    older = other if newer is one else one
    return _accepted(newer, older, law) if law.manner == "acceptance" else _not_objected(newer, older, law)


def _consented(own: Own) -> Deed:
    assert own.consent is not None
    return own.consent


def _accepted(newer: Own, older: Own, law: Rule) -> Acceptance:
    """The other must declare that it accepts; what is not declared is not accepted."""
    consent = _consented(newer)
    found = [(act, event) for act, event in older.acts(AcceptAccession) if set(act.to) & set(newer.persons)]
    told = [(act, event) for act, event in found if act.on >= consent.on]
    if not told:
        words = say(
            "{party} acceded on {day}; its acceptance by {other} is not in the record",
            party=newer.party,
            day=consent.on,
            other=older.party,
        )
        return Acceptance(holds=False, since=None, reason=Reason(words, (*consent.acts, law.act), consent.on, law.cite))
    act, event = told[0]
    since = act.effective or law.effect(act.on)
    holds = since is not None and since.surely_by(newer.as_of)
    words = say(
        "{other} accepted the accession of {party} on {day}; effect between the two: {since}",
        other=older.party,
        party=newer.party,
        day=act.on,
        since=since or say("no day follows from the clause"),
    )
    return Acceptance(
        holds=holds, since=since, reason=Reason(words, (*consent.acts, *event.ids, law.act), since, law.cite)
    )


def _not_objected(newer: Own, older: Own, law: Rule) -> Acceptance:
    """The other must not have objected by the end of the period, which runs from the notification."""
    consent = _consented(newer)
    objections = standing_objections(newer, older, consent.on)
    if standing_reservations(newer):
        objections = [event for event in objections if getattr(event.act, "effect", "") == "excludes-relations"]
    end = _end_of_window(newer, law)
    in_time = [event for event in objections if end is None or event.on <= end]
    if in_time:
        words = say(
            "{other} objected to the accession of {party} on {day}",
            other=older.party,
            party=newer.party,
            day=in_time[0].on,
        )
        return Acceptance(
            holds=False, since=None, reason=Reason(words, (*consent.acts, *in_time[0].ids), in_time[0].on, law.cite)
        )
    since = law.effect(end) if end else None
    words = say(
        "no objection of {other} to the accession of {party} is in the record", other=older.party, party=newer.party
    )
    if end:
        effect = since or say("no day follows from the clause")
        told = say("the period ended on {day}; effect between the two: {since}", day=end, since=effect)
        words = joined("; ", (words, told))
    holds = end is None or (since is not None and since.surely_by(newer.as_of))
    return Acceptance(holds=holds, since=since, reason=Reason(words, (*consent.acts, law.act), since, law.cite))


def _end_of_window(newer: Own, law: Rule) -> Day | None:
    """The end of the time for objections, where the day of the notification is known."""
    consent = _consented(newer)
    notified = [act.notified for act, event in newer.acts(Consent) if set(event.ids) & set(consent.acts)]
    day = next((one for one in notified if one), None)
    return law.window.after(day) if law.window and day else None
