"""What the trials share: work in a process of its own, and the look at a journal afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from servanda.journal import checkpoint_of, open_journal, verify
from servanda.journal.checkpoint import read_checkpoint

MOMENT = "2026-11-23T17:05:00Z"
# By fork, from a process that itself never opens a journal: a thousand trials then start in a minute.
FORK = get_context("fork")


def make_act(number: int) -> dict[str, object]:
    return {"kind": "note", "number": number, "text": "передано на хранение " * 8}


def batch(first: int, count: int) -> list[dict[str, object]]:
    return [make_act(number) for number in range(first, first + count)]


def started(work: Callable[..., None], *values: object) -> tuple[Any, Connection]:
    """Begin some work in another process; what it sends comes out of the connection."""
    ours, theirs = FORK.Pipe(duplex=False)
    process = FORK.Process(target=work, args=(theirs, *values))
    process.start()
    theirs.close()
    return process, ours


def sent(connection: Connection) -> list[Any]:
    """All that a process has sent until it ended."""
    found = []
    while True:
        try:
            found.append(connection.recv())
        except (EOFError, OSError):
            return found


def elsewhere(work: Callable[..., Any], *values: object) -> Any:
    """Do some work in another process and give its result."""

    def send(theirs: Connection) -> None:
        theirs.send(work(*values))

    process, ours = started(send)
    found = sent(ours)
    process.join()
    assert found, f"{work.__name__} ended without an answer"
    return found[0]


def look(address: str) -> dict[str, Any]:
    """What a journal holds, and what is wrong with it."""
    journal, problems = open_journal(address)
    if journal is None:
        return {"opened": False, "codes": [problem.code for problem in problems], "numbers": [], "size": 0}
    with journal:
        found = verify(journal, thorough=True)
        acts = [entry.act["number"] for entry in journal.entries()] if found.ok else []
    checkpoint, _ = read_checkpoint(checkpoint_of(address))
    return {
        "opened": True,
        "codes": [problem.code for problem in problems if problem.severity == "problem"],
        "sound": found.ok,
        "findings": [(one.code, one.entry) for one in found.problems],
        "numbers": acts,
        "size": found.size,
        "checkpoint": checkpoint.size if checkpoint else 0,
    }


def lost(acknowledged: Iterable[int], seen: dict[str, Any]) -> int:
    """How many acknowledged acts a journal does not hold."""
    return len(set(acknowledged) - set(seen["numbers"]))


def begin(path: Path, count: int = 10) -> None:
    """Found a journal of so many acts."""
    journal, problems = open_journal(str(path), create=True)
    assert journal is not None, problems
    with journal:
        assert not journal.append(batch(0, count), moment=MOMENT, by="trial").problems
