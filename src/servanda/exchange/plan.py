"""Plans of measures from spreadsheets: number, provision, measure, who, when (the five columns of the CIS of 2007).

A row becomes one `plan` act. Every wrong row is told with its row and column, and nothing is taken from a file with a
problem. A row that is the title of a section is none: what stands under it takes it as its provision, before its own.
A term that is no day ("constantly") leaves the due day open and is kept as a note; one that cannot be read is
a problem, because a guess would be a due day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from servanda.acts import Cite
from servanda.acts.commitments import Plan
from servanda.days import Day
from servanda.exchange.sections import Sections, is_section_number, is_title, names_a_section
from servanda.exchange.sheets import Row
from servanda.exchange.terms import NO_DAY, read_term
from servanda.problems import Place, Problem, is_grave
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
_FILL = "fill the cell, or take the row out"
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
    titles: int = 0


def read_plan(rows: Iterable[Row], name: str, of: str, on: Day, source: str = "") -> Measures:
    """The measures of a sheet: the acts of a plan `of` this name, decided on this day. Rows are taken one by one."""
    waiting = iter(rows)
    heading = _heading(waiting)
    if heading is None:
        hint = f"the first rows should name these columns: {', '.join(COLUMNS)} (or in Russian)"
        return Measures((), (Problem("B611", "no row of the sheet names its columns", Place(name), hint),))
    reader = _Reader(name, of, on, source, heading)
    for row in waiting:
        reader.take(row)
    problems = sorted((*reader.problems, *reader.left_over()), key=lambda one: one.place or Place(name))
    acts = () if is_grave(problems) else tuple(reader.acts.values())
    return Measures(acts, tuple(problems), sum(title.used for title in reader.sections.met))


def _heading(rows: Iterable[Row]) -> Heading | None:
    """The first of the first ten filled rows that names a number and a measure; what stands before it is taken."""
    for row in islice((row for row in rows if any(row.cells)), 10):
        named = [fold(str(cell or "")).rstrip(":") for cell in row.cells]
        at = {what: index for what, words in _HEADINGS.items() for index, cell in enumerate(named) if cell in words}
        if all(what in at for what in REQUIRED):
            return Heading(at)
    return None


class _Reader:
    """Reads row after row, and remembers the numbers, the titles and the problems it met."""

    def __init__(self, name: str, of: str, on: Day, source: str, heading: Heading) -> None:
        self.name, self.of, self.on, self.heading = name, of, on, heading
        self.cites = (Cite(source),) if source else ()
        self.title_columns = {0, heading.at.get("provision")} - {heading.at["measure"]}
        self.acts: dict[str, Located] = {}
        self.problems: list[Problem] = []
        self.sections = Sections()
        self._seen: dict[str, int] = {}
        self._perhaps: dict[str, tuple[str, Row]] = {}
        """Rows with a number, one text, nobody and no day: titles, if a number below theirs follows."""

    def take(self, row: Row) -> None:
        """Read a row: a measure, the title of a section, or nothing."""
        cells = {what: self._cell(row, what) for what in COLUMNS}
        if not any(cells.values()) or _counts_columns(row):
            return
        title = self._title(row, cells)
        if title:
            self.sections.begin(title, row.number)
            return
        number = self._number(row, cells["number"])
        self._titles_of(number)
        words = [str(cells[what]) for what in ("provision", "measure") if cells[what]]
        if number and len(words) == 1 and not (cells["who"] or cells["when"]):
            self._perhaps[number] = " ".join(f"{cells['number']} {words[0]}".split()), row
            if not cells["measure"]:
                return
        self._measure(row, cells, number)

    def _title(self, row: Row, cells: dict[str, object]) -> str:
        """The title that a row is: one cell where a title stands, or a Roman number and words."""
        filled = {at: " ".join(str(cell).split()) for at, cell in enumerate(row.cells) if cell not in (None, "")}
        first, *others = filled.values()
        if not others:
            stands = not filled.keys().isdisjoint(self.title_columns) or names_a_section(first)
            return first if stands and is_title(first) else ""
        numbered = len(others) == 1 and is_section_number(first) and not (cells["who"] or cells["when"])
        return f"{first} {others[0]}" if numbered and is_title(others[0]) else ""

    def _titles_of(self, number: str) -> None:
        """A number below that of a row which may be a title makes it one: 1.1 stands under 1."""
        parts = number.split(".")
        for end in range(1, len(parts)):
            above = ".".join(parts[:end])
            if above in self._perhaps:
                words, row = self._perhaps.pop(above)
                self.acts.pop(above, None)
                self.sections.begin(words, row.number)

    def left_over(self) -> Iterator[Problem]:
        """What was put aside as a title and is none, and the titles above nothing, which may be something else."""
        for number, (_words, row) in self._perhaps.items():
            if number not in self.acts:
                yield self._wrong("B612", "the row names no measure", row.number, "measure", _FILL)
        for title in self.sections.met:
            if not title.used:
                message = f"no measure stands under the title '{title.words}'"
                hint = "a measure has a number and words in their columns"
                yield replace(self._wrong("B617", message, title.row, "number", hint), severity="warning")

    def _measure(self, row: Row, cells: dict[str, object], number: str) -> None:
        """The act of a row, unless it has a problem."""
        before = len(self.problems)
        measure = " ".join(str(cells["measure"] or "").split())
        if not measure:
            self._problem("B612", "the row names no measure", row, "measure", _FILL)
        due, remark = self._term(row, cells["when"])
        by, responsible = self._who(row, str(cells["who"] or ""))
        provision = self.sections.above(" ".join(str(cells["provision"] or "").split()))
        if not number or len(self.problems) > before:
            return
        act = Plan(
            on=self.on, of=f"{self.of}/{number}", words=measure, by=by, due=due, under=self.of, provision=provision,
            responsible=responsible, note=remark, source=self.cites,
        )  # fmt: skip
        self.acts[number] = Located(act, Place(self.name, row.number))

    def _cell(self, row: Row, what: str) -> object:
        at = self.heading.at.get(what, len(row.cells))
        return row.cells[at] if at < len(row.cells) else None

    def _problem(self, code: str, message: str, row: Row, what: str, hint: str) -> None:
        self.problems.append(self._wrong(code, message, row.number, what, hint))

    def _wrong(self, code: str, message: str, row: int, what: str, hint: str) -> Problem:
        return Problem(code, message, Place(self.name, row, self.heading.at.get(what, 0) + 1), hint)

    def _number(self, row: Row, cell: object) -> str:
        """The number as the last part of a name; it must be there, and once."""
        written = str(cell or "").strip().rstrip(".")
        number = _NOT_IN_A_NAME.sub("-", written.lower()).strip("-.")
        if not number:
            hint = "number the measures, as in 1.1; the title of a section stands in the first column"
            self._problem("B612", "the row has no number", row, "number", hint)
        elif number in self._seen:
            message = f"the number {written} stands in row {self._seen[number]} as well"
            hint = "give each measure a number of its own"
            if isinstance(cell, float):
                hint += "; typed as a figure 1.10 is 1.1: format the column as text"
            self._problem("B613", message, row, "number", hint)
            return ""
        else:
            self._seen[number] = row.number
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
