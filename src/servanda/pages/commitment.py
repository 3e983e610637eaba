"""The page of one commitment: its words, every party's three axes, and the history of every score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.commitments import Plan, RequireReport, Undertake
from servanda.acts.monitoring import Guideline
from servanda.days import Day
from servanda.pages.commitments import CommitmentRow, commitment_row
from servanda.pages.figures import percent
from servanda.pages.naming import plain
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.axes import Reply, Score
from servanda.status.commitment import Commitment, Reported, share_of_the_way
from servanda.status.commitments import commitments_to
from servanda.status.milestones import milestones
from servanda.status.reporting import reports_due
from servanda.status.specificity import specificity


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One grade that was given; an earlier one stays in the history."""

    party: Annotated[PartyRef, "Whose commitment was graded."]
    on: Annotated[Day, "The day."]
    kind: Annotated[str, "Self-report, coding, draft or assessment.", Listed("score")]
    grade: Annotated[str, "The grade.", Listed("performance")]
    by: Annotated[PartyRef, "Who gave it."]
    coder: Annotated[str, "Which coder, where two grade apart."]
    guideline: Annotated[str, "The guideline, by name."]
    evidence: Annotated[str, "The evidence that is named."]
    why: Annotated[str, "Why the score was changed, where told."]
    comment_until: Annotated[Day | None, "Until when the party may comment on a draft."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A comment of the party, or a challenge of another."""

    party: Annotated[PartyRef, "Whose commitment it concerns."]
    on: Annotated[Day, "The day."]
    kind: Annotated[str, "Comment or challenge.", Listed("reply")]
    by: Annotated[str, "Who spoke."]
    words: Annotated[str, "In which words."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A step on the way, with what is known of it for one party."""

    id: Annotated[str, "Its name in the record."]
    words: Annotated[str, "The step."]
    party: Annotated[PartyRef, "Whose."]
    due: Annotated[Day | None, "Its due day."]
    timing: Annotated[str, "Closed, no due day, not due, due, past due.", Listed("timing")]
    performance: Annotated[str, "No information, or the grade that holds.", Listed("performance")]
    reasons: Annotated[list[ReasonLine], "Why, each opening to its acts."]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report that was due, or is due next."""

    party: Annotated[PartyRef, "Who is to report."]
    words: Annotated[str, "On what."]
    due: Annotated[Day, "By when."]
    received: Annotated[Day | None, "The day it was received."]
    finding: Annotated[str, "That none was received, where that is so: a finding of its own."]
    reasons: Annotated[list[ReasonLine], "Why it is due, and what was received, each opening to its acts."]


@dataclass(frozen=True, slots=True)
class GuidelineRow:
    """A guideline used here: what earns which grade."""

    id: Annotated[str, "Its name in the record."]
    title: Annotated[str, "Its title."]
    fixed: Annotated[Day, "The day it was fixed."]
    complete: Annotated[str, "What earns complete."]
    substantial: Annotated[str, "What earns substantial."]
    limited: Annotated[str, "What earns limited."]
    not_started: Annotated[str, "What earns not started."]


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A reported value of the indicator."""

    party: Annotated[PartyRef, "Who reported it."]
    on: Annotated[Day, "The day."]
    value: Annotated[int, "The value."]
    covered: Annotated[str, "The share of the way from the baseline to the target; empty where one is not told."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage(Page):
    """One commitment, of all parties that have it."""

    id: Annotated[str, "Its name in the record."]
    under: Annotated[ThingRef | None, "The instrument or plan it stands under."]
    condition: Annotated[str, "The condition under which it was made, such as with support."]
    responsible: Annotated[str, "Who answers for it, in the words of the plan."]
    indicator: Annotated[str, "What its performance is measured by."]
    unit: Annotated[str, "In which unit."]
    baseline: Annotated[int | None, "Where it started from."]
    target: Annotated[int | None, "Where it is to arrive."]
    value: Annotated[int | None, "The newest reported value."]
    series: Annotated[list[SeriesPoint], "Every reported value, by party and day."]
    missing: Annotated[list[str], "What would make it more specific."]
    parties: Annotated[list[CommitmentRow], "Every party that has it."]
    milestones: Annotated[list[MilestoneRow], "The steps on the way."]
    scores: Annotated[list[ScoreRow], "Every grade that was given, the newest first."]
    replies: Annotated[list[ReplyRow], "Comments and challenges, the newest first."]
    reports: Annotated[list[ReportRow], "The reports due under it."]
    guidelines: Annotated[list[GuidelineRow], "What earns which grade."]


def commitment_page(view: View, of: str) -> CommitmentPage | None:
    """The page of a commitment, or None for a name that nobody has a commitment of."""
    mine = list(commitments_to(view.book, of, view.as_of))
    if not mine:
        return _nobody_yet(view, of)
    first = mine[0]
    mine.sort(key=lambda one: view.order(view.names.party(one.party)))
    return CommitmentPage(
        **view.frame(first.words, f"/commitments/{of}"),  # type: ignore[arg-type]
        id=of,
        under=view.thing(first.under) if first.under else None,
        condition=first.condition,
        responsible=first.responsible,
        indicator=first.indicator,
        unit=first.unit,
        baseline=first.baseline,
        target=first.target,
        value=first.value,
        series=[_point(view, one, reported) for one in mine for reported in one.series],
        missing=[view.tell(words) for words in specificity(first).missing],
        parties=[commitment_row(view, one) for one in mine],
        milestones=[row for one in mine for row in _milestones(view, one)],
        scores=_newest(view, [score_row(view, one, score) for one in mine for score in one.scores]),
        replies=_newest(view, [_reply_row(view, one, reply) for one in mine for reply in one.replies]),
        reports=_reports(view, of),
        guidelines=_guidelines(view, {score.guideline for one in mine for score in one.scores}),
    )


def _nobody_yet(view: View, of: str) -> CommitmentPage | None:
    """The page of a commitment that nobody has on the day, or of a duty to report: its words once they were said."""
    known: list[Undertake | Plan | RequireReport] = [act for act, _event in view.book.acts(Undertake, of)]
    known += [act for act, _event in view.book.acts(Plan, of)]
    known += [act for act, _event in view.book.acts(RequireReport, of)]
    if not known:
        return None
    said = next((act for act in known if act.on.surely_by(view.as_of)), None)
    return CommitmentPage(
        **view.frame(said.words if said else of, f"/commitments/{of}"),  # type: ignore[arg-type]
        id=of, under=view.thing(said.under) if said and said.under else None, condition="", responsible="",
        indicator="", unit="", baseline=None, target=None, value=None, series=[], missing=[], parties=[], milestones=[],
        scores=[], replies=[], reports=_reports(view, of), guidelines=[],
    )  # fmt: skip


def _point(view: View, one: Commitment, reported: Reported) -> SeriesPoint:
    covered = percent(share_of_the_way(one.baseline, one.target, reported.value))
    return SeriesPoint(view.party(one.party), reported.on, reported.value, covered, view.acts(reported.acts))


def score_row(view: View, one: Commitment, score: Score) -> ScoreRow:
    """The row of a grade that was given."""
    return ScoreRow(
        view.party(one.party),
        score.on,
        score.kind,
        plain(score.grade),
        view.party(score.by),
        score.coder,
        score.guideline,
        score.evidence,
        score.why,
        score.open_until,
        view.acts(score.acts),
    )


def _reply_row(view: View, one: Commitment, reply: Reply) -> ReplyRow:
    by = ", ".join(view.names.parties(tuple(reply.by.split())))
    return ReplyRow(view.party(one.party), reply.on, reply.kind, by, reply.words, view.acts(reply.acts))


def _newest(view: View, rows: list) -> list:  # type: ignore[type-arg]
    return sorted(rows, key=lambda row: (-row.on.first.toordinal(), view.order(row.party.name)))


def _milestones(view: View, one: Commitment) -> list[MilestoneRow]:
    return [
        MilestoneRow(
            step.id,
            step.words,
            view.party(step.party),
            step.due,
            step.timing,
            plain(step.performance),
            view.reasons(step.reasons),
        )
        for step in milestones(view.book, one, view.as_of)
    ]


def _reports(view: View, of: str) -> list[ReportRow]:
    due = reports_due(view.book, view.as_of)
    found = [one for one in due if of in (one.under, one.id) or one.id.startswith(f"{of}/")]
    return [
        ReportRow(
            view.party(one.party),
            one.words,
            one.due,
            one.received,
            view.tell(one.reasons[-1].words) if one.overdue else "",
            view.reasons(one.reasons),
        )
        for one in found
    ]


def _guidelines(view: View, used: set[str]) -> list[GuidelineRow]:
    acts = [act for act, _event in view.book.acts(Guideline, None, view.as_of) if act.of in used]
    return [
        GuidelineRow(act.of, act.title, act.on, act.complete, act.substantial, act.limited, act.not_started)
        for act in acts
    ]
