"""The practice of depositaries: dated, quoted statements that settle what a clause leaves open (VCLT, arts. 76 to 78).

A `practice` act is a depositary's; its lines say how it counts, and from the day of the act on. A later act takes the
place of an earlier one, line by line; `for INSTRUMENT` before a line holds for that instrument alone, and goes before
what is general. What the clause itself says, goes before both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from servanda.days import Day

Subject = Literal[
    "days-after", "months-after", "month-ends", "reservations", "late-reservations", "organisations", "zone"
]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a depositary does in one respect, since when, by which authority; perhaps for one instrument only."""

    subject: Subject
    value: str
    depositary: str
    since: Day
    cite: str = ""
    quote: str = ""
    instrument: str = ""
    acts: tuple[str, ...] = ()

    @property
    def authority(self) -> str:
        """The source of the statement, with its own few words where they are quoted."""
        return f'{self.cite}: "{self.quote}"' if self.quote else self.cite


@dataclass(frozen=True, slots=True)
class Practised:
    """The statements that hold for one instrument on one day, by subject."""

    statements: Mapping[str, Statement] = field(default_factory=dict)

    @classmethod
    def of(cls, statements: Iterable[Statement], instrument: str) -> Practised:
        """Of statements in the order of their days, those that hold: the special before the general, the later one."""
        found: dict[str, Statement] = {}
        for one in statements:
            known = found.get(one.subject)
            if one.instrument in ("", instrument) and not (known and known.instrument and not one.instrument):
                found[one.subject] = one
        return cls(found)

    def get(self, subject: Subject) -> Statement | None:
        """The statement on a subject, if there is one."""
        return self.statements.get(subject)

    def value(self, subject: Subject) -> str:
        """What is done in a respect, or nothing where no practice is known."""
        found = self.get(subject)
        return found.value if found else ""


NOTHING_KNOWN = Practised()
