"""Every write and every synchronisation fails once, each of them from then on, and disks become full."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from servanda.journal import open_journal
from tests.faults.common import MOMENT, batch, begin, elsewhere, look, lost, sent, started

SOURCE = Path(__file__).with_name("shim.c")


def compiled(folder: Path) -> Path | None:
    """The shim, compiled; None where there is no compiler."""
    compiler = shutil.which("cc")
    if not compiler:
        return None
    library = folder / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    return library


def failing_writes(folder: Path, step: int = 1) -> dict[str, Any]:
    """Run the trials in a program that has the shim before the C library."""
    library = compiled(folder)
    if library is None:
        return {"skipped": "no C compiler"}
    command = [sys.executable, "-m", "tests.faults", "shimmed", str(folder), str(step)]
    environment = os.environ | {"LD_PRELOAD": str(library), "SERVANDA_SHIM": str(library)}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    found: dict[str, Any] = __import__("json").loads(done.stdout)
    return found


def shimmed(folder: Path, step: int) -> dict[str, Any]:
    shim = ctypes.CDLL(os.environ["SERVANDA_SHIM"])
    found: dict[str, Any] = {"trials": 0, "acknowledged": 0, "lost": 0, "unsound": 0, "raised": 0, "places": 0}
    for number, whole in ((errno.EIO, 0), (errno.EIO, 1), (errno.ENOSPC, 0), (errno.ENOSPC, 1)):
        at = 1
        while True:
            path = folder / f"servanda-fault-{number}-{whole}-{at}.db"
            elsewhere(begin, path)
            writer, ours = started(_write, path, shim, at, whole, number)
            told = sent(ours)
            writer.join()
            acknowledged = [act for act in told if act >= 0]
            reached = max((-act for act in told if act < 0), default=0)
            seen = elsewhere(look, str(path))
            found["trials"] += 1
            found["acknowledged"] += len(acknowledged)
            found["lost"] += lost(acknowledged, seen)
            found["unsound"] += not seen.get("sound", False) or bool(seen["codes"])
            found["raised"] += writer.exitcode != 0
            for file in folder.glob(f"{path.name}*"):
                file.unlink()
            if reached < at:
                found["places"] = max(found["places"], at - 1)
                break
            at += step
    return found


def _write(theirs: Connection, path: Path, shim: Any, at: int, whole: int, number: int) -> None:
    """Append a few batches while a write fails; sends what was acknowledged, and the negative count of writes."""
    shim.fault_arm(at, whole, number)
    journal, _ = open_journal(str(path))
    if journal is not None:
        for first in range(10, 40, 5):
            answer = journal.append(batch(first, 5), moment=MOMENT, by="trial")
            for act in range(first, first + len(answer.numbers)):
                theirs.send(act)
        with contextlib.suppress(OSError):
            journal.close()
    theirs.send(-shim.fault_count())


def full_disks(folder: Path, rounds: int) -> dict[str, Any]:
    """Append until nothing more fits: on a small file system where one can be made, else under a limit of size."""
    found: dict[str, Any] = {"trials": rounds, "refused": 0, "acknowledged": 0, "lost": 0, "unsound": 0}
    for number in range(rounds):
        kilobytes = 300 + 37 * number
        place, mounted = _small_disk(folder, kilobytes)
        found["disk"] = "tmpfs" if mounted else "limit of size"
        path = place / f"full-{number}.db"
        elsewhere(begin, path)
        writer, ours = started(_fill, path, 0 if mounted else kilobytes * 1024)
        told = sent(ours)
        writer.join()
        acknowledged = [act for act in told if act >= 0]
        found["refused"] += -1 in told
        found["acknowledged"] += len(acknowledged)
        if mounted:
            copy = folder / f"copy-{number}"
            copy.mkdir()
            for file in place.iterdir():
                shutil.copy(file, copy)
            subprocess.run(["umount", place], check=True)
            path = copy / path.name
        seen = elsewhere(look, str(path))
        found["lost"] += lost(acknowledged, seen)
        found["unsound"] += not seen.get("sound", False) or bool(seen["codes"])
    return found


def _fill(theirs: Connection, path: Path, limit: int) -> None:
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    journal, _ = open_journal(str(path))
    assert journal is not None
    for first in range(10, 100_000, 10):
        answer = journal.append(batch(first, 10), moment=MOMENT, by="trial")
        if not answer.numbers:
            assert [problem.code for problem in answer.problems] == ["J108"]
            assert journal.read_only
            theirs.send(-1)
            break
        for act in range(first, first + 10):
            theirs.send(act)
    journal.close()


def _small_disk(folder: Path, kilobytes: int) -> tuple[Path, bool]:
    place = Path(tempfile.mkdtemp(dir=folder))
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    return place, mounted
