"""What it costs to have a record at hand: its book read from the journal, and from the image beside it, by turns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from servanda.book import Book
from servanda.journal import open_journal
from servanda.record import book_of
from servanda.record.image import quick_book, write_image

STARTED = 125_000
_RUNS = 5
_BATCH = 10_000
_MOMENT = "2026-01-01T00:00:00Z"
_PARTIES = ("AM", "AZ", "BY", "DE", "FR", "KG", "KZ", "MD", "RU", "TJ", "UA", "UZ")


def measure_start(folder: Path, count: int) -> dict[str, float]:
    """Seconds of processor time for a book of so many acts; both ways must give the same book."""
    journal, problems = open_journal(str(folder / "start.db"), create=True)
    assert journal is not None, problems
    with journal:
        for start in range(0, count, _BATCH):
            acts = [_consent(number) for number in range(start, min(count, start + _BATCH))]
            assert not journal.append(acts, moment=_MOMENT, by="bench").problems
        plain = book_of(journal)
        assert write_image(journal, plain)
        assert quick_book(journal) == plain
        pairs = [(_seconds(lambda: book_of(journal)), _seconds(lambda: quick_book(journal))) for _ in range(_RUNS)]
    slow, quick = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    return {
        "start_acts": count,
        "start_s": round(slow, 3),
        "start_image_s": round(quick, 3),
        "start_image_ratio": round(quick / slow, 3),
    }


def _consent(number: int) -> dict[str, Any]:
    """Make up a consent, as a register of treaties tells it."""
    return {
        "kind": "consent",
        "means": ("ratify", "accede", "complete")[number % 3],
        "on": str(date(1950, 1, 1) + timedelta(days=number * 7 % 27_000)),
        "of": f"treaty-{number // 60}",
        "by": [_PARTIES[number % len(_PARTIES)]],
        "source": [{"of": "register", "place": f"no. {number}"}],
    }


def _seconds(work: Callable[[], Book]) -> float:
    begun = process_time()
    work()
    return process_time() - begun
