"""What became of the rows of a file: how many acts they gave, and what was left out, with the row and the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from servanda.problems import Place, Problem

CODE = "B501"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in a row that could not be used: the row (from 1, without the header), the column, the text, why."""

    row: int
    column: str
    text: str
    reason: str

    def problem(self, file: str) -> Problem:
        """The same as a problem with its place."""
        return Problem(CODE, f'{self.column} "{self.text}": {self.reason}', Place(file, self.row), severity="warning")


@dataclass
class Summary:
    """Rows read, acts made by kind, and everything left out: nothing is dropped silently."""

    rows: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    not_certain: int = 0
    left_out: list[LeftOut] = field(default_factory=list)

    def leave_out(self, row: int, column: str, text: str, reason: str) -> None:
        """Note what is left out; rows count from 1."""
        self.left_out.append(LeftOut(row + 1, column, text, reason))

    @property
    def reasons(self) -> dict[str, int]:
        """How much was left out for each reason, the most frequent first."""
        return dict(Counter(one.reason for one in self.left_out).most_common())

    def problems(self, file: str) -> list[Problem]:
        """All that was left out, as problems with their places."""
        return [one.problem(file) for one in self.left_out]

    def __str__(self) -> str:
        made = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.acts.items()))
        lines = [f"{self.rows:,} rows: {self.acts.total():,} acts ({made})"]
        lines += [f"the same act again: {self.repeated:,}", f"days marked as not certain: {self.not_certain:,}"]
        return "\n".join([*lines, *(f"left out, {reason}: {count:,}" for reason, count in self.reasons.items())])
