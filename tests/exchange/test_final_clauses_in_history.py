"""Treaties that no reference file holds: what is generally known of their history comes out of their rule."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from servanda.exchange.final_clause_delays import _MODES
from servanda.exchange.final_clauses import verify

# Treaty and article, the rule's delay and floor, the day on which its conditions were met, and its entry into force:
# general knowledge, as the depositaries' status pages give it. The counts are not part of it.
ROWS = list(csv.DictReader(Path(__file__).with_name("history.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["treaty"])
def test_the_rule_of_a_treaty_gives_the_day_that_history_gives(row):
    found = verify([case_of(row)]).cases[0]
    assert (found.met, found.computed) == (row["condition_met"], row["entry_into_force"])
    assert found.result == "agree"


def test_the_table_holds_every_mode_of_delay():
    assert len(ROWS) > 110
    assert {row["mode"] for row in ROWS} == {*_MODES, "same_day", "special"}


def case_of(row: dict[str, str]) -> dict[str, Any]:
    delay: dict[str, Any] = {"mode": row["mode"]}
    if row["mode"] == "special":
        delay["expression"] = row["value"]
    elif row["value"]:
        delay["value"] = int(row["value"])
    rule = {
        "conditions": [{"kind": "count", "n": 2}],
        "default_acts": "ratification, acceptance, approval or accession",
        "delay": delay,
        "not_before": row["not_before"] or None,
    }
    days = {name: row[name] for name in ("condition_met", "entry_into_force")}
    return {"id": row["treaty"], "rule": rule, "in_force": True, **days}
