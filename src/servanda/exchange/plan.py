"""Plans of measures from spreadsheets: number, provision, measure, who, when (the five columns of the CIS of 2007).

A row becomes one `plan` act. Every wrong row is told with its row and column, and nothing is taken from a file with a
problem. A term that is no day ("constantly") leaves the due day open and is kept as a note; one that cannot be read is
a problem, because a guess would be a due day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from servanda.acts import Cite
from servanda.acts.commitments import Plan
from servanda.days import Day
from servanda.exchange.sheets import Row
from servanda.exchange.terms import NO_DAY, read_term
from servanda.problems import Place, Problem
from servanda.text import Located
from servanda.words.parties import find_party, fold, is_state

COLUMNS = ("number", "provision", "measure", "who", "when")
REQUIRED = ("number", "measure")
_HEADINGS = {
    "number": ("number", "no", "no.", "n", "№", "№ п/п", "номер", "item", "#"),
    "provision": (
        "provision",
        "provision of the concept",
        "положение",
        "положения",
        "положение концепции",
        "section",
        "article",
    ),
    "measure": (
        "measure",
        "measures",
        "мероприятие",
        "мероприятия",
        "наименование мероприятия",
        "наименование мероприятий",
        "action",
    ),
    "who": (
        "who",
        "responsible",
        "executor",
        "ответственные",
        "исполнители",
        "исполнитель",
        "ответственный",
        "ответственные исполнители",
    ),
    "when": (
        "when",
        "term",
        "due",
        "deadline",
        "срок",
        "сроки",
        "срок исполнения",
        "сроки исполнения",
        "срок выполнения",
        "срок реализации",
    ),
}
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9.]+")
_BETWEEN = re.compile(r"[,;\n/]| and | и ")


@dataclass(frozen=True, slots=True)
class Heading:
    """Which column of the sheet holds what."""

    at: dict[str, int]


@dataclass(frozen=True, slots=True)
class Measures:
    """The acts of a plan in the order of its rows, and all that is wrong with them."""

    acts: tuple[Located, ...]
    problems: tuple[Problem, ...]


def read_plan(rows: Iterable[Row], name: str, of: str, on: Day, source: str = "") -> Measures:
    """The measures of a sheet: the acts of a plan `of` this name, decided on this day. Rows are taken one by one."""
    waiting = iter(rows)
    heading = _heading(waiting)
    if heading is None:
        hint = f"the first rows should name these columns: {', '.join(COLUMNS)} (or in Russian)"
        return Measures((), (Problem("B611", "no row of the sheet names its columns", Place(name), hint),))
    reader = _Reader(name, of, on, source, heading)
    acts = [act for row in waiting for act in reader.measure(row)]
    return Measures(() if reader.problems else tuple(acts), tuple(reader.problems))


def _heading(rows: Iterable[Row]) -> Heading | None:
    """The first of the first ten filled rows that names a number and a measure; what stands before it is taken."""
    for row in islice((row for row in rows if any(row.cells)), 10):
        named = [fold(str(cell or "")).rstrip(":") for cell in row.cells]
        at = {what: index for what, words in _HEADINGS.items() for index, cell in enumerate(named) if cell in words}
        if all(what in at for what in REQUIRED):
            return Heading(at)
    return None


class _Reader:
    """Reads row after row, and remembers the numbers and the problems it met."""

    def __init__(self, name: str, of: str, on: Day, source: str, heading: Heading) -> None:
        self.name, self.of, self.on, self.heading = name, of, on, heading
        self.cites = (Cite(source),) if source else ()
        self.seen: dict[str, int] = {}
        self.problems: list[Problem] = []

    def measure(self, row: Row) -> Iterator[Located]:
        """The act of a row; none for an empty row or one with a problem."""
        cells = {what: self._cell(row, what) for what in COLUMNS}
        if not any(cells.values()) or _counts_columns(row):
            return
        before = len(self.problems)
        number = self._number(row, str(cells["number"] or "").strip().rstrip("."))
        measure = " ".join(str(cells["measure"] or "").split())
        if not measure:
            self._problem("B612", "the row names no measure", row, "measure", "fill the cell, or take the row out")
        due, remark = self._term(row, cells["when"])
        by, responsible = self._who(row, str(cells["who"] or ""))
        if len(self.problems) > before:
            return
        provision = " ".join(str(cells["provision"] or "").split())
        act = Plan(
            on=self.on, of=f"{self.of}/{number}", words=measure, by=by, due=due, under=self.of, provision=provision,
            responsible=responsible, note=remark, source=self.cites,
        )  # fmt: skip
        yield Located(act, Place(self.name, row.number))

    def _cell(self, row: Row, what: str) -> object:
        at = self.heading.at.get(what, len(row.cells))
        return row.cells[at] if at < len(row.cells) else None

    def _problem(self, code: str, message: str, row: Row, what: str, hint: str) -> None:
        column = self.heading.at.get(what, 0) + 1
        self.problems.append(Problem(code, message, Place(self.name, row.number, column), hint))

    def _number(self, row: Row, written: str) -> str:
        """The number as the last part of a name; it must be there, and once."""
        number = _NOT_IN_A_NAME.sub("-", written.lower()).strip("-.")
        if not number:
            self._problem("B612", "the row has no number", row, "number", "number the measures, as in 1.1")
        elif number in self.seen:
            message = f"the number {written} stands in row {self.seen[number]} as well"
            self._problem("B613", message, row, "number", "give each measure a number of its own")
        else:
            self.seen[number] = row.number
        return number

    def _term(self, row: Row, cell: object) -> tuple[Day | None, str]:
        """The due day of a cell, or none and the words that leave it open."""
        if isinstance(cell, datetime | date):
            return Day.of(cell.date() if isinstance(cell, datetime) else cell), ""
        written = " ".join(str(cell or "").split())
        if not written:
            return None, ""
        found = read_term(written)
        if found is None:
            hint = "write 2021-06-30, 30.06.2021, 2021, Q2 2021 or 2021-2025; or 'constantly'"
            self._problem("B614", f"'{written}' is no term", row, "when", hint)
        return (None, f"Term: {written}.") if found is NO_DAY else (found, "")  # type: ignore[return-value]

    def _who(self, row: Row, written: str) -> tuple[tuple[str, ...], str]:
        """The states that are named, and the words as they stand; a code that is none is a problem."""
        parts = [part.strip() for part in _BETWEEN.split(written) if part.strip()]
        found = {part: _state(part) for part in parts}
        for part in parts:
            if found[part] is None and re.fullmatch(r"[A-Z]{2}", part):
                self._problem("B615", f"no state has the code {part}", row, "who", "ISO 3166-1, two letters: BY")
        return tuple(sorted({code for code in found.values() if code})), " ".join(written.split())


def _counts_columns(row: Row) -> bool:
    """Tell whether a row only numbers the columns, 1 2 3 4 5, as tables in Russian do under their headings."""
    written = [str(cell).strip() for cell in row.cells if cell not in (None, "")]
    return len(written) >= len(REQUIRED) + 1 and written == [str(number) for number in range(1, len(written) + 1)]


def _state(part: str) -> str | None:
    if is_state(part):
        return part
    return next((code for code in (find_party(part, language) for language in ("en", "ru")) if code), None)
