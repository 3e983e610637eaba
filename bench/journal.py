"""What the journal costs: durable appends against SQLite alone, and verification against SHA-256 alone.

Run by hand, with nothing else running: `python bench/journal.py [acts]`; TMPDIR says on which disk. Both sides write
or read the same bytes in the same run, the appends by turns, so that a busy disk troubles both; the ratios count.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from servanda.journal import Journal, open_journal, verify

BATCH = 100
MOMENT = "2026-11-23T17:05:00Z"


def make_act(number: int) -> dict[str, object]:
    """Make an act of about 300 bytes, a third of them in another script."""
    passage = "Украина уведомила депозитария о выполнении внутригосударственных процедур"
    source = [{"of": "by-press", "passage": passage, "place": f"p. {number}"}]
    return {"kind": "complete", "on": "2012-08-21", "of": "cis-2011-fta", "by": ["UA"], "source": source}


def seconds(work: Callable[[], object]) -> float:
    """Measure a piece of work once."""
    start = perf_counter()
    work()
    return perf_counter() - start


def fill(journal: Journal, count: int) -> None:
    """Enter so many acts quickly, beyond those that are there."""
    first = journal.size
    for start in range(first, first + count, 10_000):
        acts = [make_act(number) for number in range(start, min(start + 10_000, first + count))]
        assert not journal.append(acts, moment=MOMENT, by="bench").problems


def raw_database(path: Path) -> sqlite3.Connection:
    """Open a database that only holds numbered bytes, as safely as the journal does."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, data BLOB NOT NULL)")
    return database


def write_raw(database: sqlite3.Connection, rows: list[tuple[int, bytes]]) -> None:
    """Write one batch in one transaction."""
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO entry VALUES (?, ?)", rows)
    database.execute("COMMIT")


def bench_append(folder: Path, rounds: int = 200) -> None:
    """Append batches of 100, each on the disk before the next, by turns with SQLite alone."""
    journal, _ = open_journal(str(folder / "append.db"), create=True)
    assert journal
    ours, raw = [], []
    with journal, closing(raw_database(folder / "raw.db")) as database:
        for start in range(0, rounds * BATCH, BATCH):
            acts = [make_act(number) for number in range(start, start + BATCH)]
            ours.append(seconds(partial(journal.append, acts, moment=MOMENT, by="bench")))
            rows = [(row.number, row.data) for row in journal.store.rows(after=start)]
            raw.append(seconds(partial(write_raw, database, rows)))
    print(f"append   {BATCH / median(ours):>9,.0f} acts/s   SQLite alone {BATCH / median(raw):>9,.0f}/s", end="")
    print(f"   {median(ours) / median(raw):.2f} times the time")


def bench_verify(folder: Path, count: int) -> None:
    """Verify a journal, and hash the same bytes once."""
    journal, _ = open_journal(str(folder / "verify.db"), create=True)
    assert journal
    with journal:
        fill(journal, count)
        entries = [row.data for row in journal.store.rows()]
        ours = median(seconds(lambda: verify(journal)) for _ in range(3))
        raw = median(seconds(lambda: [hashlib.sha256(data).digest() for data in entries]) for _ in range(3))
        read = median(seconds(lambda: list(journal.entries())) for _ in range(3))
        opening = median(seconds(lambda: open_journal(str(folder / "verify.db"))) for _ in range(3))
    print(f"verify   {count / ours:>9,.0f} acts/s   SHA-256 alone {count / raw:>9,.0f}/s", end="")
    print(f"   {ours / raw:.1f} times the time")
    print(f"entries  {count / read:>9,.0f} acts/s   opening {opening * 1000:.1f} ms")


def main() -> None:
    """Run both and print what came out."""
    count = int(sys.argv[1]) if sys.argv[1:] else 100_000
    with tempfile.TemporaryDirectory() as folder:
        bench_append(Path(folder))
        bench_verify(Path(folder), count)


if __name__ == "__main__":
    main()
