"""A log of made-up entries, and a witness that knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from servanda.journal.checkpoint import Checkpoint, sign_checkpoint
from servanda.journal.heads import Heads
from servanda.journal.keys import PrivateKey, make_keys
from servanda.journal.merkle import leaf_hash
from servanda.journal.notes import Note
from servanda.journal.tiles import leaf_nodes
from servanda.journal.tree import Tree
from servanda.witness import Answer, House, answer
from servanda.witness.answering import Signing
from servanda.witness.asking import request_for

TIME = 1_800_000_000


@dataclass
class Log:
    """A log with a key and as many entries as one asks for; `fork` begins another history at that entry."""

    keys: tuple[PrivateKey, ...] = field(default_factory=lambda: make_keys("example.org/treaties", "log"))
    fork: int | None = None

    def tree(self, size: int) -> Tree:
        leaves = [
            leaf_hash(b"%d%b" % (at, b"'" if self.fork is not None and at >= self.fork else b"")) for at in range(size)
        ]
        return Tree(size, leaf_nodes(leaves))

    def note(self, size: int) -> Note:
        return sign_checkpoint(Checkpoint(size, self.tree(size).root()), self.keys)

    def request(self, old: int, size: int) -> bytes:
        return str(request_for(self.note(size), self.tree(size), old)).encode()


def witness_of(log: Log, folder: Path) -> House:
    keys = make_keys("witness.example/w1", "witness")
    return House(keys, tuple(key.public for key in log.keys), Heads(folder / "heads.db"))


def asked(house: House, data: bytes) -> Answer:
    return answer(data, house.logs, house.heads, Signing(house.keys, TIME))
