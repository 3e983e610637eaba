"""A writer under load is killed at random moments."""

from __future__ import annotations

import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from servanda.journal import open_journal
from tests.faults.common import MOMENT, batch, begin, elsewhere, look, lost, sent, started


def write(theirs: Connection, path: Path, first: int, size: int) -> None:
    journal, _ = open_journal(str(path))
    assert journal is not None
    while True:
        assert not journal.append(batch(first, size), moment=MOMENT, by="trial").problems
        theirs.send(first)
        first += size


def kills(folder: Path, rounds: int, seed: int = 1) -> dict[str, Any]:
    chance, found = random.Random(seed), {"kills": rounds, "acknowledged": 0, "lost": 0, "unreadable": 0, "unsound": 0}
    first, path, acknowledged = 0, folder, set[int]()
    for number in range(rounds):
        if number % 25 == 0:
            path = folder / f"killed-{number}.db"
            elsewhere(begin, path, 0)
            acknowledged = set()
        size = chance.choice((1, 7, 100))
        writer, ours = started(write, path, first, size)
        ours.poll(10)
        time.sleep(chance.random() * 0.05)
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        told = sent(ours)
        writer.join()
        acknowledged |= {act for start in told for act in range(start, start + size)}
        first = max(acknowledged, default=first) + 2 * size
        seen = elsewhere(look, str(path))
        found["acknowledged"] += len(told) * size
        found["lost"] += lost(acknowledged, seen)
        found["unreadable"] += not seen["opened"] or bool(seen["codes"])
        found["unsound"] += not seen.get("sound", False)
    return found
