"""The hand-kept tables beside this tool, and the reference cases."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")
Case = Mapping[str, Any]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a hand-kept table."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def by_id(name: str, key: str) -> dict[str, dict[str, str]]:
    """The rows of a hand-kept table by one of its columns."""
    return {row[key]: row for row in table(name)}


def read_cases(reference: Path) -> dict[str, Case]:
    """The reference cases by id."""
    text = (reference / "law" / "final-clauses.json").read_text(encoding="utf-8")
    return {case["id"]: case for case in json.loads(text)["cases"]}
