"""The pages of what was kept: a made-up book of commitments of twelve states, and what its pages cost to make.

A page is measured twice: when its book was never asked before, and when it was. Times are of the processor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from time import process_time
from typing import Any

from servanda.acts import Act
from servanda.acts.commitments import Undertake
from servanda.acts.monitoring import Assess, Report
from servanda.acts.presidency import Preside
from servanda.book import Book, Held
from servanda.days import Day, Period
from servanda.pages.handover import handover_page
from servanda.pages.parts import View
from servanda.pages.scoreboard import scoreboard_page
from servanda.status.commitment import RANKS
from servanda.words.scales import GRADES

PARTIES = ("AM", "AZ", "BY", "GE", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ")
FIRST, AS_OF, TOPICS, SEED = date(2010, 1, 1), date(2022, 1, 1), 40, 20201218

# The closed lists as the acts have them; the constants are typed as mere text.
_RANKS: Any = RANKS
_GRADES: Any = GRADES


@dataclass(frozen=True, slots=True)
class PagesKept:
    """What the pages of a register cost, in milliseconds of the processor."""

    commitments: int
    scoreboard_ms: float
    scoreboard_again_ms: float
    handover_ms: float
    handover_again_ms: float


def measure_pages(commitments: int) -> PagesKept:
    """Measure the scoreboard and the hand-over of so many commitments, each page first in a book of its own."""
    return PagesKept(
        commitments,
        *_twice(made_up_book(commitments), lambda book: scoreboard_page(View(book, AS_OF, start=1))),
        *_twice(made_up_book(commitments), lambda book: handover_page(View(book, AS_OF, start=1), "cis")),
    )


def _twice(book: Book, page: Callable[[Book], object]) -> tuple[float, float]:
    """The first and the second page of a book, as the portal shows them; its own index of events is made before."""
    book.events(Report)
    book.events(Report, "cis")
    times = []
    for _ in range(2):
        start = process_time()
        assert page(book) is not None
        times.append(round((process_time() - start) * 1000, 1))
    return times[0], times[1]


def made_up_book(commitments: int) -> Book:
    """A book of made-up commitments of twelve states, each reported and assessed once for each state."""
    return Book.build(Held.of(act) for act in _acts(commitments))


def _acts(commitments: int) -> Iterator[Act]:
    random = Random(SEED)
    yield Preside(on=Day.of(FIRST), of="cis", by="BY", period=Period.parse("2010..2030"))
    for number in range(commitments):
        made, of = FIRST + timedelta(random.randrange(4_000)), f"cis/m-{number}"

        def later(least: int, most: int, made: date = made) -> Day:
            return Day.of(made + timedelta(random.randrange(least, most)))

        yield Undertake(
            on=Day.of(made),
            by=PARTIES,
            of=of,
            words=f"measure {number}",
            rank=random.choice(_RANKS),
            due=later(30, 2_000),
            topics=(f"topic-{random.randrange(TOPICS)}",),
        )
        for party in PARTIES:
            grade, other = random.choice(_GRADES), random.choice(_GRADES)
            yield Report(on=later(1, 2_500), of=of, by=(party,), grade=grade)
            yield Assess(
                on=later(1, 2_500), of=of, by="cis", party=party, stage="published", grade=other, reason="made up"
            )
