"""The cases in text cover the law: every kind of condition and delay, every word of standing, every relation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from servanda.acts.declarations import Clause
from servanda.acts.keeping import Expect
from servanda.law.clause import EntryIntoForce, read_clause
from servanda.law.conditions import SIMPLE, AllOf, AnyOf, Condition, SmallerOf, Within
from servanda.law.delays import Delay, FirstAfter, FixedElse, LaterOf
from servanda.record import load
from servanda.status.pair import Relation
from servanda.status.standing import Word

SPEC = Path(__file__).parents[1] / "spec"
ACTS = [one.act for one in load([SPEC]).acts]
CLAUSES = [read_clause(act)[0] for act in ACTS if isinstance(act, Clause) and act.about == "entry-into-force"]
CLAIMS = [act.claim for act in ACTS if isinstance(act, Expect)]


def conditions(condition: Condition) -> Iterator[Condition]:
    yield condition
    match condition:
        case Within():
            yield from conditions(condition.condition)
        case AnyOf() | AllOf():
            for one in condition.options if isinstance(condition, AnyOf) else condition.items:
                yield from conditions(one)


def delays(clause: EntryIntoForce) -> Iterator[Delay]:
    for delay in (*clause.then, *(clause.later.delays if clause.later else ())):
        yield delay
        match delay:
            case FirstAfter():
                yield delay.step
            case FixedElse() if delay.other:
                yield delay.other
            case LaterOf():
                yield from (delay.one, delay.other)


def test_every_kind_of_condition_has_a_case_in_text():
    seen = {type(one) for clause in CLAUSES for condition in clause.when for one in conditions(condition)}
    assert {*SIMPLE, AnyOf, AllOf, SmallerOf, Within} - seen == set()


def test_every_kind_of_delay_has_a_case_in_text():
    seen = {type(one) for clause in CLAUSES for one in delays(clause)}
    assert {*get_args(Delay)} - seen == set()


@pytest.mark.parametrize("word", get_args(Word))
def test_every_word_of_standing_has_a_case_in_text(word):
    assert any(claim.startswith("standing ") and claim.split(maxsplit=2)[2] == word for claim in CLAIMS)


@pytest.mark.parametrize("relation", get_args(Relation))
def test_every_relation_has_a_case_in_text(relation):
    words = [claim.split(maxsplit=3)[3] for claim in CLAIMS if claim.startswith("pair ")]
    assert any(one.partition(" since ")[0] == relation for one in words)
