"""How much memory a plain book of a made-up world takes, with all its indexes, in a process of its own."""

from __future__ import annotations

import gc
import resource
from collections.abc import Iterator
from datetime import date
from functools import cache
from multiprocessing import get_context

from servanda.acts import Act
from servanda.acts.consent import Consent, Denounce
from servanda.bench.world import make_world, peak_rss_mb
from servanda.book import Book, Held
from servanda.days import Day
from servanda.status.packing import WITHDRAWAL


def in_its_own_process(acts: int) -> dict[str, int | float]:
    """The same measure in a fresh process, so that nothing else is counted."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(book_memory, (acts,))


def book_memory(acts: int) -> dict[str, int | float]:
    """Make a book of so many acts, ask it for something by kind, object and id, and tell what it holds (MiB)."""
    before = resident_mb()
    book = Book.build(Held.of(act) for act in made_up_acts(acts))
    book.events(Consent, "world/0")
    book.find("")
    gc.collect()
    after = resident_mb()
    return {"book_acts": len(book.held), "book_mb": round(after - before, 1), "book_peak_rss_mb": peak_rss_mb()}


def made_up_acts(count: int) -> Iterator[Act]:
    """The acts of a made-up world as acts, without sources."""
    world = make_world(count)
    for start in range(0, count, 10_000):
        part = slice(start, start + 10_000)
        columns = (world.instrument[part], world.party[part], world.day[part], world.kind[part])
        for instrument, party, day, kind in zip(*(column.tolist() for column in columns), strict=True):
            on, of, by = _day(day), _instrument(instrument), _party(party)
            yield Denounce(on=on, of=of, by=by) if kind == WITHDRAWAL else Consent(on=on, of=of, by=by, means="ratify")


def resident_mb() -> float:
    """What this process holds now, in mebibytes; its peak where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 - not a file
            return int(told.read().split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        return peak_rss_mb()


@cache
def _day(number: int) -> Day:
    return Day.of(date.fromordinal(number))


@cache
def _instrument(number: int) -> str:
    return f"world/{number}"


@cache
def _party(number: int) -> tuple[str, ...]:
    return (chr(ord("A") + number // 26) + chr(ord("A") + number % 26),)
