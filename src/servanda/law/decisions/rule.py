"""The rule of decision of an organ, as one version of its clause states it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from servanda.days import Day
from servanda.law.decisions.base import Outcome, Rule, Vote, named
from servanda.law.decisions.not_found import NotFound
from servanda.law.decisions.quorum import Quorum
from servanda.law.reasons import Reason
from servanda.text.tokens import quoted
from servanda.words.phrases import joined, say

_NOT_FOUND, _NOT_FIXED = NotFound(), Quorum()


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """How an organ decides from a day on: its rule, other rules for lists of questions, its quorum."""

    since: Day
    rule: Rule = _NOT_FOUND
    lists: tuple[tuple[str, Rule], ...] = ()
    disinterest: bool = False
    quorum: Quorum = _NOT_FIXED
    cite: str = ""

    def lines(self) -> tuple[str, ...]:
        """The rule written back as the lines of its act."""
        return (
            *([f"cite {quoted(self.cite)}"] if self.cite else []),
            f"rule {self.rule}",
            *(f"on {name} rule {rule}" for name, rule in self.lists),
            *(["no-interest is-no-obstacle"] if self.disinterest else []),
            f"quorum {self.quorum}",
        )

    def rule_on(self, questions: Collection[str]) -> Rule:
        """The rule for a question: that of the first list it stands on, else the rule for all others."""
        return next((rule for name, rule in self.lists if name in questions), self.rule)

    def decide(self, vote: Vote, questions: Collection[str] = ()) -> Outcome:
        """What becomes of a question, with the reasons."""
        rule = self.rule_on(questions)
        if not vote.members:
            return self._reasoned(rule, Outcome(None, say("no member of the organ is recorded"), (say("the members"),)))
        uninvolved = vote.of("no-interest") if self.disinterest else ()
        outcome = rule.decide(replace(vote, uninvolved=frozenset(uninvolved)))
        met, told = self.quorum.told(vote)
        if met is False:
            outcome = Outcome(False, told)
        elif met is None and outcome.adopted:
            outcome = Outcome(None, joined("; ", (outcome.words, told)), (say("the attendance"),))
        return self._reasoned(rule, replace(outcome, not_bound=uninvolved), told)

    def _reasoned(self, rule: Rule, outcome: Outcome, *told: str) -> Outcome:
        words: list[str] = [say("the rule is {rule}", rule=rule.words), *told]
        if outcome.not_bound:
            parties = named(outcome.not_bound)
            words.append(say("{parties} declared no interest: no obstacle, and not bound", parties=parties))
        words += [outcome.words] if outcome.words not in words else []
        return replace(outcome, reasons=tuple(Reason(one, authority=self.cite) for one in words))
