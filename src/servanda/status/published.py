"""What others say of entry into force where the acts of the record do not give it.

An `expect` line with its known difference is a testimony: it is shown with its source and the cause, beside what is
computed, and never mixed up with the depositary's notification.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.acts.keeping import Expect
from servanda.book import Book
from servanda.days import Day, NotADay
from servanda.law.reasons import Reason
from servanda.words.phrases import say


def published_force(book: Book, of: str, as_of: date, party: str = "") -> tuple[Day | None, tuple[Reason, ...]]:
    """The published date of entry into force, of an instrument or for a party, that the record cannot confirm."""
    words = ["in", "force", "for", party, "since"] if party else ["in", "force", "since"]
    days: list[Day] = []
    reasons = []
    for act, event in book.acts(Expect, of, as_of):
        claim = act.claim.split()
        if act.known_difference and claim[:-1] == words:
            day = _day(claim[-1])
            days += [day] if day else []
            told = say(
                "published as {claim}; the acts of the record do not show it: {cause}",
                claim=_claim(party, day) if day else act.claim,
                cause=act.known_difference,
            )
            reasons.append(Reason(told, event.ids, day))
    if not days:
        return None, ()
    return Day(min(day.first for day in days), max(day.last for day in days)), tuple(reasons)


def _claim(party: str, day: Day) -> str:
    """The published claim in words."""
    if party:
        return say("in force for {party} since {day}", party=party, day=day)
    return say("in force since {day}", day=day)


def _day(text: str) -> Day | None:
    try:
        return Day.parse(text)
    except NotADay:
        return None


@dataclass(frozen=True, slots=True)
class Published:
    """A published day on which an instrument begins, or ceases, to bind a party."""

    party: str
    on: Day
    begins: bool


def published_turns(book: Book) -> dict[str, list[Published]]:
    """What others say of single parties, by instrument."""
    found: dict[str, list[Published]] = {}
    for act, _event in book.acts(Expect):
        match act.claim.split() if act.known_difference else ():
            case [*what, "for", party, "since", text] if day := _day(text):
                if what in (["in", "force"], ["ended"]):
                    found.setdefault(act.of, []).append(Published(party, day, what != ["ended"]))
    return found


def published_end(book: Book, of: str, as_of: date, party: str) -> tuple[Day | None, tuple[Reason, ...]]:
    """The published day on which an instrument ended for a party, by withdrawal or with the instrument itself."""
    for act, event in book.acts(Expect, of, as_of):
        claim = act.claim.split()
        if act.known_difference and claim[:-1] == ["ended", "for", party, "since"] and (day := _day(claim[-1])):
            return day, (
                Reason(
                    say("published as {claim}", claim=say("ended for {party} since {day}", party=party, day=day)),
                    event.ids,
                    day,
                ),
            )
    return None, ()
