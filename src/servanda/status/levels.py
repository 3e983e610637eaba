"""Levels of integration: how deep each organisation goes into a topic, for whom, and where two differ.

The depths are ordered: consultation, coordination, harmonisation, common rules, a common body. An instrument that is
declared under a topic without a depth covers it "to a depth that is not recorded". A state has the depth of what binds
it; a member has the depth of what its organisation covers as a whole. Nothing here says that deeper is better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from servanda.acts.declarations import Instrument
from servanda.acts.market import Cover, Restrict
from servanda.book import Book
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.force import force
from servanda.status.membership import memberships
from servanda.status.party import chart
from servanda.words.phrases import Term, joined, listed, say, term, verbatim

NOT_RECORDED = "not recorded"
DEPTHS = (NOT_RECORDED, "consultation", "coordination", "harmonisation", "common-rules", "common-body")


@dataclass(frozen=True, slots=True)
class Coverage:
    """One instrument (or an organisation as a whole) covers a topic: to which depth, since when, and for whom."""

    organisation: str
    by: str
    topic: str
    depth: str
    since: Day | None
    state: str
    bound: tuple[str, ...]
    provision: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """How deep an organisation goes into a topic: the deepest coverage that is in force, and what covers it."""

    organisation: str
    topic: str
    depth: str
    coverages: tuple[Coverage, ...]

    def of(self, state: str) -> str:
        """The depth for one state; nothing where no coverage binds it."""
        own = [one.depth for one in self.coverages if state in one.bound]
        return max(own, key=DEPTHS.index) if own else ""

    def reaches(self, state: str, depth: str) -> bool:
        """Tell whether anything of at least this depth binds a state."""
        own = self.of(state)
        return bool(own) and _rank(own) >= _rank(depth)


@dataclass(frozen=True, slots=True)
class Difference:
    """A topic in which members of an inner organisation have obligations that the others have not.

    `depths` holds how deep the outer organisation goes for each of the others; empty where it binds one to nothing.
    """

    topic: str
    inner: str
    outer: str
    only_inner: tuple[str, ...]
    without: tuple[str, ...]
    depths: tuple[tuple[str, str], ...]
    lifting: tuple[str, ...]
    precedence: tuple[Reason, ...]

    @property
    def less_deep(self) -> tuple[str, ...]:
        """The others for whom the outer organisation goes less deep than the inner one does."""
        return tuple(party for party, depth in self.depths if not depth or _rank(depth) < _rank(self.inner))


@dataclass(frozen=True)
class Levels:
    """The levels of several organisations as of a day, the widest first as they are asked for."""

    book: Book
    organisations: tuple[str, ...]
    as_of: date

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """The members and associates of each organisation: those for whom its instruments are meant."""
        circles = ("member", "founding", "associate")
        return {
            name: frozenset(one.party for one in memberships(self.book, name, self.as_of) if one.circle in circles)
            for name in self.organisations
        }

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        """Everything that covers a topic, by organisation and topic."""
        found = [*self._declared_depths(), *self._instruments()]
        return tuple(sorted(found, key=lambda one: (one.organisation, one.topic, one.by)))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics that any of the organisations covers."""
        return tuple(sorted({one.topic for one in self.coverages}))

    def level(self, organisation: str, topic: str) -> Level:
        """The level of an organisation in a topic; its depth is empty where nothing in force covers it."""
        own = tuple(one for one in self.coverages if (one.organisation, one.topic) == (organisation, topic))
        depths = [one.depth for one in own if one.bound]
        return Level(organisation, topic, max(depths, key=DEPTHS.index) if depths else "", own)

    def _declared_depths(self) -> Iterator[Coverage]:
        """What an act says to cover a topic, to a depth; a later act on the same takes its place."""
        newest = {(act.of, act.topic): (act, event) for act, event in self.book.acts(Cover, None, self.as_of)}
        for (of, topic), (act, event) in newest.items():
            told = Reason(say("covers the topic since {day}", day=act.on), event.ids, act.on, act.provision)
            if of in self.organisations:
                bound = tuple(sorted(self.members[of]))
                yield Coverage(of, of, topic, act.depth, act.on, "in force", bound, act.provision, (told,))
            elif self._organisation_of(of):
                yield self._by_instrument(of, topic, act.depth, act.provision, (told,))

    def _instruments(self) -> Iterator[Coverage]:
        """The instruments declared under a topic of which no act tells the depth."""
        told = {(act.of, act.topic) for act, _event in self.book.acts(Cover, None, self.as_of)}
        for act, event in self.book.acts(Instrument, None, self.as_of):
            for topic in act.topics if act.within in self.organisations else ():
                if (act.of, topic) not in told:
                    reason = Reason(say("declared under the topic"), event.ids, act.on)
                    yield self._by_instrument(act.of, topic, NOT_RECORDED, "", (reason,))

    def _organisation_of(self, instrument: str) -> str:
        declared = self.book.declared(Instrument, instrument)
        return declared.within if declared and declared.within in self.organisations else ""

    def _by_instrument(self, of: str, topic: str, depth: str, provision: str, told: tuple[Reason, ...]) -> Coverage:
        state, since, bound = self._binding[of]
        return Coverage(self._organisation_of(of), of, topic, depth, since, state, bound, provision, told)

    @cached_property
    def _binding(self) -> _Binding:
        return _Binding(self.book, self.as_of)

    def differences(self, inner: str, outer: str) -> tuple[Difference, ...]:
        """The topics in which the inner organisation goes deeper than the outer one, or has obligations of its own."""
        found = (self._difference(topic, inner, outer) for topic in self.topics)
        return tuple(one for one in found if one is not None)

    def _difference(self, topic: str, inner: str, outer: str) -> Difference | None:
        """What members of the inner organisation have among themselves; nothing where the outer one goes deeper."""
        deep, wide = self.level(inner, topic), self.level(outer, topic)
        others = self.members[outer] - self.members[inner]
        own = [one for one in deep.coverages if one.bound and not set(one.bound) & others]
        if not own or _rank(deep.depth) < _rank(wide.depth):
            return None
        return Difference(
            topic,
            deep.depth,
            wide.depth,
            tuple(one.by for one in own),
            tuple(sorted(others)),
            tuple((party, wide.of(party)) for party in sorted(others)),
            tuple(_lifting(deep, wide, self.members[outer])),
            tuple(self._precedence(wide)),
        )

    def _precedence(self, wide: Level) -> Iterator[Reason]:
        """Where an instrument of the wider level says which of the two goes first among some of its parties."""
        names = {one.by for one in wide.coverages}
        for act, event in self.book.acts(Restrict, None, self.as_of):
            if act.form == "precedence" and act.under in names:
                words = joined(": ", (listed(act.by) if act.by else verbatim(act.scope), verbatim(act.measure)))
                yield Reason(words, event.ids, act.on, act.under)


class _Binding(dict[str, tuple[str, "Day | None", tuple[str, ...]]]):
    """For each instrument, asked once: its state, since when, and whom it binds."""

    def __init__(self, book: Book, as_of: date) -> None:
        super().__init__()
        self._book, self._as_of = book, as_of

    def __missing__(self, of: str) -> tuple[str, Day | None, tuple[str, ...]]:
        found = force(self._book, of, self._as_of)
        bound = tuple(one.party for one in chart(self._book, of, self._as_of) if one.is_bound)
        self[of] = found.state, found.since, bound
        return self[of]


def _rank(depth: str) -> int:
    return DEPTHS.index(depth or NOT_RECORDED)


def _lifting(deep: Level, wide: Level, circle: Iterable[str]) -> Iterator[str]:
    """What it would take for the wider level to have the depth of the deeper one, for all its members.

    An instrument less deep than what is in force lifts nothing; one that has ended is gone; and who has the depth
    by another instrument needs no second one.
    """
    lasting = [one for one in wide.coverages if one.state != "ended"]
    if not lasting:
        yield say("an instrument of {organisation} on the topic", organisation=wide.organisation)
        return
    for one in lasting:
        if _rank(one.depth) < _rank(wide.depth):
            continue
        missing = sorted(party for party in circle if not wide.reaches(party, one.depth))
        if missing:
            yield say("{instrument}: not bound are {parties}", instrument=one.by, parties=listed(missing))
    if deep.depth != NOT_RECORDED and _rank(deep.depth) > _rank(wide.depth):
        present = _told(wide.depth) if wide.depth else say("none in force")
        yield say("a depth of {deeper} instead of {present}", deeper=_told(deep.depth), present=present)


def _told(depth: str) -> Term:
    return term("depth", depth.replace("-", " "))


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which an organisation began to cover a topic, by what and how deep."""

    on: Day
    organisation: str
    topic: str
    by: str
    depth: str


def over_time(levels: Levels) -> tuple[Step, ...]:
    """The steps by which the levels came about, by day."""
    steps = [Step(one.since, one.organisation, one.topic, one.by, one.depth) for one in levels.coverages if one.since]
    return tuple(sorted(steps, key=lambda step: (step.on, step.topic, step.by)))
