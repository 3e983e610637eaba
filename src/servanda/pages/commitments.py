"""The page of commitments: what was promised, by whom, of which class, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, overload

from servanda.days import Day
from servanda.pages.naming import plain
from servanda.pages.narrowing import EVERYTHING, Wanted, narrowings
from servanda.pages.parts import Listed, PartyRef, ReasonLine, ThingRef, View
from servanda.pages.scoreboard import ChoiceRow
from servanda.pages.sections import ListPage, in_section
from servanda.status.commitment import Commitment
from servanda.status.commitments import newest_first
from servanda.status.register import Rows
from servanda.status.specificity import specificity
from servanda.words.collation import Key
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
    specific: Annotated[bool, "Whether it says who, by when, and what can be checked."]
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
class CommitmentsPage(ListPage):
    """All commitments recorded by the day, or those of them that are asked for."""

    classes: Annotated[list[ClassCount], "Counts by class, with coverage, of the commitments asked for."]
    commitments: Annotated[list[CommitmentRow], "The commitments, the newest first."]
    choices: Annotated[list[ChoiceRow], "What the register can be narrowed to."]


def commitments_page(view: View, asked: Wanted = EVERYTHING) -> CommitmentsPage:
    """The register of commitments; of those that are asked for."""
    found = asked.of(view)
    ordered = ByName(found, lambda one: view.order(view.names.party(one.party)))
    frame, shown = in_section(view, say("Commitments"), "/commitments", "commitments", ordered, **asdict(asked))
    return CommitmentsPage(
        **frame,
        choices=narrowings(view, asked),
        classes=_classes(view, found),
        commitments=[commitment_row(view, one) for one in shown],
    )


@dataclass(frozen=True, slots=True)
class ByName(Sequence[Commitment]):
    """Commitments the newest first, those of one name by the names of their parties in the language of the page.

    The register has the parties by their codes, so only the commitments of one name are to be put in order: those of a
    section, and those of its first and last one that lie beyond it.
    """

    rows: Rows
    order: Callable[[Commitment], Key]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Commitment: ...
    @overload
    def __getitem__(self, at: slice) -> list[Commitment]: ...
    def __getitem__(self, at: int | slice) -> Commitment | list[Commitment]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        start, end, _step = at.indices(len(self))
        first, last = self._edge(start, -1), self._edge(end, 1)
        found = sorted(self.rows[first:last], key=lambda one: (*newest_first(one)[:2], self.order(one)))
        return found[start - first : end - first]

    def _edge(self, at: int, step: int) -> int:
        """The nearest place, in a direction, that does not lie between two commitments of one name."""
        within, beyond = (at - 1, at) if step > 0 else (at, at - 1)
        if not 0 < at < len(self):
            return at
        name = newest_first(self.rows[within])[:2]
        while 0 <= beyond < len(self) and newest_first(self.rows[beyond])[:2] == name:
            beyond += step
        return beyond if step > 0 else beyond + 1


def _classes(view: View, found: Rows) -> list[ClassCount]:
    total, informed = found.by_rank(), found.counted(view.as_of, figure="known").by_rank()
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
        specificity(one).is_specific,
        one.completed,
        [view.party(code) for code in one.carried],
        view.reasons(one.reasons),
    )
