"""Many programs append at once, and clocks are wrong."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from servanda.journal import open_journal, verify
from tests.faults.common import batch, elsewhere, sent, started


def now(shift: int = 0) -> str:
    return (datetime.now(UTC) + timedelta(seconds=shift)).strftime("%Y-%m-%dT%H:%M:%SZ")


def crowd(address: str, processes: int, acts: int, size: int = 10) -> dict[str, Any]:
    elsewhere(_begin, address)
    writers = [started(_write, address, 100_000 * number, acts, size) for number in range(processes)]
    told = [pair for _, ours in writers for pair in sent(ours)]
    for writer, _ in writers:
        writer.join()
    found: dict[str, Any] = elsewhere(_examine, address, dict(told))
    return {"processes": processes, "acts": acts, "acknowledged": len(told)} | found


def _begin(address: str) -> bool:
    journal, problems = open_journal(address, create=True)
    assert journal is not None, problems
    journal.close()
    return True


def _write(theirs: Connection, address: str, start: int, acts: int, size: int) -> None:
    journal, problems = open_journal(address)
    assert journal is not None, problems
    with journal:
        for first in range(start, start + acts, size):
            answer = journal.append(batch(first, size), moment=now(), by=f"writer-{start}")
            assert len(answer.numbers) == size, answer
            for number, act in zip(answer.numbers, range(first, first + size), strict=True):
                theirs.send((number, act))


def _examine(address: str, told: dict[int, int]) -> dict[str, Any]:
    journal, problems = open_journal(address)
    assert journal is not None, problems
    with journal:
        entries = list(journal.entries())
        found = verify(journal, thorough=True)
    places = {entry.number: entry.act["number"] for entry in entries}
    moments = [entry.moment for entry in entries]
    return {
        "entries": len(entries),
        "where_acknowledged": sum(places.get(number) == act for number, act in told.items()),
        "one_order": [entry.number for entry in entries] == list(range(1, len(entries) + 1)),
        "moments_in_order": moments == sorted(moments),
        "sound": found.ok and not problems,
    }


def clocks(folder: Path, rounds: int, seed: int = 1) -> dict[str, Any]:
    return elsewhere(_clocks, folder / "clocks.db", rounds, seed)


def _clocks(path: Path, rounds: int, seed: int) -> dict[str, Any]:
    chance, found = random.Random(seed), {"appends": rounds, "entered": 0, "refused": 0}
    journal, _ = open_journal(str(path), create=True)
    assert journal is not None
    with journal:
        for number in range(rounds):
            shift = chance.choice((0, 0, 0, 5, -5, 86_400, -86_400) if number > rounds // 2 else (0, 3, -3, -86_400))
            answer = journal.append(batch(number, 1), moment=now(shift), by="trial")
            found["entered"] += bool(answer.numbers)
            found["refused"] += [problem.code for problem in answer.problems] == ["J106"]
    return found | _examine(str(path), {})
