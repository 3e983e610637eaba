"""The parts of a document's page that tell its course: moments with their counts, and conditions with what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.parts import ActRef, Listed, PartyRef, View
from servanda.status.history import Moment
from servanda.status.progress import Progress


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One moment in the life of a document."""

    on: Annotated[Day, "The day."]
    what: Annotated[
        str,
        "Adopted, opened, signed, consented, conditions met, notified, published, computed, bound, left, or ended.",
        Listed("moment"),
    ]
    parties: Annotated[list[PartyRef], "Whom it concerns, where not all."]
    signed: Annotated[int, "How many have signed by then."]
    consented: Annotated[int, "How many have consented by then."]
    bound: Annotated[int, "For how many it is in force from then on."]


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """One condition of entry into force, at the close of the day."""

    words: Annotated[str, "The condition, and what of it is there."]
    holds: Annotated[bool, "Whether it is met."]
    have: Annotated[int | None, "How many there are, where it counts parties."]
    need: Annotated[int | None, "How many it needs, where it counts parties."]
    missing: Annotated[str, "What is missing."]
    acts: Annotated[list[ActRef], "The acts that count."]


def moment_rows(view: View, found: Iterable[Moment]) -> list[MomentRow]:
    """The moments by day."""
    return [
        MomentRow(one.on, one.what, view.parties(one.parties), one.signed, one.consented, one.bound) for one in found
    ]


def condition_rows(view: View, found: Iterable[Progress]) -> list[ConditionRow]:
    """The conditions in the order of the clause."""
    return [
        ConditionRow(view.tell(one.words), one.holds, one.have, one.need, view.tell(one.missing), view.acts(one.acts))
        for one in found
    ]
