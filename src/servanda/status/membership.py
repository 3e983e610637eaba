"""Who is a member, associate or observer of an organisation on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.acts.membership import Associate, Join, Leave, Observe, Revoke, SuspendRights
from servanda.book import Book, Event
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.words.phrases import say, term


@dataclass(frozen=True, slots=True)
class Membership:
    """A party's place in an organisation: the circle, since when, and whether a notice to leave is running."""

    organisation: str
    party: str
    circle: str
    since: Day
    leaving: Day | None
    reasons: tuple[Reason, ...]


def memberships(book: Book, organisation: str, as_of: date) -> tuple[Membership, ...]:
    """All places in an organisation as of a day, by circle and party."""
    found: dict[tuple[str, str], Membership] = {}
    for event in _entries(book, organisation, as_of):
        circle = getattr(event.act, "circle", "associate")
        reason = Reason(say("{circle} since {day}", circle=term("circle", circle), day=event.on), event.ids, event.on)
        found[circle, event.party] = Membership(organisation, event.party, circle, event.on, None, (reason,))
    for event in book.events(Leave, organisation, as_of):
        _leave(found, event, book, as_of)
    return tuple(found[key] for key in sorted(found))


def members(book: Book, organisation: str, as_of: date) -> frozenset[str]:
    """The parties in an organisation as of a day, observers and candidates left out."""
    inside = memberships(book, organisation, as_of)
    return frozenset(one.party for one in inside if one.circle not in ("observer", "candidate"))


def _entries(book: Book, organisation: str, as_of: date) -> list[Event]:
    kinds = (Join, Associate, Observe)
    events = [event for kind in kinds for event in book.events(kind, organisation, as_of)]
    return sorted(events, key=lambda event: event.on)


def _leave(found: dict[tuple[str, str], Membership], event: Event, book: Book, as_of: date) -> None:
    """Take a party out of the circles it leaves, or say when it will be out."""
    act = event.act
    assert isinstance(act, Leave)
    revoked = [one for one in book.events(Revoke, act.of, as_of) if one.party == event.party and one.on >= event.on]
    if revoked:
        return
    effect = act.effective or act.on
    for key, one in list(found.items()):
        if one.party != event.party or (act.circle and act.circle != one.circle) or one.since > effect:
            continue
        if effect.surely_by(as_of):
            del found[key]
        else:
            reason = Reason(
                say("notice to leave on {day}, effective {effect}", day=act.on, effect=effect), event.ids, effect
            )
            found[key] = Membership(one.organisation, one.party, one.circle, one.since, effect, (*one.reasons, reason))


def suspended(book: Book, organisation: str, as_of: date) -> frozenset[str]:
    """The parties whose rights of membership are suspended as of a day."""
    return frozenset(
        event.party
        for event in book.events(SuspendRights, organisation, as_of)
        if isinstance(event.act, SuspendRights) and not (event.act.until and event.act.until.surely_by(as_of))
    )
