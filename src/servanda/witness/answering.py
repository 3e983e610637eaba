"""How a witness answers: the status codes of C2SP tlog-witness, whether the request came over HTTP or as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.journal.checkpoint import Checkpoint
from servanda.journal.heads import Heads
from servanda.journal.keys import PrivateKey, PublicKey
from servanda.journal.merkle import EMPTY_ROOT
from servanda.journal.notes import signed_by
from servanda.journal.proofs import verify_consistency
from servanda.witness.request import Request, parse_request

PLAIN = "text/plain; charset=utf-8"
SIZE = "text/x.tlog.size"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status code of HTTP, the text, and its type."""

    status: int
    body: str
    content_type: str = PLAIN


@dataclass(frozen=True, slots=True)
class Signing:
    """What a witness signs with, and when: the second since 1970."""

    keys: Sequence[PrivateKey]
    time: int


def answer(data: bytes, logs: Sequence[PublicKey], heads: Heads, signing: Signing) -> Answer:
    """Answer a request to cosign; the new head is on the disk before the answer is given.

    400 not a request, 404 unknown log, 403 not signed by its key, 409 another size or root than last cosigned,
    422 no consistent history, 200 with the cosignatures. Raises StoreFailed where the heads cannot be read.
    """
    request = parse_request(data)
    if not request or request.old > request.checkpoint.size or (request.old == 0 and request.proof):
        return Answer(400, "this is not a request to cosign a checkpoint\n")
    keys = [key for key in logs if key.name == request.checkpoint.origin]
    if not keys:
        return Answer(404, "this log is not known here\n")
    if not signed_by(request.note, keys):
        return Answer(403, "no key known for this log signed the checkpoint\n")
    return _compared(request, heads, signing)


def _compared(request: Request, heads: Heads, signing: Signing) -> Answer:
    refusals: list[Answer] = []

    def judge(last: Checkpoint | None) -> bool:
        refusal = _refusal(request, last)
        refusals.extend([refusal] if refusal else [])
        return not refusal

    if not heads.replace(request.checkpoint, str(request.note), judge):
        return refusals[0]
    lines = [str(key.sign(request.note.text, signing.time)) for key in _able(signing.keys, request)]
    return Answer(200, "".join(lines))


def _able(keys: Sequence[PrivateKey], request: Request) -> list[PrivateKey]:
    """The keys that can sign this checkpoint: ML-DSA-44 speaks of no extension lines."""
    return [key for key in keys if not request.checkpoint.extensions or not key.public.signs_trees_only]


def _refusal(request: Request, last: Checkpoint | None) -> Answer | None:
    known = last or Checkpoint(0, EMPTY_ROOT)
    new = request.checkpoint
    if request.old != known.size:
        return Answer(409, f"{known.size}\n", SIZE)
    if new.size == known.size and new.root != known.root:
        return Answer(409, f"{known.size}\n", SIZE)
    if not verify_consistency(known.size, known.root, new.size, new.root, request.proof):
        return Answer(422, "the proof does not show that nothing before has changed\n")
    return None
