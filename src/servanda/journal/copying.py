"""Copies of a journal: taken, put back, and kept up to date by somebody else.

A copy is taken over entry by entry, each compared with its hash, and is compared as a whole with the root it must have.
Nothing is ever replaced by what does not continue it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from servanda.journal import merkle
from servanda.journal.beside import Beside, true_of
from servanda.journal.checkpoint import Checkpoint, read_checkpoint
from servanda.journal.entries import act_bytes, verified_entry
from servanda.journal.journal import Journal
from servanda.journal.opening import checkpoint_of, checkpoint_path, database_path, open_journal
from servanda.journal.store import Batch, Row, StoreFailed
from servanda.journal.verify import verify
from servanda.problems import Problem, is_grave

_BATCH = 5000
_FILES = "", "-wal", "-shm"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds now, how many entries it did not hold before, and what stood in the way."""

    size: int = 0
    root: str = ""
    added: int = 0
    problems: tuple[Problem, ...] = ()


def mirror(source: Journal, target: Journal) -> Copied:
    """Add to a copy what it lacks; problem J111 where it holds what the source does not.

    Every entry is read as it stands and must have its hash; raises StoreFailed where one has not. What was added before
    stays, and is a true copy of the beginning.
    """
    before = size = target.size
    problem = _not_continued(source, Checkpoint(size, target.root()), "the copy")
    if problem or target.read_only:
        return Copied(size, problems=(problem,) if problem else target.problems)
    goal, rows = source.size, source.store.rows(size)
    while size < goal:
        part = list(islice(rows, min(_BATCH, goal - size)))
        lines, leaves = [row.data for row in part], [row.leaf for row in part]
        target.take_over(Batch(size, lines, leaves, [_act_id(row) for row in part]))
        size = part[-1].number
    target.publish()
    return Copied(size, target.root().hex(), size - before)


def backup(journal: Journal, place: Path) -> Copied:
    """Write a copy of a journal, as it stands now, into one file, with its checkpoint and what witnesses signed beside.

    Others may append meanwhile. An older copy of the same journal is replaced; problem J111 where the file is none.
    """
    fresh = place.with_name(place.name + ".new")
    _remove(fresh)
    journal.store.copy(str(fresh)) if _is_file(journal) else _mirror_into(journal, fresh)
    copy, problems = open_journal(str(fresh))
    if copy is None:
        return Copied(problems=tuple(problems))
    with copy:
        found = verify(copy)
        findings = [Problem(one.code, one.message) for one in found.problems if one.severity == "problem"]
        older = _older(place)
        problem = _not_continued(copy, older, str(place)) if older else None
        beside = true_of(copy, (journal.checkpoint_path, checkpoint_path(place)))
    grave = (*findings, *([problem] if problem else []))
    if grave or (place.exists() and older is None):
        _remove(fresh)
        return Copied(problems=grave or (_no_copy(place),))
    return _put(fresh, place, beside, Copied(found.size, found.root, found.size - (older.size if older else 0)))


def restore(address: str, target: str) -> Copied:
    """Put a copy in the place of a journal that was lost or damaged; the latter is kept under another name.

    Refused (J111) where the copy lacks entries of the newest checkpoint, or has others; and with its own problems where
    the copy is not whole.
    """
    copy, problems = open_journal(address)
    if copy is None:
        return Copied(problems=tuple(problems))
    with copy:
        found = verify(copy, thorough=True)
        grave = [Problem(one.code, one.message) for one in found.problems if one.severity == "problem"]
        checkpoint, problem = read_checkpoint(checkpoint_of(target))
        problem = problem or (_not_continued(copy, checkpoint, "the checkpoint") if checkpoint else None)
        problem = problem or _shorter(copy.size, target)
        if grave or problem:
            return Copied(problems=(*grave, *([problem] if problem else [])))
        path = database_path(target)
        if path is None:
            return _restore_on_server(copy, target)
        fresh = path.with_name(path.name + ".new")
        _remove(fresh)
        _mirror_into(copy, fresh)
        beside = true_of(copy, (copy.checkpoint_path, checkpoint_path(path)))
    _set_aside(path)
    return _put(fresh, path, beside, Copied(found.size, found.root, found.size))


def _mirror_into(source: Journal, place: Path) -> None:
    target, problems = open_journal(str(place), create=True)
    if target is None:
        raise StoreFailed(problems[0])
    with target:
        copied = mirror(source, target)
    if copied.problems:
        raise StoreFailed(copied.problems[0])


def _restore_on_server(copy: Journal, address: str) -> Copied:
    """Fill the journal of a server, which holds nothing or the beginning of the copy; the texts lie on this side."""
    target, problems = open_journal(address, create=True)
    if target is None or is_grave(problems):
        return Copied(problems=tuple(problems))
    with target:
        beside = true_of(copy, (copy.checkpoint_path, target.checkpoint_path))
        done = mirror(copy, target)
        if not done.problems:
            beside.write(target.checkpoint_path)
    return done


def _put(fresh: Path, place: Path, beside: Beside, done: Copied) -> Copied:
    """Let a finished copy take its name, the checkpoint last, so that it is never ahead of its journal."""
    fresh.replace(place)
    for file in (checkpoint_path(fresh), *(place.with_name(place.name + suffix) for suffix in _FILES[1:])):
        file.unlink(missing_ok=True)
    beside.write(checkpoint_path(place))
    return done


def _older(place: Path) -> Checkpoint | None:
    """The size and root of the copy that lies there already, if one does."""
    if not place.exists():
        return None
    older, _ = open_journal(str(place))
    if older is None:
        return None
    with older:
        return Checkpoint(older.size, older.root())


def _not_continued(journal: Journal, checkpoint: Checkpoint, what: str) -> Problem | None:
    """Say why a journal does not continue what a checkpoint covers; None where it does."""
    if journal.size < checkpoint.size:
        message = f"{what} has {checkpoint.size:,} entries, what would continue it only {journal.size:,}"
    elif merkle.root(journal.leaves(checkpoint.size)) != checkpoint.root:
        message = f"the first {checkpoint.size:,} entries are not those of {what}"
    else:
        return None
    return Problem("J111", message, hint="verify both by 'servanda verify', and keep the one that is whole and longer")


def _shorter(size: int, address: str) -> Problem | None:
    """Say that a copy lacks entries which the journal in its place covers, damaged or not."""
    journal, _ = open_journal(address)
    if journal is None:
        return None
    with journal:
        covered = journal.store.head().size
    if covered <= size:
        return None
    message = f"the journal in its place covers {covered:,} entries, the copy has only {size:,}"
    return Problem("J111", message, hint="keep the journal, or move it away by hand if it cannot be mended")


def _no_copy(place: Path) -> Problem:
    return Problem("J111", f"{place} is not a copy of this journal", hint="give the name of a file that is not there")


def _set_aside(path: Path) -> None:
    number = 1
    while path.with_name(f"{path.name}.replaced-{number}").exists():
        number += 1
    for suffix in _FILES:
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.rename(path.with_name(f"{path.name}.replaced-{number}{suffix}"))


def _remove(path: Path) -> None:
    for suffix in (*_FILES, ".checkpoint"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _is_file(journal: Journal) -> bool:
    return database_path(journal.address) is not None


def _act_id(row: Row) -> bytes:
    verified_entry(row)
    return sha256(act_bytes(row.data)).digest()
