"""How fast the engine of law answers on the shipped treaties: one party's `why`, and all of them with all reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from statistics import median
from time import process_time
from typing import Any

from servanda.acts.declarations import Clause, Instrument
from servanda.book import Book, Held
from servanda.data import shipped
from servanda.record import load
from servanda.status.force import force
from servanda.status.party import chart, standing

DAY = date(2021, 3, 1)
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figures:
    """Times of the processor in milliseconds: medians over the treaties, or of rounds, and the slowest single ones.

    The first question about a treaty computes its entry into force; any later one finds it in the book.
    """

    instruments: int
    standings: int
    acts: int
    why_first_ms: float
    why_first_slowest_ms: float
    why_again_ms: float
    why_again_slowest_ms: float
    all_ms: float

    def as_json(self) -> dict[str, Any]:
        """The figures by name."""
        return asdict(self)


def shipped_acts() -> tuple[Held, ...]:
    """The acts of all treaties that are shipped."""
    return tuple(Held.of(one.act, one.place) for one in load([shipped("law/instruments")]).acts)


def measure(rounds: int = ROUNDS) -> Figures:
    """Ask everything of the shipped treaties."""
    held = shipped_acts()
    book = ready(held)
    names = [act.of for act, _event in book.acts(Instrument)]
    charts = {of: chart(book, of, DAY) for of in names}
    one_each = [(of, rows[len(rows) // 2].party) for of, rows in charts.items() if rows]
    fresh = ready(held)
    first = [milliseconds(partial(standing, fresh, of, party, DAY)) for of, party in one_each]
    again = [milliseconds(partial(standing, fresh, of, party, DAY)) for of, party in one_each]
    every = [milliseconds(partial(everything, ready(held), names)) for _round in range(rounds)]
    return Figures(
        len(names),
        sum(map(len, charts.values())),
        len(held),
        round(median(first), 3),
        round(max(first), 3),
        round(median(again), 3),
        round(max(again), 3),
        round(median(every), 1),
    )


def ready(held: tuple[Held, ...]) -> Book:
    """A book in memory with its indexes made, that was asked nothing yet."""
    book = Book.build(held)
    book.events(Clause, "")
    book.clause("", DAY)
    return book


def everything(book: Book, names: list[str]) -> int:
    """The force of every treaty and the standing of every party, all with their reasons."""
    found = 0
    for of in names:
        found += len(force(book, of, DAY).reasons) + sum(len(one.reasons) for one in chart(book, of, DAY))
    return found


def milliseconds(work: Callable[[], object]) -> float:
    """The time that one piece of work takes of the processor: others on the machine do not count."""
    start = process_time()
    work()
    return (process_time() - start) * 1000
