"""The record being made: acts with the rows they tell, and the ledger that accounts for every row."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from servanda.acts import Act
from servanda.acts.keeping import Expect
from servanda.text import print_acts
from tools.cis_record.evening import EVENING, is_of_the_evening, place_in_the_evening
from tools.cis_record.sources import Sources
from tools.cis_record.tables import Row, Tables

_CONFIDENCE = {"checked": "read", "known": "known", "computed-back": "computed-back"}
HEADER = "; Made by tools/cis_record from the reference tables: correct the tables, not this file.\n"


@dataclass
class Made:
    """An act, its file, and the rows that it tells; a declaration of a source tells none."""

    act: Act
    file: str
    rows: list[Row]


@dataclass
class Record:
    """All acts made so far, by file, and the rows left out with the reason."""

    tables: Tables
    sources: Sources
    uses: str = "uses law/cis law/eaeu law/union-state\n"
    made: list[Made] = field(default_factory=list)
    left_out: dict[Row, str] = field(default_factory=dict)
    _known: dict[Any, Made] = field(default_factory=dict, repr=False)

    def told(self, row: Row, note: str = "") -> dict[str, Any]:
        """The fields that every act of a row shares: source, confidence, note."""
        cite = self.sources.cite(row)
        return {"source": cite, "confidence": _CONFIDENCE[row["confidence"]], "note": note}

    def add(self, file: str, act: Act, *rows: Row) -> None:
        """Add an act; acts that differ only in their actors become one."""
        act = _with_known_difference(act)
        chosen = EVENING if is_of_the_evening(act) else file
        key = (chosen, _without_actors(act))
        if key in self._known:
            known = self._known[key]
            known.act = _joined(known.act, act)
            known.rows += [row for row in rows if row not in known.rows]
            return
        self._known[key] = Made(act, chosen, list(rows))
        self.made.append(self._known[key])

    def leave_out(self, row: Row, reason: str) -> None:
        """Say why a row becomes no act."""
        self.left_out[row] = reason

    def acts(self, file: str) -> list[Act]:
        """The acts of a file, in their order."""
        found = [made.act for made in self.made if made.file == file]
        return sorted(found, key=place_in_the_evening) if file == EVENING else found

    def files(self) -> dict[str, str]:
        """The text of every file, and the ledger."""
        names = dict.fromkeys(sorted(made.file for made in self.made))
        texts = {name: HEADER + print_acts(self.acts(name)) for name in names}
        texts["organisations.acts"] = self.uses + texts["organisations.acts"]
        return texts | {"rows.csv": self.ledger()}

    def ledger(self) -> str:
        """Every row of every table: how many acts tell it, where they stand, or why there is none."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["table", "row", "acts", "file", "left_out"])
        by_row = _by_row(self.made)
        for row in self.tables:
            acts = by_row[row]
            files = " ".join(sorted({made.file for made in acts}))
            writer.writerow([row.table, row.line, len(acts), files, self.left_out.get(row, "")])
        return out.getvalue()


def _by_row(made: Iterable[Made]) -> dict[Row, list[Made]]:
    found: dict[Row, list[Made]] = defaultdict(list)
    for one in made:
        for row in one.rows:
            found[row].append(one)
    return found


def _without_actors(act: Act) -> Act:
    """The act without its actors, to compare it with others."""
    return msgspec.structs.replace(act, by=()) if isinstance(getattr(act, "by", None), tuple) else act


def _joined(one: Act, other: Act) -> Act:
    if not isinstance(getattr(one, "by", None), tuple):
        return one
    return msgspec.structs.replace(one, by=tuple(sorted({*one.actors, *other.actors})))


@cache
def known_differences() -> dict[tuple[str, str], str]:
    """Why a published date and the computed one differ, by instrument and claim."""
    path = Path(__file__).with_name("known_differences.csv")
    return {(row["instrument"], row["claim"]): row["cause"] for row in _table(path)}


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _with_known_difference(act: Act) -> Act:
    if not isinstance(act, Expect):
        return act
    cause = known_differences().get((act.of, act.claim), "")
    return msgspec.structs.replace(act, known_difference=cause)
