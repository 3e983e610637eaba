"""The rules by which organs decide: one file each, read from the lines of a dated clause.

`cite TEXT` · `rule RULE` · `on LIST rule RULE` · `no-interest is-no-obstacle` · `quorum QUORUM`, where a RULE is one of
`consensus` · `consensus-minus-one` · `unanimity` · `majority 2/3 of members|present|voting` · `weighted 2/3 of TABLE`
· `double 55/100 of members and 65/100 of TABLE` · `silence` · `not-found`, and a QUORUM `7` · `2/3 of members` · `all`
· `not-fixed`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from servanda.acts.declarations import Clause
from servanda.law.decisions.base import Opened, Outcome, Rule, Vote
from servanda.law.decisions.consensus import Consensus
from servanda.law.decisions.consensus_minus_one import ConsensusMinusOne
from servanda.law.decisions.double_majority import DoubleMajority
from servanda.law.decisions.majority import Majority
from servanda.law.decisions.not_found import NotFound
from servanda.law.decisions.quorum import Quorum
from servanda.law.decisions.rule import DecisionRule
from servanda.law.decisions.silence import SilenceProcedure
from servanda.law.decisions.unanimity import Unanimity
from servanda.law.decisions.weighted import Weighted
from servanda.problems import Place, Problem
from servanda.text.tokens import tokenise

__all__ = ["DecisionRule", "Opened", "Outcome", "Quorum", "Rule", "Vote", "parse_rule", "read_decisions"]

_PARSERS: tuple[Callable[[Sequence[str]], Rule | None], ...] = (
    Consensus.parse,
    ConsensusMinusOne.parse,
    Unanimity.parse,
    Majority.parse,
    Weighted.parse,
    DoubleMajority.parse,
    SilenceProcedure.parse,
    NotFound.parse,
)


def parse_rule(words: Sequence[str]) -> Rule | None:
    """The rule that the words of a line state, or None."""
    return next((rule for parse in _PARSERS if (rule := parse(words))), None)


def read_decisions(act: Clause, places: Sequence[Place] = ()) -> tuple[DecisionRule, list[Problem]]:
    """The rule of a clause's lines, and the problems of those that have no meaning."""
    values: dict[str, object] = {}
    lists: list[tuple[str, Rule]] = []
    problems = []
    for index, line in enumerate(act.lines):
        if not _read_line([token.text for token in tokenise(line, "", 0)[0]], values, lists):
            problems.append(_meaningless(line, places[index] if index < len(places) else None))
    return DecisionRule(act.on, lists=tuple(lists), **values), problems  # type: ignore[arg-type]


def _read_line(words: list[str], values: dict[str, object], lists: list[tuple[str, Rule]]) -> bool:
    """Take one line; tells whether it has a meaning. What is stated twice has none the second time."""
    match words:
        case ["rule", *rest] if "rule" not in values and (rule := parse_rule(rest)):
            values["rule"] = rule
        case ["on", name, "rule", *rest] if name not in dict(lists) and (rule := parse_rule(rest)):
            lists.append((name, rule))
        case ["no-interest", "is-no-obstacle"]:
            values["disinterest"] = True
        case ["quorum", *rest] if "quorum" not in values and (quorum := Quorum.parse(rest)):
            values["quorum"] = quorum
        case ["cite", cite]:
            values["cite"] = cite
        case _:
            return False
    return True


def _meaningless(line: str, place: Place | None) -> Problem:
    hint = (
        "known lines: cite, rule consensus, rule majority 2/3 of present, on LIST rule unanimity, quorum 2/3 of members"
    )
    return Problem("L101", f"'{line.strip()}' says nothing that is known", place, hint)
