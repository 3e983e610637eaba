"""What the servers and commands tell whoever looks after them: one line of JSON for each event, on standard error.

Off unless SERVANDA_LOG is "json". No line holds an address, an account, a query or a text of the record: who asked what
is nobody's business, and what was entered by whom stands in the journal.
"""

from __future__ import annotations

import json
import os
import sys

VARIABLE = "SERVANDA_LOG"


def log(event: str, **fields: str | float | None) -> None:
    """Tell of an event; nothing where logs are off, or where nobody takes them any more.

    The moment is put before the line by whoever takes it, as journald and container engines do.
    """
    if os.environ.get(VARIABLE) != "json":
        return
    try:
        sys.stderr.write(json.dumps({"event": event, **fields}) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return
