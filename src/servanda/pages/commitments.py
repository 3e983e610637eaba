"""The page of commitments: what was promised, by whom, of which class, and what is known of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.naming import plain
from servanda.pages.parts import Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.commitment import Commitment
from servanda.status.commitments import commitments
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One commitment of one party."""

    id: Annotated[str, "Its name in the record."]
    party: Annotated[PartyRef, "Who promised."]
    words: Annotated[str, "What, in the words recorded."]
    rank: Annotated[str, "Its class: legal obligation, decision, political, presidency, statement.", Listed("rank")]
    strength: Annotated[str, "Decided, pledged or planned, where told.", Listed("strength")]
    made: Annotated[Day, "The day it was undertaken."]
    due: Annotated[Day | None, "The day it is due, where it has one."]
    timing: Annotated[str, "No due day, not due, due, past due, closed.", Listed("timing")]
    performance: Annotated[str, "No information, or the newest grade.", Listed("performance")]
    standing: Annotated[
        str, "Not reported, self-reported, draft, assessed, commented, contested, settled.", Listed("reporting")
    ]
    origin: Annotated[str, "Undertaken, owed under an instrument by each state it binds, or planned.", Listed("origin")]
    original_due: Annotated[Day | None, "The day it was due at first, where it was put off."]
    provision: Annotated[str, "The article or provision it rests on."]
    topics: Annotated[list[ThingRef], "Its topics; without any of its own, those of the instrument."]
    completed: Annotated[Day | None, "The day of the grade that tells that it is complete."]
    carried: Annotated[list[PartyRef], "The presidencies to which its file passed."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many commitments of a class there are, and on how many there is any information."""

    rank: Annotated[str, "The class; classes are never added up.", Listed("rank")]
    commitments: Annotated[int, "How many."]
    with_information: Annotated[int, "On how many something is reported or assessed."]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentsPage(Page):
    """All commitments recorded by the day."""

    classes: Annotated[list[ClassCount], "Counts by class, with coverage."]
    commitments: Annotated[list[CommitmentRow], "The commitments, the newest first."]


def commitments_page(view: View) -> CommitmentsPage:
    """The register of commitments."""
    found = commitments(view.book, view.as_of)
    frame = view.frame(say("Commitments"), "/commitments")
    rows = [commitment_row(view, one) for one in found]
    rows.sort(key=lambda row: (-row.made.first.toordinal(), row.id, view.order(row.party.name)))
    return CommitmentsPage(**frame, classes=_classes(found), commitments=rows)  # type: ignore[arg-type]


def _classes(found: tuple[Commitment, ...]) -> list[ClassCount]:
    total = Counter(one.rank for one in found)
    informed = Counter(one.rank for one in found if one.performance != "no information")
    return [ClassCount(plain(rank), total[rank], informed[rank]) for rank in sorted(total)]


def commitment_row(view: View, one: Commitment) -> CommitmentRow:
    """The row of a commitment."""
    return CommitmentRow(
        one.id,
        view.party(one.party),
        one.words,
        plain(one.rank),
        one.strength,
        one.made,
        one.due,
        one.timing,
        plain(one.performance),
        one.standing,
        one.origin,
        one.original_due if one.original_due != one.due else None,
        one.provision,
        [view.thing(topic) for topic in one.topics],
        one.completed,
        [view.party(code) for code in one.carried],
        view.reasons(one.reasons),
    )
