"""Is an instrument in force, since when, and why; what is missing where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.depositary import CorrectNotification, NotifyForce, Settle
from servanda.acts.documents import Replace, Terminate
from servanda.book import Book, Event
from servanda.days import Day, plus_days
from servanda.law.entry import Entry
from servanda.law.reasons import Reason
from servanda.status.published import published_force
from servanda.words.phrases import counted, joined, say

State = Literal["in force", "not in force", "may be in force", "ended", "unknown"]


@dataclass(frozen=True, slots=True)
class Force:
    """The answer: the state, the depositary's date first, the computed date beside it, and any difference."""

    instrument: str
    as_of: date
    state: State
    since: Day | None
    notified: Day | None
    published: Day | None
    computed: Day | None
    ended: Day | None
    difference: str
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]


def force(book: Book, of: str, as_of: date, *, testimony: bool = True) -> Force:
    """Tell whether an instrument is in force as of a day; without `testimony` by the acts and the clause alone.

    The date shown is the depositary's; else a published one that the acts of the record do not show; else the computed.
    """
    notified, told = notified_force(book, of, as_of) if testimony else (None, ())
    published, said = published_force(book, of, as_of) if testimony else (None, ())
    entry = book.entry(of, as_of)
    computed = entry.since if entry else None
    since = notified or published or computed
    ended, ending = _ended(book, of, as_of, entry)
    computing = (*_settled(book, of, as_of), *(entry.reasons if entry else _no_clause(of)))
    reasons = (*told, *said, *computing, *_computed_back(book, entry), *ending)
    state = _state(since, ended, entry, as_of)
    missing = entry.missing if entry and not since else ()
    difference = _difference(notified, say("notified {day}", day=notified), entry)
    difference = difference or _difference(published, say("published {day}", day=published), entry)
    return Force(of, as_of, state, since, notified, published, computed, ended, difference, missing, reasons)


def notified_force(book: Book, of: str, as_of: date) -> tuple[Day | None, tuple[Reason, ...]]:
    """The date of entry into force that the depositary notified; a correction holds from the beginning."""
    notified = [event for event in book.events(NotifyForce, of, as_of) if not event.party]
    if not notified:
        return None, ()
    corrected: list[Event] = [event for event in book.events(CorrectNotification, of) if not event.party]
    general = [*notified, *corrected]
    act = general[-1].act
    assert isinstance(act, NotifyForce | CorrectNotification)
    words = say("the depositary notified entry into force on {day}", day=act.since)
    return act.since, (Reason(words, general[-1].ids, act.since, say("the depositary")),)


def _ended(book: Book, of: str, as_of: date, entry: Entry | None) -> tuple[Day | None, tuple[Reason, ...]]:
    """The day an instrument was terminated, or replaced for all, and by what; or the day after its own last one."""
    for act, event in book.acts(Terminate, of, as_of):
        words = say("terminated on {day}", day=event.on)
        words = say("terminated on {day} by {other}", day=event.on, other=act.other) if act.other else words
        return act.effective or event.on, (Reason(words, event.ids, act.effective or event.on),)
    for replaced, event in book.acts(Replace, of, as_of):
        if replaced.scope == "for-all":
            day = replaced.effective or event.on
            return day, (Reason(say("replaced by {other} on {day}", other=replaced.other, day=day), event.ids, day),)
    if entry and entry.since and entry.until and entry.until.last < as_of:
        words = say("by its own clause in force up to and including {day}", day=entry.until)
        return plus_days(entry.until, 1), (Reason(words, (), entry.until),)
    return None, ()


def _settled(book: Book, of: str, as_of: date) -> tuple[Reason, ...]:
    """How the parties, or an organ, settled what a provision means: told beside the clause (VCLT, art. 31(3)(a))."""
    found = book.acts(Settle, of, as_of)
    return tuple(
        Reason(say("settled on {day}: {words}", day=act.on, words=act.words), event.ids, act.on, "VCLT, art. 31(3)(a)")
        for act, event in found
    )


def _no_clause(of: str) -> tuple[Reason, ...]:
    words = say("the record holds no clause of {instrument} on entry into force: recorded, not computed", instrument=of)
    return (Reason(words),)


def _computed_back(book: Book, entry: Entry | None) -> tuple[Reason, ...]:
    """Name the acts that were made from a published date: they prove nothing by themselves."""
    used = {act for reason in entry.reasons for act in reason.acts} if entry else set()
    back = [one for one in map(book.find, sorted(used)) if one and one.act.confidence == "computed-back"]
    if not back:
        return ()
    words = counted(
        "{number} of the acts used was computed back from the published date and is no evidence for it",
        "{number} of the acts used were computed back from the published date and are no evidence for it",
        len(back),
    )
    return (Reason(words, tuple(one.id for one in back)),)


def _state(since: Day | None, ended: Day | None, entry: Entry | None, as_of: date) -> State:
    if ended and ended.surely_by(as_of):
        return "ended"
    if since and since.surely_by(as_of):
        return "in force"
    if (since and since.maybe_by(as_of)) or (entry and entry.perhaps):
        return "may be in force"
    return "not in force" if since or entry else "unknown"


def _difference(told: Day | None, how: str, entry: Entry | None) -> str:
    """The sentence that tells a difference between what was notified, or published, and what is computed."""
    if told is None or (entry and entry.since == told):
        return ""
    if entry is None:
        return joined("; ", (how, say("the record holds no clause from which it could be computed")))
    if entry.since is None:
        missing = joined(", ", entry.missing)
        words = say("from the acts of the record it cannot be computed (missing: {missing})", missing=missing)
        return joined("; ", (how, words))
    return joined("; ", (how, say("from the acts of the record {day} is computed", day=entry.since)))
