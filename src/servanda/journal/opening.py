"""Opening a journal by its address, and asking at once whether it is as long as its checkpoint says."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from servanda.journal.checkpoint import read_checkpoint
from servanda.journal.journal import Journal
from servanda.journal.soundness import contradictions, shortenings
from servanda.journal.sqlite import open_sqlite
from servanda.journal.store import Store, StoreFailed
from servanda.problems import Problem

SERVERS = ("postgresql", "postgres")


def open_journal(address: str, *, create: bool = False) -> tuple[Journal | None, list[Problem]]:
    """Open the journal at an address: a path, `sqlite:///relative/path`, or `postgresql://server/database`.

    Gives no journal with J103, J104, J105, J108 or J109; a journal that is read-only with J202, J203, J204 or
    J205, where it contradicts a checkpoint, or with warning J209 where its folder cannot be written; and warning J208
    where no checkpoint lies beside it.
    """
    store, beside, problem = open_store(address, create=create)
    if store is None:
        return None, [problem] if problem else []
    problems = [*([store.still] if store.still else []), *_examine(store, beside)]
    return Journal(store, beside, problems, address), problems


def checkpoint_path(database: Path) -> Path:
    """Name the file beside a database that holds its checkpoint."""
    return database.with_name(database.name + ".checkpoint")


def checkpoint_of(address: str) -> Path:
    """Name the file that holds the checkpoint of a journal: beside its file, or on this side of its server.

    What lies on the server its operator could write anew; so each client keeps what it saw, in the folder that
    SERVANDA_CHECKPOINTS names, else in the account's own.
    """
    path = database_path(address)
    if path:
        return checkpoint_path(path)
    folder = os.environ.get("SERVANDA_CHECKPOINTS") or _own_folder()
    return Path(folder) / f"{sha256(_place(address).encode()).hexdigest()[:16]}.checkpoint"


def database_path(address: str) -> Path | None:
    """The file that an address names; None for a server, and for what is no address."""
    scheme, separator, rest = address.partition("://")
    if not separator:
        return Path(address)
    return Path(rest[1:]) if scheme == "sqlite" and len(rest) > 1 and rest.startswith("/") else None


def open_store(address: str, *, create: bool) -> tuple[Store | None, Path, Problem | None]:
    """Open the database of a journal alone, held to no checkpoint; with it the file where its checkpoint lies."""
    path = database_path(address)
    if path is not None:
        store, problem = open_sqlite(path, create=create)
        return store, checkpoint_path(path), problem
    scheme = address.partition("://")[0]
    if scheme not in SERVERS:
        hint = "give a path, or an address such as sqlite:///servanda.db or postgresql://server/database"
        return None, Path(), Problem("J105", f"a journal cannot be kept at '{scheme}://…'", hint=hint)
    try:
        from servanda.journal.postgres import open_postgres  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        hint = "install the package with its extra: servanda[postgres]"
        return None, Path(), Problem("J105", "a journal on a server needs a library that is not installed", hint=hint)
    server, problem = open_postgres(address, create=create)
    return server, checkpoint_of(address), problem


def _own_folder() -> Path:
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state"
    return Path(state) / "servanda"


def _place(address: str) -> str:
    """The address without who asks and by which password."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def _examine(store: Store, beside: Path) -> list[Problem]:
    # The checkpoint is read first, so that a writer in between can only make the journal longer than it.
    checkpoint, problem = read_checkpoint(beside)
    problems = [problem] if problem else []
    try:
        with store.reading():
            head, size = store.head(), store.size()
            problems += shortenings(head, size, checkpoint)
            if not problems:
                problems += contradictions(store, head, checkpoint)
    except StoreFailed as failure:
        return [*problems, failure.problem]
    if head.size and not checkpoint and not problems:
        problems.append(_unaccompanied(beside))
    return problems


def _unaccompanied(path: Path) -> Problem:
    message = f"no checkpoint lies beside the journal ({path}), so a cut journal would not be noticed"
    return Problem("J208", message, hint="restore it from a copy; the next append writes it anew", severity="warning")
