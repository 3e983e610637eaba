"""Levels of integration side by side: how deep each organisation goes into a topic, for whom, and the differences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from servanda.acts.declarations import Instrument, Organ, Organisation
from servanda.days import Day
from servanda.pages.naming import plain
from servanda.pages.parts import Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.levels import DEPTHS, Coverage, Difference, Levels, over_time
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class LevelCell:
    """How deep one organisation goes into a topic, and for how many states."""

    organisation: Annotated[ThingRef, "The organisation."]
    depth: Annotated[
        str, "The deepest coverage in force; empty where nothing in force covers the topic.", Listed("depth")
    ]
    covers: Annotated[int, "How many instruments, and the organisation itself, cover it."]


@dataclass(frozen=True, slots=True)
class StateDepth:
    """The deepest coverage of a topic that binds a state, and by which organisation."""

    party: Annotated[PartyRef, "The state."]
    depth: Annotated[str, "How deep.", Listed("depth")]
    organisation: Annotated[ThingRef, "By which organisation."]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One instrument that covers a topic."""

    by: Annotated[ThingRef, "The instrument, or the organisation as a whole."]
    depth: Annotated[str, "How deep, or that it is not recorded.", Listed("depth")]
    state: Annotated[str, "In force or not.", Listed("force")]
    since: Annotated[Day | None, "Since when."]
    bound: Annotated[list[PartyRef], "Whom it binds."]
    provision: Annotated[str, "The provision, where told."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class TopicLevels:
    """One topic across the levels."""

    topic: Annotated[ThingRef, "The topic."]
    levels: Annotated[list[LevelCell], "The organisations, in the order asked for."]
    states: Annotated[list[StateDepth], "The states that anything binds here, by name."]
    coverages: Annotated[list[CoverageRow], "What covers it."]


@dataclass(frozen=True, slots=True)
class OtherDepth:
    """How deep the outer organisation goes for a state that is not in the inner one."""

    party: Annotated[PartyRef, "The state."]
    depth: Annotated[str, "How deep; empty where nothing binds the state here.", Listed("depth")]


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A topic in which members of the inner organisation have obligations that the others have not."""

    topic: Annotated[ThingRef, "The topic."]
    inner: Annotated[ThingRef, "The organisation that goes deeper."]
    outer: Annotated[ThingRef, "The organisation it is compared with."]
    inner_depth: Annotated[str, "The deeper level.", Listed("depth")]
    outer_depth: Annotated[str, "The other level; empty where nothing in force covers the topic.", Listed("depth")]
    only_inner: Annotated[list[ThingRef], "What binds members of the inner organisation and nobody outside of it."]
    without: Annotated[list[PartyRef], "The other members of the outer organisation."]
    depths: Annotated[list[OtherDepth], "How deep the outer organisation goes for each of them."]
    lifting: Annotated[list[str], "What it would take to lift the lower level."]
    precedence: Annotated[list[ReasonLine], "What an instrument says on which of the two goes first."]


@dataclass(frozen=True, slots=True)
class LevelStep:
    """A day on which coverage began."""

    on: Annotated[Day, "The day."]
    organisation: Annotated[ThingRef, "The organisation."]
    topic: Annotated[ThingRef, "The topic."]
    by: Annotated[ThingRef, "By what."]
    depth: Annotated[str, "How deep.", Listed("depth")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelsPage(Page):
    """Levels of integration as of a day."""

    organisations: Annotated[list[ThingRef], "The organisations that are compared, in the order asked for."]
    topics: Annotated[list[TopicLevels], "The topics by title."]
    differences: Annotated[list[DifferenceRow], "Differences in coverage between each two neighbours."]
    steps: Annotated[list[LevelStep], "How it came about, by day."]


def levels_page(view: View, organisations: tuple[str, ...] = ()) -> LevelsPage:
    """The levels of these organisations, the widest first; without names, of those that the record gives a level."""
    names = organisations or by_level(view)
    levels = Levels(view.book, names, view.as_of)
    topics = sorted((view.thing(topic) for topic in levels.topics), key=lambda topic: view.order(topic.title))
    pairs = [(inner, outer) for outer, inner in pairwise(names)]
    return LevelsPage(
        **view.frame(say("Levels of integration"), "/levels"),  # type: ignore[arg-type]
        organisations=[view.thing(name) for name in names],
        topics=[_topic(view, levels, topic) for topic in topics],
        differences=[
            _difference(view, inner, outer, one) for inner, outer in pairs for one in levels.differences(inner, outer)
        ],
        steps=[
            LevelStep(one.on, view.thing(one.organisation), view.thing(one.topic), view.thing(one.by), plain(one.depth))
            for one in over_time(levels)
        ],
    )


def by_level(view: View) -> tuple[str, ...]:
    """The organisations with organs and instruments of their own, by the level that the record gives them."""
    acts = [act for act, _event in view.book.acts(Organisation, None, view.as_of)]
    organs = {act.of.partition("/")[0] for act, _event in view.book.acts(Organ, None, view.as_of)}
    within = {act.within for act, _event in view.book.acts(Instrument, None, view.as_of)}
    chosen = [act for act in acts if act.level.isdecimal() and act.of in organs & within]
    lasting = [act for act in chosen if act.until is None or act.until.last > view.as_of]
    return tuple(act.of for act in sorted(lasting, key=lambda act: (act.level, act.on, act.of)))


def _topic(view: View, levels: Levels, topic: ThingRef) -> TopicLevels:
    found = [levels.level(name, topic.id) for name in levels.organisations]
    own = [one for level in found for one in level.coverages]
    states = view.parties(frozenset(code for one in own for code in one.bound))
    return TopicLevels(
        topic,
        [LevelCell(view.thing(one.organisation), plain(one.depth), len(one.coverages)) for one in found],
        [_state(view, own, ref) for ref in states],
        [_coverage(view, one) for one in own],
    )


def _state(view: View, own: list[Coverage], ref: PartyRef) -> StateDepth:
    deepest = max((one for one in own if ref.code in one.bound), key=lambda one: DEPTHS.index(one.depth))
    return StateDepth(ref, plain(deepest.depth), view.thing(deepest.organisation))


def _coverage(view: View, one: Coverage) -> CoverageRow:
    return CoverageRow(
        view.thing(one.by),
        plain(one.depth),
        one.state,
        one.since,
        view.parties(one.bound),
        one.provision,
        view.reasons(one.reasons),
    )


def _difference(view: View, inner: str, outer: str, one: Difference) -> DifferenceRow:
    return DifferenceRow(
        view.thing(one.topic),
        view.thing(inner),
        view.thing(outer),
        plain(one.inner),
        plain(one.outer),
        [view.thing(name) for name in one.only_inner],
        view.parties(one.without),
        [OtherDepth(ref, plain(dict(one.depths)[ref.code])) for ref in view.parties(one.without)],
        [view.tell(words) for words in one.lifting],
        view.reasons(one.precedence),
    )
