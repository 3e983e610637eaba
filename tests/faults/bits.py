"""Single bits of stored entries are flipped in the file, and logs are cut."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from servanda.journal import checkpoint_path, open_journal, verify
from tests.faults.common import MOMENT, batch, elsewhere, look


def flips(folder: Path, count: int, seed: int = 1) -> dict[str, Any]:
    return elsewhere(_flips, folder, count, seed)


def _flips(folder: Path, count: int, seed: int) -> dict[str, Any]:
    path, chance = folder / "bits.db", random.Random(seed)
    journal, _ = open_journal(str(path), create=True)
    assert journal is not None
    with journal:
        for first, size in ((0, 1), (1, 30), (31, 1), (32, 200)):
            journal.append(batch(first, size), moment=MOMENT, by="trial")
        rows = list(journal.store.rows())
    whole = path.read_bytes()
    # An entry that two pages share is not found in one piece; the others stand for it.
    places = {row.number: whole.find(row.data) for row in rows if whole.find(row.data) > 0}
    found: dict[str, Any] = {"flips": count, "entries": len(places), "named": 0, "others_named": 0}
    sizes = {row.number: len(row.data) for row in rows}
    for _ in range(count):
        number = chance.choice(sorted(places))
        at, bit = places[number] + chance.randrange(sizes[number]), 1 << chance.randrange(8)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        damaged, problems = open_journal(str(path))
        assert damaged is not None, problems
        with damaged:
            named = {one.entry for one in verify(damaged).problems if one.code == "J201"}
        found["named"] += number in named
        found["others_named"] += len(named - {number})
    return found


def cuts(folder: Path, count: int) -> dict[str, Any]:
    log_size = elsewhere(_write_log, folder)
    found: dict[str, Any] = {"cuts": count, "prefixes": 0, "noticed": 0, "whole": 0, "silent": 0}
    for number in range(count):
        seen = elsewhere(_cut, folder, log_size * number // count)
        prefix = seen["opened"] and seen["numbers_read"] == list(range(seen["size"]))
        found["prefixes"] += prefix
        shorter = seen["size"] < seen["checkpoint"]
        found["noticed"] += shorter and "J203" in seen["codes"]
        found["whole"] += not shorter
        found["silent"] += shorter and "J203" not in seen["codes"]
    return found


def _write_log(folder: Path) -> int:
    path, copy = folder / "log.db", folder / "kept"
    copy.mkdir()
    journal, _ = open_journal(str(path), create=True)
    assert journal is not None
    with journal:
        for number in range(40):
            journal.append(batch(5 * number, 5), moment=MOMENT, by="trial")
        journal.publish()
        for suffix in ("", "-wal", ".checkpoint"):
            shutil.copy(path.with_name(path.name + suffix), copy / f"log.db{suffix}")
    return (copy / "log.db-wal").stat().st_size


def _cut(folder: Path, length: int) -> dict[str, Any]:
    path = folder / "cut.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copy(folder / "kept/log.db", path)
    shutil.copy(folder / "kept/log.db.checkpoint", checkpoint_path(path))
    path.with_name("cut.db-wal").write_bytes((folder / "kept/log.db-wal").read_bytes()[:length])
    seen = look(str(path))
    seen["numbers_read"], seen["checkpoint"] = [], 200
    journal, problems = open_journal(str(path))
    if journal is None:
        # Cut before the tables were there: nothing can be read, and that is said.
        return seen | {"opened": True, "numbers_read": [], "size": 0, "codes": ["J203"] if problems else []}
    with journal, suppress(IndexError):
        seen["numbers_read"] = [entry.act["number"] for entry in journal.entries()]
    return seen
