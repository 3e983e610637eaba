"""The pages of a presidency's work: what it hands over, and its report, both made from the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.calendar import CalendarRow, calendar_row
from servanda.pages.commitments import CommitmentRow, commitment_row
from servanda.pages.naming import plain
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ReasonLine, ThingRef, View, period_ends
from servanda.pages.sections import ListPage, in_section
from servanda.status.handover import Handover, OpenProposal, Priority, handover, presidency_report
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class ProposalLeft:
    """A proposal of the outgoing presidency that no later act takes up."""

    id: Annotated[str, "Its name in the record."]
    by: Annotated[list[PartyRef], "Who proposed it."]
    words: Annotated[str, "In which words."]
    on: Annotated[Day, "The day."]
    topics: Annotated[list[ThingRef], "Its topics."]
    reasons: Annotated[list[ReasonLine], "Why it is listed."]


@dataclass(frozen=True, slots=True)
class SignatureLeft:
    """A signature that is asked for and open."""

    party: Annotated[PartyRef, "The party."]
    document: Annotated[ThingRef, "The document."]
    since: Annotated[Day, "Since when."]


@dataclass(frozen=True, slots=True)
class RankCount:
    """How many commitments of a class are unfinished; classes are never added up."""

    rank: Annotated[str, "The class.", Listed("rank")]
    unfinished: Annotated[int, "How many are neither closed nor complete."]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPage(ListPage):
    """What the presidency of an organisation hands to the next, as it would be on the day."""

    organisation: Annotated[ThingRef, "The organisation."]
    outgoing: Annotated[PartyRef | None, "Who presides on the day."]
    outgoing_co_chairs: Annotated[list[PartyRef], "Its co-chairs: the previous and the next presiding state."]
    incoming: Annotated[PartyRef | None, "Who is next."]
    incoming_why: Annotated[str, "Why: the decision, or the rule of rotation."]
    incoming_co_chairs: Annotated[list[PartyRef], "The co-chairs of the next term once decided: named, or by the rule."]
    day: Annotated[Day | None, "The last day of the term."]
    classes: Annotated[list[RankCount], "Unfinished commitments by class."]
    unfinished: Annotated[list[CommitmentRow], "The unfinished commitments, by original due day."]
    proposals: Annotated[list[ProposalLeft], "Proposals that nothing takes up."]
    signatures: Annotated[list[SignatureLeft], "Signatures that are open."]
    reasons: Annotated[list[ReasonLine], "Why."]


def handover_page(view: View, organisation: str) -> HandoverPage | None:
    """The hand-over of an organisation's presidency, or None where no term of it is recorded."""
    found = handover(view.book, organisation, view.as_of)
    following, outgoing = found.incoming, found.current
    if not outgoing.state and not outgoing.previous and not following:
        return None
    title, path = say("Hand-over: {organisation}", organisation=organisation), f"/presidency/{organisation}/hand-over"
    frame, shown = in_section(view, title, path, "unfinished", found.unfinished)
    return HandoverPage(
        **frame,
        organisation=view.thing(organisation),
        outgoing=view.party(outgoing.state) if outgoing.state else None,
        outgoing_co_chairs=view.parties(outgoing.co_chairs),
        incoming=view.party(following.state) if following else None,
        incoming_why=view.tell(following.why) if following else "",
        incoming_co_chairs=view.parties(following.co_chairs) if following else [],
        day=found.day,
        classes=_classes(found),
        unfinished=[commitment_row(view, one) for one in shown],
        proposals=[_proposal(view, one) for one in found.proposals],
        signatures=[SignatureLeft(view.party(one.party), view.thing(one.document), one.on) for one in found.signatures],
        reasons=view.reasons(found.reasons),
    )


def _classes(found: Handover) -> list[RankCount]:
    """The unfinished commitments counted by class: all of them, whatever section of them is shown."""
    return [RankCount(plain(rank), number) for rank, number in sorted(found.unfinished.by_rank().items())]


def _proposal(view: View, one: OpenProposal) -> ProposalLeft:
    topics = [view.thing(topic) for topic in one.topics]
    return ProposalLeft(one.id, view.parties(one.by), one.words, one.on, topics, view.reasons(one.reasons))


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """A priority, and the commitments of the term under its topics."""

    words: Annotated[str, "The priority."]
    weight: Annotated[str, "Its weight, where one was given."]
    topics: Annotated[list[ThingRef], "Its topics."]
    commitments: Annotated[int, "Commitments made in the term under these topics."]
    unfinished: Annotated[int, "Of these neither closed nor complete."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """A session of the term."""

    session: Annotated[ThingRef, "The session."]
    documents: Annotated[int, "Of how many documents it disposed."]


@dataclass(frozen=True, slots=True)
class DocumentDecided:
    """A document of which a session of the term disposed."""

    document: Annotated[ThingRef, "The document."]
    outcome: Annotated[str, "What became of it.", Listed("outcome")]
    on: Annotated[Day, "The day."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresidencyReportPage(Page):
    """The report of the presidency that runs on the day: interim, or final on its last day."""

    organisation: Annotated[ThingRef, "The organisation."]
    state: Annotated[PartyRef, "The presiding state."]
    kind: Annotated[str, "Interim while the term runs, final when it is over.", Listed("term report")]
    start: Annotated[Day | None, "The first day of the term."]
    end: Annotated[Day | None, "The last day of the term."]
    programmes: Annotated[list[ThingRef], "Its concept and its plan, where published."]
    priorities: Annotated[list[PriorityRow], "Its priorities."]
    sessions: Annotated[list[SessionHeld], "The sessions of the term, by day."]
    calendar: Annotated[list[CalendarRow], "The sessions held, called and proposed for days of the term, by day."]
    documents: Annotated[list[DocumentDecided], "What these sessions decided on documents."]
    made: Annotated[list[CommitmentRow], "The commitments made in the term."]
    fell_due: Annotated[list[CommitmentRow], "The commitments due in the term."]
    unfinished: Annotated[int, "Commitments that are neither closed nor complete; the hand-over lists them."]
    reasons: Annotated[list[ReasonLine], "Why this is the term."]


def report_page(view: View, organisation: str) -> PresidencyReportPage | None:
    """The report of a presidency, or None where nobody presides on the day."""
    found = presidency_report(view.book, organisation, view.as_of)
    if found is None:
        return None
    start, end = period_ends(found.period)
    held = [act.session for act in found.decisions]
    return PresidencyReportPage(
        **view.frame(say("Report: {organisation}", organisation=organisation), f"/presidency/{organisation}/report"),  # type: ignore[arg-type]
        organisation=view.thing(organisation),
        state=view.party(found.state),
        kind=found.kind,
        start=start,
        end=end,
        programmes=[view.thing(act.document) for act in found.programmes],
        priorities=[_priority(view, one) for one in found.priorities],
        sessions=[SessionHeld(view.thing(act.of), held.count(act.of)) for act in found.sessions],
        calendar=[calendar_row(view, item) for item in found.calendar],
        documents=[DocumentDecided(view.thing(act.of), plain(act.outcome), act.on) for act in found.decisions],
        made=[commitment_row(view, one) for one in found.made],
        fell_due=[commitment_row(view, one) for one in found.fell_due],
        unfinished=len(found.unfinished),
        reasons=view.reasons(found.reasons),
    )


def _priority(view: View, one: Priority) -> PriorityRow:
    left = sum(each.is_open for each in one.commitments)
    topics = [view.thing(topic) for topic in one.topics]
    return PriorityRow(one.words, one.weight, topics, len(one.commitments), left, view.acts(one.acts))
