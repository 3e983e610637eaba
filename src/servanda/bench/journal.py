"""What the journal costs, beside what the database and the hash cost alone, on the same bytes in the same run.

Each pair is measured by turns, so that a busy machine troubles both; the ratios count, not the times.
"""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, sleep
from typing import Any

from servanda.bench.start import STARTED, measure_start
from servanda.journal import Journal, Submission, checkers, open_journal, submission, verify
from servanda.journal.entries import parse_entry
from servanda.journal.following import follow
from servanda.journal.merkle import leaf_hash
from servanda.journal.proofs import verify_inclusion
from servanda.journal.tree import tree_of

BATCH = 100
ROUNDS = 300
ENTRIES = 1_000_000
PROOFS, RUNS = 200, 3
MOMENT = "2026-11-23T17:05:00Z"


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures; `…_ratio` is our time over the time of the database or of the hash alone."""

    entries: int
    entry_bytes: int
    append_ratio: float
    append_mean_ratio: float
    append_with_gate_ratio: float
    append_ms: float
    raw_append_ms: float
    gate_us_per_act: float
    verify_ratio: float
    verify_shared_ratio: float | None
    verify_s: float
    hash_s: float
    database_check_s: float
    proof_ms: float
    tiles_made_s: float
    follow_ms: float
    start_acts: int
    start_s: float
    start_image_s: float
    start_image_ratio: float

    def as_json(self) -> dict[str, Any]:
        """Give the measures by name."""
        return asdict(self)


def measure(entries: int = ENTRIES, rounds: int = ROUNDS) -> Measured:
    """Measure everything in a folder of its own; TMPDIR says on which disk."""
    with tempfile.TemporaryDirectory(prefix="servanda-bench-") as folder:
        with checkers(2) as pool:
            found = _append(Path(folder), rounds) | _verify(Path(folder), entries, pool)
        started = measure_start(Path(folder), min(entries, STARTED))
        return Measured(entries=entries, **(found | _follow(Path(folder)) | started))


def make_act(number: int) -> dict[str, object]:
    """Make an act of about 300 bytes, a third of them in another script."""
    passage = "Украина уведомила депозитария о выполнении внутригосударственных процедур"
    source = [{"of": "by-press", "passage": passage, "place": f"p. {number}"}]
    return {
        "kind": "consent",
        "means": "complete",
        "on": "2012-08-21",
        "of": "cis-2011-fta",
        "by": ["UA"],
        "source": source,
    }


def _append(folder: Path, rounds: int) -> dict[str, float]:
    """Batches of 100, each on the disk before the next, by turns with SQLite alone writing the same bytes."""
    journal = _new(folder / "append.db")
    ours, raw, gate = [], [], []
    with journal, closing(_raw_database(folder / "raw.db")) as database:
        for start in range(0, rounds * BATCH, BATCH):
            begun = perf_counter()
            one = _submission(start, BATCH)
            gate.append(perf_counter() - begun)
            ours.append(_seconds(partial(journal.commit, one)))
            rows = [(row.number, row.data) for row in journal.store.rows(after=start)]
            raw.append(_seconds(partial(_write_raw, database, rows)))
    return {
        "append_ratio": round(median(ours) / median(raw), 3),
        "append_mean_ratio": round(sum(ours) / sum(raw), 3),
        "append_with_gate_ratio": round((median(ours) + median(gate)) / median(raw), 3),
        "append_ms": round(median(ours) * 1000, 3),
        "raw_append_ms": round(median(raw) * 1000, 3),
        "gate_us_per_act": round(median(gate) / BATCH * 1e6, 2),
    }


def _verify(folder: Path, count: int, pool: Any) -> dict[str, Any]:
    """Verification against one SHA-256 of each entry; and proofs from the tiles, made and checked.

    By one process in processor time, by several by the clock on the wall, each against hashing in the same time.
    """
    journal = _new(folder / "verify.db")
    with journal:
        for start in range(0, count, 10_000):
            assert not journal.commit(_submission(start, min(10_000, count - start))).problems
        lines = [row.data for row in journal.store.rows()]
        hashing, verifying = partial(_hash, lines), partial(verify, journal, faults=False)
        pairs = [(_seconds(hashing, process_time), _seconds(verifying, process_time)) for _ in range(RUNS)]
        alone, ours = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
        shared = (
            median(_seconds(partial(verifying, pool=pool)) / _seconds(hashing) for _ in range(RUNS)) if pool else None
        )
        made = _seconds(partial(tree_of, journal))
        proof = median(_seconds(partial(_prove, journal, line)) for line in lines[:: max(1, len(lines) // PROOFS)])
        check = _seconds(journal.store.faults)
    return {
        "entry_bytes": sum(map(len, lines)) // len(lines),
        "verify_ratio": round(ours / alone, 3),
        "verify_shared_ratio": round(shared, 3) if shared else None,
        "verify_s": round(ours, 3),
        "hash_s": round(alone, 3),
        "database_check_s": round(check, 3),
        "proof_ms": round(proof * 1000, 3),
        "tiles_made_s": round(made, 3),
    }


def _follow(folder: Path, count: int = 20) -> dict[str, float]:
    """From the moment an append was acknowledged to the moment a follower with its own connection has the entry."""
    path, late, acknowledged = folder / "follow.db", list[float](), dict[int, float]()
    with _new(path) as journal:
        follower = threading.Thread(target=_note_delays, args=(path, count, acknowledged, late))
        follower.start()
        for number in range(count):
            sleep(0.05)
            journal.commit(_submission(number, 1))
            acknowledged[number + 1] = perf_counter()
        follower.join()
    return {"follow_ms": round(max(late) * 1000, 3)}


def _note_delays(path: Path, count: int, acknowledged: dict[int, float], late: list[float]) -> None:
    with _new(path) as journal:
        for number, _entry in zip(range(1, count + 1), follow(journal, 0), strict=False):
            here = perf_counter()
            late.append(here - acknowledged.get(number, here))


def _new(path: Path) -> Journal:
    journal, problems = open_journal(str(path), create=True)
    assert journal is not None, problems
    return journal


def _submission(start: int, count: int) -> Submission:
    return submission([make_act(number) for number in range(start, start + count)], moment=MOMENT, by="bench")


def _raw_database(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, data BLOB NOT NULL)")
    return database


def _write_raw(database: sqlite3.Connection, rows: list[tuple[int, bytes]]) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO entry VALUES (?, ?)", rows)
    database.execute("COMMIT")


def _hash(lines: list[bytes]) -> list[bytes]:
    return [sha256(data).digest() for data in lines]


def _prove(journal: Journal, line: bytes) -> None:
    """As a page does: bring the tiles up to date, compare them with the root, make the proof, and check it."""
    entry, _ = parse_entry(line)
    assert entry
    tree = tree_of(journal)
    assert verify_inclusion(leaf_hash(line), entry.number - 1, tree.size, tree.inclusion(entry.number), journal.root())


def _seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    start = clock()
    work()
    return clock() - start
