"""Asking a witness, on the side of the journal: a request with a proof; an answer is believed only when verified."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from servanda.journal.checkpoint import parse_checkpoint
from servanda.journal.keys import PublicKey
from servanda.journal.notes import Note, Signature, parse_signatures, signed_by
from servanda.journal.tree import Tree
from servanda.problems import Problem
from servanda.witness.answering import Answer
from servanda.witness.request import Request

# Sends the body of a request to a witness; None where the witness did not answer.
Post = Callable[[bytes], Answer | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking brought: cosignatures of known keys, or the problem; `size` is what the witness saw last."""

    signatures: tuple[Signature, ...] = ()
    problem: Problem | None = None
    size: int | None = None


def request_for(note: Note, tree: Tree, old: int) -> Request:
    """Write the request to cosign a checkpoint for a witness that saw `old` entries; raises IndexError beyond it."""
    checkpoint = parse_checkpoint(note.text)
    if not checkpoint:
        raise ValueError("a witness cosigns checkpoints only")
    return Request(old, tree.consistency(old, checkpoint.size), note, checkpoint)


def ask(post: Post, note: Note, tree: Tree, keys: Sequence[PublicKey], old: int = 0) -> Asked:
    """Ask a witness to cosign; where it saw another size last, ask once more from there."""
    asked = _asked(post, note, tree, keys, old)
    if asked.size is None or asked.size == old:
        return asked
    try:
        return _asked(post, note, tree, keys, asked.size)
    except IndexError:
        return Asked(problem=_greater(asked.size), size=asked.size)


def read_answer(answer: Answer, note: Note, keys: Sequence[PublicKey]) -> Asked:
    """Read what a witness answered; cosignatures of unknown keys are passed over.

    Problem J309 where it refused, J303 where no cosignature is of a key that is known for it.
    """
    if answer.status == 409 and answer.body.strip().isdecimal():
        return Asked(problem=_refused(answer), size=int(answer.body))
    if answer.status != 200:
        return Asked(problem=_refused(answer))
    lines = parse_signatures(answer.body) or ()
    good = [line for line in lines if any(_is_by(line, note, key) for key in keys)]
    if good:
        return Asked(tuple(good))
    hint = "compare the witness's public key with the one that it published"
    return Asked(problem=Problem("J303", "the answer bears no cosignature of a key known for this witness", hint=hint))


def _asked(post: Post, note: Note, tree: Tree, keys: Sequence[PublicKey], old: int) -> Asked:
    answer = post(str(request_for(note, tree, old)).encode())
    if answer is None:
        hint = "look at its address; or send it the request as a file"
        return Asked(problem=Problem("J309", "the witness did not answer", hint=hint))
    return read_answer(answer, note, keys)


def _is_by(line: Signature, note: Note, key: PublicKey) -> bool:
    return bool(signed_by(Note(note.text, (line,)), [key]))


def _refused(answer: Answer) -> Problem:
    why = " ".join(answer.body.split())[:200]
    message = f"the witness refused with {answer.status}: {why}"
    if answer.status == 409:
        message = f"the witness refused with 409: it last cosigned {why} entries, or the same size with another root"
    hints = {
        403: "sign the checkpoint with the key that the witness knows",
        404: "the witness must first trust the journal's public key",
        409: "give that size with --old; if it is the size asked for, the histories differ: run servanda verify",
        422: "the journal does not continue what the witness saw: run servanda verify, and tell the witness",
    }
    return Problem("J309", message, hint=hints.get(answer.status, "ask those who run the witness"))


def _greater(size: int) -> Problem:
    message = f"the witness has seen {size:,} entries, more than this journal has"
    return Problem("J309", message, hint="entries are missing here: restore the newest copy of the journal")
