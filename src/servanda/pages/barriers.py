"""Barriers, exemptions, restrictions: the register, road maps and appeals, counts over time and against targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args, get_type_hints

from servanda.acts.market import Restrict
from servanda.days import Day
from servanda.pages.naming import plain
from servanda.pages.parts import ActRef, Listed, PartyRef, ReasonLine, ThingRef, View
from servanda.pages.published import PublishedCount, counts_of_limits
from servanda.pages.sections import ListPage, in_section
from servanda.status.barriers import Complaint, Obstacle, Step, aims, obstacles, over_time, recorded
from servanda.words.phrases import say

FORMS: tuple[str, ...] = get_args(get_type_hints(Restrict)["form"])
"""The classes of limits, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a road map."""

    words: Annotated[str, "What is to be done."]
    by: Annotated[list[PartyRef], "By whom."]
    due: Annotated[Day | None, "By when."]
    timing: Annotated[str, "Closed, no due day, not due, due, past due.", Listed("timing")]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True)
class AppealRow:
    """An appeal against a limit."""

    on: Annotated[Day, "The day."]
    words: Annotated[str, "In which words."]
    sender: Annotated[str, "From whom, where told."]
    against: Annotated[list[PartyRef], "Against whom."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """A registered limit."""

    id: Annotated[str, "Its name in the record."]
    form: Annotated[
        str,
        "Its class: a barrier is against the law, an exemption allowed by it, a restriction a gap.",
        Listed("obstacle"),
    ]
    by: Annotated[list[PartyRef], "Whose it is."]
    against: Annotated[list[PartyRef], "Whom it meets."]
    scope: Annotated[str, "Whose or whom, where words tell it."]
    under: Annotated[ThingRef | None, "The instrument."]
    subject: Annotated[str, "What it concerns."]
    measure: Annotated[str, "What it consists of."]
    since: Annotated[Day, "Registered, or recorded first."]
    until: Annotated[Day | None, "The day set for its end."]
    ended: Annotated[Day | None, "The day it ended."]
    steps: Annotated[list[StepRow], "Its road map."]
    appeals: Annotated[list[AppealRow], "Appeals against it."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class FormCount:
    """How many limits of a class the record holds that have not ended; no class is added to another."""

    form: Annotated[str, "The class.", Listed("obstacle")]
    number: Annotated[int, "How many."]


@dataclass(frozen=True, slots=True)
class FormChange:
    """How many limits of a class the record holds from a day on."""

    form: Annotated[str, "The class.", Listed("obstacle")]
    on: Annotated[Day, "The day on which one was registered or ended."]
    number: Annotated[int, "How many from then on."]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target for a count."""

    organisation: Annotated[ThingRef, "Of which organisation."]
    what: Annotated[str, "What is counted.", Listed("published")]
    number: Annotated[int, "The number to arrive at."]
    due: Annotated[Day, "By when."]
    newest: Annotated[int | None, "The newest count published by then."]
    held: Annotated[int | None, "How many the record holds on the day, where one class is counted."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarriersPage(ListPage):
    """All limits recorded by the day, and the counts that others published."""

    forms: Annotated[list[FormCount], "Limits of the record that have not ended, by class."]
    changes: Annotated[list[FormChange], "How that came about over time, by class and day."]
    counts: Annotated[list[PublishedCount], "Published counts, by organisation, kind and day."]
    targets: Annotated[list[TargetRow], "Targets."]
    obstacles: Annotated[list[ObstacleRow], "The limits by name, also those that ended."]


def barriers_page(view: View, organisation: str = "") -> BarriersPage:
    """The register of limits, of one organisation's law if it is named."""
    found = obstacles(view.book, view.as_of, organisation)
    title = say("Barriers, exemptions, restrictions")
    frame, shown = in_section(view, title, "/barriers", "obstacles", found)
    return BarriersPage(
        **frame,
        forms=_forms(found),
        changes=[FormChange(plain(one.form), one.on, one.number) for one in over_time(found)],
        counts=counts_of_limits(view, organisation),
        targets=[
            TargetRow(
                view.thing(one.of), plain(one.what), one.number, one.due, one.newest, one.held, view.acts(one.acts)
            )
            for one in aims(view.book, view.as_of, organisation)
        ],
        obstacles=[_row(view, one) for one in shown],
    )


def _forms(found: tuple[Obstacle, ...]) -> list[FormCount]:
    """The classes in the order of their list: what is against the law first."""
    numbers = recorded(found)
    return [FormCount(plain(form), numbers[form]) for form in FORMS if form in numbers]


def _row(view: View, one: Obstacle) -> ObstacleRow:
    return ObstacleRow(
        one.id,
        plain(one.form),
        view.parties(one.by),
        view.parties(one.against),
        one.scope,
        view.thing(one.under) if one.under else None,
        one.subject,
        one.measure,
        one.since,
        one.until,
        one.ended,
        [_step(view, one, step) for step in one.steps],
        [_appeal(view, appeal) for appeal in one.appeals],
        view.reasons(one.reasons),
    )


def _step(view: View, of: Obstacle, one: Step) -> StepRow:
    timing = one.timing(view.as_of, ended=of.ended is not None)
    return StepRow(one.words, view.parties(one.by), one.due, timing, view.acts(one.acts))


def _appeal(view: View, one: Complaint) -> AppealRow:
    return AppealRow(one.on, one.words, one.sender, view.parties(one.against), view.acts(one.acts))
