"""Status tables of the United Nations' depositary set (Multilateral Treaties Deposited with the Secretary-General).

One row for each cell of a status table. The mark behind a date tells the act (`a` accession, `d` succession, …); a
date without a mark is what the heading of its column says, and where the heading leaves a choice, a consent of which
the means is not recorded. The tables show no clause and no withdrawal: every instrument is recorded, not computed,
and its atlas is one of consents. Columns that hold no act of a party (volume and page in the treaty series, dates of
a regulation's adoption) are left out and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from servanda.acts import Act, Cite
from servanda.acts.consent import ApplyProvisionally, Consent, Means
from servanda.acts.declarations import Source
from servanda.acts.documents import Confirm, Sign
from servanda.days import Day
from servanda.exchange.parquet import Coded, read_parquet
from servanda.exchange.register_days import read_cell
from servanda.exchange.summary import Summary
from servanda.status.atlas import Atlas
from servanda.status.packing import CONSENT
from servanda.status.spells import Reading, Turn
from servanda.words.registers import party_of_register

SOURCE = "mtdsg-2015"
TITLE = "Multilateral Treaties Deposited with the Secretary-General, status tables"
SEEN = "2015-03-14"
WANTED = ("mtdsg", "participant", "column", "raw", "date", "mark")

Deed = Literal["sign", "sign-definitively", "sign-ad-referendum", "confirm", "apply-provisionally"] | Means

MARKS: dict[str, Deed] = {
    "a": "accede",
    "A": "accept",
    "AA": "approve",
    "c": "formally-confirm",
    "C": "confirm",
    "d": "succeed",
    "n": "apply-provisionally",
    "p": "participate",
    "P": "participate",
    "s": "sign-definitively",
}
_HEADINGS: tuple[tuple[str, Deed], ...] = (
    (r"provisional (application|acceptance)|undertaking of provisional", "apply-provisionally"),
    (r"signature ad referendum", "sign-ad-referendum"),
    (r"definitive signature or ", "consent"),
    (r"definitive signature", "sign-definitively"),
    (r"confirmation of signature", "confirm"),
    (r"signature|succession to signature", "sign"),
    (r"ratification", "ratify"),
    (r"(definitive )?acceptance", "accept"),
    (r"approval", "approve"),
    (r"accession", "accede"),
    (r"succession", "succeed"),
    (r"formal confirmation", "formally-confirm"),
    (r"participation|simplified procedure|application$", "participate"),
    (r"consent to be bound", "consent"),
)
_MARKED = re.compile(r"(.*?) ?\((AA|[aAcCdnpPs])\)")
_PART = re.compile(r", (?=[A-Z])")


def read_mtdsg(path: Path) -> StatusTables:
    """Read a Parquet file of status tables; raises NotReadable."""
    return StatusTables(read_parquet(path, WANTED))


@dataclass(frozen=True)
class StatusTables:
    """The cells of the status tables, as columns."""

    columns: dict[str, Coded]

    def __len__(self) -> int:
        return len(self.columns["mtdsg"])

    def acts(self, rows: Iterable[int] | None = None) -> Iterator[Act]:
        """The acts of some rows, or of all, behind the source that tells of them."""
        yield Source(on=Day.parse(SEEN), of=SOURCE, title=TITLE, publisher="United Nations")
        for row in range(len(self)) if rows is None else rows:
            if act := self.act(row):
                yield act

    def act(self, row: int) -> Act | None:
        """The act that a row tells of, or None where it tells of none."""
        what, day, by = self._deed(row), read_cell(self.columns["date"][row]).day, self._party(row)
        if what is None or day is None or by is None:
            return None
        place = f"{self.columns['column'][row]}: {self.columns['raw'][row]}"
        source = (Cite(of=SOURCE, place=f"row {row + 1}", passage=place),)
        return _act(what, self._instrument(row), by, day, source)

    @cached_property
    def _turns(self) -> list[Turn]:
        """The consents, without making acts of them."""
        found = []
        for row in range(len(self)):
            what, day, by = self._deed(row), read_cell(self.columns["date"][row]).day, self._party(row)
            if what in _BINDING and day and by:
                found.append(
                    Turn(self._instrument(row), by, day, CONSENT, "sign" if what == "sign-definitively" else str(what))
                )
        return found

    def atlas(self, reading: Reading = "surely") -> Atlas:
        """Who has consented to what, as the tables show it."""
        return Atlas.of_turns(self._turns, reading)

    def summary(self) -> Summary:
        """How many acts the rows give, and all that is left out, with its row and the reason."""
        found, seen = Summary(len(self)), set[tuple[object, ...]]()
        for row in range(len(self)):
            for column, reason in self._reasons(row):
                found.leave_out(row, column, self.columns[column][row], reason)
                break
            else:
                told = self._instrument(row), self._party(row), self._deed(row), self.columns["date"][row]
                found.repeated += told in seen
                found.acts[str(told[2])] += told not in seen
                seen.add(told)
        return found

    def _reasons(self, row: int) -> Iterator[tuple[str, str]]:
        if self._deed(row) is None:
            yield "column", "the column holds no act of a party"
        if self._party(row) is None:
            yield "participant", "not one party that a list of names knows"
        if read_cell(self.columns["date"][row]).day is None:
            yield "raw", "not a day that can be read"

    def _deed(self, row: int) -> Deed | None:
        return deed_of(self.columns["column"][row], self.columns["mark"][row])

    def _party(self, row: int) -> str | None:
        return party_of_register(self.columns["participant"][row])

    def _instrument(self, row: int) -> str:
        return f"{SOURCE}/{self.columns['mtdsg'][row].lower()}"


_BINDING = frozenset({*Consent.VERBS, "sign-definitively"})


@cache
def deed_of(heading: str, mark: str) -> Deed | None:
    """What a date stands for: the part of the heading with its mark, else those parts that have none."""
    marked = [_MARKED.fullmatch(part) for part in _PART.split(heading)]
    parts = {one[2]: one[1] for one in marked if one}
    if mark in parts:
        return _said(parts[mark])
    if mark in MARKS:
        return MARKS[mark]
    if len(parts) == 1 and not mark and _MARKED.fullmatch(heading):
        return _said(heading)
    found = {_said(part) for part in _PART.split(heading) if not _MARKED.fullmatch(part)}
    if len(found) == 1:
        return found.pop()
    return "consent" if found and found <= _BINDING else None


def _said(part: str) -> Deed | None:
    text = part.lower()
    return next((deed for pattern, deed in _HEADINGS if re.match(pattern, text)), None)


def _act(what: Deed, of: str, by: str, on: Day, source: tuple[Cite, ...]) -> Act:
    """The act of a deed; a definitive signature is a signature."""
    parties = (by,)
    match what:
        case "sign":
            return Sign(on=on, of=of, by=parties, source=source)
        case "sign-definitively":
            return Sign(on=on, of=of, by=parties, manner="definitive", source=source)
        case "sign-ad-referendum":
            return Sign(on=on, of=of, by=parties, manner="ad-referendum", source=source)
        case "confirm":
            return Confirm(on=on, of=of, by=parties, source=source)
        case "apply-provisionally":
            return ApplyProvisionally(on=on, of=of, by=parties, source=source)
    return Consent(on=on, of=of, by=parties, means=what, source=source)
