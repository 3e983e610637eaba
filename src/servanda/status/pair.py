"""The standing of two parties towards each other under one instrument: the primitive of the law of treaties.

One word of a closed list, the same from both sides, with its reasons; what a reservation modifies is told from each
side. "Party" is the summary of a party's pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import Literal

from servanda.acts.documents import Replace
from servanda.book import Book
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.accessions import acceptance
from servanda.status.own import Own
from servanda.status.party import chart, decide, standing
from servanda.status.reservations import Effect, effects
from servanda.status.standing import BOUND, Standing
from servanda.status.suspension import Suspended, suspended
from servanda.words.phrases import joined, say, term

Relation = Literal[
    "in force",
    "as modified by a reservation",
    "excluded by an objection",
    "reservation pending",
    "accession not accepted",
    "different versions",
    "suspended between the two",
    "not in force",
]

IN_FORCE: frozenset[Relation] = frozenset({"in force", "as modified by a reservation", "different versions"})
"""The words of pairs between whom the instrument is in force and in operation."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties under one instrument as of a day: the word, since when, the common version, and the reasons.

    `modified` are the effects of reservations, each from the reserving party towards the other; `without` the parts by
    which one of them is not bound; `provisional` tells that both apply the instrument provisionally.
    """

    instrument: str
    one: Standing
    other: Standing
    as_of: date
    word: Relation
    since: Day | None
    version: tuple[str, ...]
    without: tuple[str, ...]
    modified: tuple[Effect, ...]
    provisional: bool
    reasons: tuple[Reason, ...]

    @property
    def in_force(self) -> bool:
        """Tell whether the instrument is in force between the two and in operation."""
        return self.word in IN_FORCE


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of a question about a pair."""

    word: Relation
    since: Day | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Side:
    """One of the two: its own acts and its standing, looked up once for all its pairs."""

    own: Own
    standing: Standing

    @cached_property
    def suspended(self) -> Suspended:
        """What it has suspended."""
        return suspended(self.own.rests, self.own.as_of)

    @cached_property
    def replaced(self) -> dict[str, Day | None]:
        """The later instruments that displace this one among their parties, and bind this party; since when."""
        found = {}
        for act, _event in self.own.book.acts(Replace, self.own.of, self.own.as_of):
            later = self.own.ask(of=act.other) if act.scope == "among-parties" else None
            if later and later.word in BOUND and (act.effective or act.on).surely_by(self.own.as_of):
                found[act.other] = max(later.bound_since, act.effective or act.on) if later.bound_since else None
        return found


def pair(book: Book, of: str, one: str, other: str, as_of: date, *, testimony: bool = True) -> Pair:
    """The standing of two parties towards each other as of a day."""
    sides = [side(book, of, party, as_of, testimony=testimony) for party in (one, other)]
    return between(*sides)


def pairs(book: Book, of: str, as_of: date) -> Iterator[Pair]:
    """All pairs of those who are bound by an instrument, or apply it provisionally, by code."""
    concerned = [one for one in chart(book, of, as_of) if one.is_bound or one.word == "applying provisionally"]
    sides = [Side(Own(book, of, found.party, as_of, True, decide), found) for found in concerned]  # noqa: FBT003
    return (between(one, other) for one, other in combinations(sides, 2))


def side(book: Book, of: str, party: str, as_of: date, *, testimony: bool = True) -> Side:
    """One side of a pair."""
    own = Own(book, of, party, as_of, testimony, decide)
    return Side(own, standing(book, of, party, as_of, testimony=testimony))


def between(one: Side, other: Side) -> Pair:
    """Ask the questions in the order in which one answer excludes the next."""
    apart = _apart(one, other) or _replaced(one, other)
    modified = () if apart else (*effects(one.own, other.own), *effects(other.own, one.own))
    found = apart or _hindered(one, other, modified) or _in_force(one, other, modified)
    told = dict.fromkeys((*found.reasons, *(effect.reason for effect in modified), *_summaries(one, other)))
    return Pair(
        instrument=one.own.of,
        one=one.standing,
        other=other.standing,
        as_of=one.own.as_of,
        word=found.word,
        since=found.since,
        version=tuple(name for name in one.standing.versions if name in other.standing.versions),
        without=tuple(sorted({*one.standing.without, *other.standing.without})),
        modified=modified,
        provisional=_applied_provisionally(one, other),
        reasons=tuple(told),
    )


def _apart(one: Side, other: Side) -> Found | None:
    """Not both are bound; and nobody has treaty relations with itself."""
    if set(one.own.persons) & set(other.own.persons):
        return Found(
            "not in force", None, (Reason(say("{party} has no treaty relation with itself", party=one.own.party)),)
        )
    if one.standing.is_bound and other.standing.is_bound:
        return None
    if _applied_provisionally(one, other):
        words = say("applied provisionally between the two, without being in force")
        return Found("not in force", None, (Reason(words, (), None, "VCLT, art. 25"),))
    waiting = [one_side for one_side in (one, other) if not one_side.standing.is_bound]
    words = say("it binds only its parties: {others}", others=joined(", ", map(_what, waiting)))
    return Found("not in force", None, (Reason(words, (), None, "VCLT, art. 26"),))


def _what(one: Side) -> str:
    """A side's standing as a sentence takes it."""
    if one.standing.word == "unknown":
        return say("{party} is not shown to be bound by the record", party=one.own.party)
    return say("{party} is “{standing}”", party=one.own.party, standing=term("standing", one.standing.word))


def _applied_provisionally(one: Side, other: Side) -> bool:
    """Tell whether the instrument is applied between the two before it is in force for one of them, or for both."""
    words = [one.standing.word, other.standing.word]
    return "applying provisionally" in words and all(
        word == "applying provisionally" or word in BOUND for word in words
    )


def _replaced(one: Side, other: Side) -> Found | None:
    """A later treaty to which both are parties has displaced this one between them (VCLT, arts. 30(3) and 59)."""
    common = sorted(set(one.replaced) & set(other.replaced))
    if not common:
        return None
    since = _later(one.replaced[common[0]], other.replaced[common[0]])
    words = say("replaced between the two by {other}, to which both are parties", other=common[0])
    if since:
        words = say(
            "replaced between the two by {other}, to which both are parties, since {day}", other=common[0], day=since
        )
    acts = [event.ids for act, event in one.own.book.acts(Replace, one.own.of, one.own.as_of) if act.other == common[0]]
    return Found("not in force", since, (Reason(words, acts[0], since, "VCLT, arts. 30(3) and 59"),))


def _hindered(one: Side, other: Side, modified: tuple[Effect, ...]) -> Found | None:
    """Both are bound, and yet there is no relation between them, or not yet, or it rests."""
    accepted = acceptance(one.own, other.own)
    if accepted and not accepted.holds:
        return Found("accession not accepted", accepted.since, (accepted.reason,))
    return (
        _of(modified, "excluded", "excluded by an objection")
        or _suspended(one, other)
        or _of(modified, "pending", "reservation pending")
    )


def _in_force(one: Side, other: Side, modified: tuple[Effect, ...]) -> Found:
    """In force between the two: in which version, and as modified by which reservations."""
    accepted = acceptance(one.own, other.own)
    since = _later(one.standing.bound_since, other.standing.bound_since)
    since = _later(since, accepted.since) if accepted and accepted.since else since
    told = (accepted.reason,) if accepted else ()
    unlike = _versions(one, other)
    if unlike:
        return Found("different versions", since, (*unlike, *told))
    working = tuple(effect.reason for effect in modified if effect.response in ("accepted", "objected"))
    return Found("as modified by a reservation" if working else "in force", since, (*working, *told))


def _of(modified: tuple[Effect, ...], response: str, word: Relation) -> Found | None:
    """The word for a response to a reservation of either side."""
    found = [effect for effect in modified if effect.response == response]
    if not found:
        return None
    since = min((effect.since for effect in found if effect.since), default=None)
    return Found(word, since, tuple(effect.reason for effect in found))


def _suspended(one: Side, other: Side) -> Found | None:
    """One of the two has suspended its operation towards the other: it rests for both (VCLT, art. 72(1)(a))."""
    reasons = [one.suspended.towards(code) for code in other.own.persons]
    reasons += [other.suspended.towards(code) for code in one.own.persons]
    found = tuple(dict.fromkeys(reason for reason in reasons if reason))
    since = min((reason.on for reason in found if reason.on), default=None)
    return Found("suspended between the two", since, found) if found else None


def _versions(one: Side, other: Side) -> tuple[Reason, ...]:
    """Why they are bound by different versions; what binds both governs between them (VCLT, art. 30(4)(b))."""
    if set(one.standing.versions) == set(other.standing.versions):
        return ()
    common = [name for name in one.standing.versions if name in other.standing.versions]
    words = say(
        "amendments that bind them: {each}; between the two: {common}",
        each=joined("; ", map(_version, (one, other))),
        common=joined(", ", common) or say("the treaty unamended"),
    )
    return (Reason(words, (), None, "VCLT, arts. 30(4)(b) and 40(4)"),)


def _version(side: Side) -> str:
    """The amendments that bind a side, as a part of a sentence."""
    return joined(": ", (side.own.party, joined(", ", side.standing.versions) or say("unamended")))


def _summaries(one: Side, other: Side) -> list[Reason]:
    """Each side's standing in a line, resting on the acts of its first reason."""
    found = []
    for mine in (one.standing, other.standing):
        word = term("standing", mine.word)
        since = say("{standing} since {day}", standing=word, day=mine.since) if mine.since else word
        acts, authority = (mine.reasons[0].acts, mine.reasons[0].authority) if mine.reasons else ((), "")
        found.append(Reason(joined(": ", (mine.party, since)), acts, mine.since, authority))
    return found


def _later(one: Day | None, other: Day | None) -> Day | None:
    """The later of two days, where both are known."""
    return max(one, other) if one and other else None
