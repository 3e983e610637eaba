"""A weighted majority: those for it weigh so much by a table of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Outcome, Vote, named
from servanda.law.decisions.threshold import Threshold


@dataclass(frozen=True, slots=True)
class Weighted:
    """A fraction by weight, of the whole that the table states."""

    threshold: Threshold
    table: str

    @staticmethod
    def parse(words: Sequence[str]) -> Weighted | None:
        """Read `weighted 2/3 of TABLE`."""
        match list(words):
            case ["weighted", *share, "of", table] if threshold := Threshold.parse(share):
                return Weighted(threshold, table)
        return None

    def decide(self, vote: Vote) -> Outcome:
        """Decided where those of whom nothing is recorded could not change it; a weight is never guessed."""
        table = vote.tables.get(self.table)
        if table is None:
            return Outcome(None, f"no table '{self.table}' is recorded", (self.table,))
        if absent := table.absent(vote.members):
            return Outcome(None, f"{table} gives {named(absent)} no weight", absent)
        whole, given = table.whole(), table.sum(vote.of("for"))
        told = f"those for it weigh {given} of {whole} by {table}, {self.threshold} needed"
        if self.threshold.is_met(given, whole):
            return Outcome(True, told)
        if not self.threshold.is_met(given + table.sum(vote.silent), whole):
            return Outcome(False, told)
        return Outcome(None, f"{told}; nothing is recorded of {named(vote.silent)}", vote.silent)

    def __str__(self) -> str:
        return f"weighted {self.threshold} of {self.table}"
