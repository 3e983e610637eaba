"""Consensus: adopted unless a member objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Outcome, Vote, named
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class Consensus:
    """Common consent: no member objects; silence is no objection (CIS Charter, art. 23)."""

    @staticmethod
    def parse(words: Sequence[str]) -> Consensus | None:
        """Read `consensus`."""
        return Consensus() if list(words) == ["consensus"] else None

    def decide(self, vote: Vote) -> Outcome:
        """Adopted unless somebody is against; a lack of interest is no obstacle only where the rule says so."""
        if against := vote.of("against"):
            return Outcome(False, say("{parties} objected", parties=named(against)))
        unclear = tuple(party for party in vote.of("no-interest") if party not in vote.uninvolved)
        if unclear:
            words = say(
                "{parties} declared no interest; the rule does not say that this is no obstacle", parties=named(unclear)
            )
            return Outcome(None, words, unclear)
        said = say("{parties} said nothing, and silence is no objection", parties=named(vote.silent))
        return Outcome(True, joined("; ", (say("no member objected"), said if vote.silent else "")))

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("consensus")

    def __str__(self) -> str:
        return "consensus"
