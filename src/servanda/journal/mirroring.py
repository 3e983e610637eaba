"""A mirror from published files: whoever can fetch them from a web server needs no access to the database.

The files are read again whole before anything is taken over: entries against hashes, hashes against the root.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import islice

from servanda.journal.checkpoint import Checkpoint, write_whole
from servanda.journal.comparing import compare
from servanda.journal.copies import Copy, copied_entries, verify_copy
from servanda.journal.copying import Copied
from servanda.journal.entries import act_bytes, read_entry
from servanda.journal.journal import Journal
from servanda.journal.merkle import leaf_hashes
from servanda.journal.store import Batch
from servanda.problems import Problem

_BATCH = 5000


def mirror_files(files: Copy, target: Journal) -> Copied:
    """Add to a journal what published files have and it lacks.

    Problem J111 where the files do not continue the journal, those of `verify_copy` where they are not whole, J206 for
    published bytes that are no entry. Raises StoreFailed where the journal cannot be written.
    """
    before = target.size
    problems = _hindrances(files, target)
    if problems or target.read_only:
        return Copied(before, problems=problems or target.problems)
    entries = copied_entries(files, before)
    while lines := list(islice(entries, _BATCH)):
        number = target.size
        problem = _unreadable(lines, number)
        if problem:
            return Copied(number, target.root().hex(), number - before, (problem,))
        names = [sha256(act_bytes(line)).digest() for line in lines]
        target.take_over(Batch(number, lines, leaf_hashes(lines), names))
    target.publish()
    if (target.size, target.root()) == (files.checkpoint.size, files.checkpoint.root):
        write_whole(target.checkpoint_path, files.text)  # as it was published: with its name and its signatures
    return Copied(target.size, target.root().hex(), target.size - before)


def _hindrances(files: Copy, target: Journal) -> tuple[Problem, ...]:
    """Find why nothing can be taken over: files that are not whole, or a journal that they do not continue."""
    damage = tuple(verify_copy(files))
    if damage:
        return damage
    ours = Checkpoint(target.size, target.root(), files.checkpoint.origin)
    problem = compare(files.tree, files.checkpoint, ours)
    if not problem:
        return ()
    hint = "keep both, and compare their checkpoints with what a witness saw"
    return (Problem("J111", f"{files.folder} does not continue the copy: {problem.message}", hint=hint),)


def _unreadable(lines: list[bytes], before: int) -> Problem | None:
    """Find the first entry that is none, or has not its number: its publisher was no Servanda, or is not honest."""
    for number, line in enumerate(lines, before + 1):
        entry, problem = read_entry(line)
        if entry is None or entry.number != number:
            why = problem.message if problem else f"it says of itself that it is entry {entry.number if entry else 0}"
            return Problem("J206", f"entry {number} of the published files: {why}", hint="ask who published them")
    return None
