"""Commitments kept or not: the scoreboard and the hand-over of a large register, and the import of a long plan.

The register is made up: so many commitments of twelve states, each reported and assessed once. Times are the median of
seven runs; processor time stands beside wall time, because a shared machine makes the latter waver.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

from servanda.acts.declarations import Instrument
from servanda.bench.kept_pages import PagesKept, measure_pages
from servanda.days import Day
from servanda.exchange.plan import read_plan
from servanda.exchange.sheets import read_sheet
from servanda.journal import open_journal
from servanda.problems import Place
from servanda.record import enter
from servanda.status.register.ledger import Ledger
from servanda.status.register.stretches import NEVER, Events, Later, Span, prevailing, stretches
from servanda.text import Located

COMMITMENTS, STATES, TOPICS, ROWS, RUNS, SEED = 100_000, 12, 40, 10_000, 7, 20201218
AS_OF = date(2022, 1, 1)
ON_PAGES = 2_000
_FIRST = date(2010, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Kept:
    """What was measured, in milliseconds."""

    commitments: int
    states: int
    scoreboard_ms: float
    scoreboard_cpu_ms: float
    handover_ms: float
    handover_cpu_ms: float
    unfinished: int
    plan_rows: int
    plan_read_ms: float
    plan_entered_ms: float
    workbook_read_ms: float
    pages: PagesKept


def made_up(commitments: int = COMMITMENTS) -> Ledger:
    """A register of made-up commitments, each of all states, with a report and an assessment for each."""
    random = np.random.default_rng(SEED)
    rows = commitments * STATES

    def each(numbers: np.ndarray) -> np.ndarray:
        return np.repeat(numbers.astype(np.int32), STATES)

    def graded() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        days = made + random.integers(1, 2_500, rows, dtype=np.int32)
        return np.arange(rows, dtype=np.int32), days, random.integers(0, 4, rows, dtype=np.int32)

    made = each(random.integers(_FIRST, _FIRST + 4_000, commitments))
    due = made + each(random.integers(30, 2_000, commitments))
    late = np.flatnonzero(random.random(rows) < 0.02).astype(np.int32)
    put_off = Events.sorted(late, made[late] + 10, due[late] + 365)
    later = Later(
        grades=prevailing(graded(), graded(), rows),
        due=put_off,
        rank=Events.sorted(late, made[late] + 20, late % 5),
        left=np.full(rows, NEVER, np.int32),
    )
    nothing = np.empty(0, np.int32)
    return Ledger(
        ids=tuple(f"m-{number:06}" for number in range(commitments)),
        parties=tuple(f"p{number:02}" for number in range(STATES)),
        topics=tuple(f"t{number:02}" for number in range(TOPICS)),
        of=each(np.arange(commitments)),
        party=np.tile(np.arange(STATES, dtype=np.int32), commitments),
        topic=each(random.integers(0, TOPICS, commitments)),
        other_row=nothing,
        other_topic=nothing,
        is_specific=each(random.integers(0, 2, commitments)).astype(np.bool_),
        made=Span(made, made),
        due=Span(due, due),
        put_off=(put_off, put_off),
        stretches=stretches(made, due, each(random.integers(0, 5, commitments)), later),
    )


def measure(commitments: int = COMMITMENTS, plan_rows: int = ROWS, on_pages: int = ON_PAGES) -> Kept:
    """Measure all of it once."""
    ledger = made_up(commitments)
    board, board_cpu = _timed(lambda: ledger.board(AS_OF))
    over, over_cpu = _timed(lambda: ledger.unfinished(AS_OF))
    with tempfile.TemporaryDirectory() as folder:
        read_ms, entered_ms = _plan(Path(folder), plan_rows)
        workbook_ms = _workbook(Path(folder), plan_rows)
    left = len(ledger.unfinished(AS_OF))
    pages = measure_pages(on_pages)
    return Kept(
        commitments, STATES, board, board_cpu, over, over_cpu, left, plan_rows, read_ms, entered_ms, workbook_ms, pages
    )


def _timed(run: Callable[[], object]) -> tuple[float, float]:
    """The median wall time and processor time in milliseconds."""
    walls, processors = [], []
    for _ in range(RUNS):
        wall, processor = perf_counter(), process_time()
        run()
        walls.append(perf_counter() - wall)
        processors.append(process_time() - processor)
    return round(median(walls) * 1000, 1), round(median(processors) * 1000, 1)


def _workbook(folder: Path, rows: int) -> float:
    """Read the same plan from XLSX, with a provision joined over every ten rows."""
    from openpyxl import Workbook

    file, book = folder / "plan.xlsx", Workbook()
    sheet = book.worksheets[0]
    sheet.append(["№", "Положение", "Мероприятие", "Исполнители", "Срок"])
    for row in range(rows):
        sheet.append([row + 1, "Раздел 1", f"Мероприятие {row}", "Беларусь, Казахстан", f"IV квартал {2021 + row % 5}"])
    for first in range(2, rows - 8, 10):
        sheet.merge_cells(start_row=first, end_row=first + 9, start_column=2, end_column=2)
    book.save(file)
    start = perf_counter()
    found = read_plan(read_sheet(file)[0], file.name, "plan", Day.parse("2020-12-18"))
    assert len(found.acts) == rows
    return round((perf_counter() - start) * 1000, 1)


def _plan(folder: Path, rows: int) -> tuple[float, float]:
    """Read a plan from CSV, then check it and enter it into a new journal that declares the plan."""
    file = folder / "plan.csv"
    lines = (
        f'{row},part 1,"measure no. {row}","BY, KZ, Executive Committee",Q2 {2021 + row % 5}' for row in range(rows)
    )
    file.write_text("number,provision,measure,who,when\n" + "\n".join(lines), encoding="utf-8")
    start = perf_counter()
    found = read_plan(read_sheet(file)[0], file.name, "plan", Day.parse("2020-12-18"))
    read = perf_counter()
    journal, _problems = open_journal(str(folder / "plan.db"), create=True)
    assert journal is not None
    declared = Located(Instrument(on=Day.parse("2020-12-18"), of="plan", title="A plan"), Place(file.name))
    with journal:
        entered = enter(journal, (declared, *found.acts), moment="2020-12-18T00:00:00Z", by="bench")
    assert entered.entered == rows + 1
    return round((read - start) * 1000, 1), round((perf_counter() - start) * 1000, 1)
