"""Following a journal that others write: new entries within a few hundredths of a second of their commit.

The file is not read for that: SQLite keeps a counter that moves with each commit of another connection, and a server is
asked for the number of its last bundle.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from servanda.journal.entries import Entry
from servanda.journal.journal import Journal

PAUSE = 0.02  # seconds between two looks


def follow(
    journal: Journal, after: int, *, pause: float = PAUSE, until: Callable[[], bool] = lambda: False
) -> Iterator[Entry]:
    """Give the entries behind a number, and then each new one as soon as it is there, `until` it is enough.

    Raises StoreFailed where an entry cannot be read; nothing is skipped.
    """
    seen = -1
    while not until():
        version = journal.store.version()
        if version == seen:
            time.sleep(pause)
            continue
        for entry in journal.entries(after=after):
            yield entry
            after = entry.number
        seen = version
