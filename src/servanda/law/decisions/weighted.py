"""A weighted majority: those for it weigh so much by a table of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Outcome, Vote, named
from servanda.law.decisions.threshold import Threshold
from servanda.words.phrases import joined, say


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
            return Outcome(None, say("no table '{table}' is recorded", table=self.table), (self.table,))
        if absent := table.absent(vote.members):
            words = say("{table} gives {parties} no weight", table=table.words, parties=named(absent))
            return Outcome(None, words, absent)
        whole, given = table.whole(), table.sum(vote.of("for"))
        told = say(
            "those for it weigh {given} of {whole} by {table}, {threshold} needed",
            given=given,
            whole=whole,
            table=table.words,
            threshold=self.threshold.words,
        )
        if self.threshold.is_met(given, whole):
            return Outcome(True, told)
        if not self.threshold.is_met(given + table.sum(vote.silent), whole):
            return Outcome(False, told)
        rest = say("nothing is recorded of {parties}", parties=named(vote.silent))
        return Outcome(None, joined("; ", (told, rest)), vote.silent)

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("weighted {threshold} of {table}", threshold=self.threshold.words, table=self.table)

    def __str__(self) -> str:
        return f"weighted {self.threshold} of {self.table}"
