"""Whom one trusts: which logs, which witnesses, and how many of them must have seen a checkpoint.

C2SP tlog-policy (https://c2sp.org/tlog-policy). Groups nest, so "three of five regions, and in each any of its
states" is written as it stands in a statute.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from servanda.journal.checkpoint import Checkpoint, parse_checkpoint
from servanda.journal.cosignatures import COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44, NOTE_ED25519
from servanda.journal.keys import PublicKey, parse_vkey
from servanda.journal.notes import Note, signed_by
from servanda.problems import Problem

_LOG_KINDS = (NOTE_ED25519, COSIGNATURE_ML_DSA_44)
_WITNESS_KINDS = (COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44)
_LONGEST = 1_000_000
_ALLOWED = re.compile(rb"[\t\n\x20-\x7e\x80-\xff]*")


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness of a policy: its key, and where it answers if the policy says so."""

    key: PublicKey
    address: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Some witnesses and groups, of which so many must have witnessed."""

    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """The logs and witnesses that are known, and the quorum: the name of a witness or group, or `none`."""

    logs: tuple[PublicKey, ...] = ()
    witnesses: Mapping[str, Witness] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    quorum: str = "none"

    def is_met(self, names: frozenset[str]) -> bool:
        """Tell whether these witnesses are enough."""
        return self.quorum == "none" or self._has_witnessed(self.quorum, names)

    def _has_witnessed(self, name: str, names: frozenset[str]) -> bool:
        group = self.groups.get(name)
        if not group:
            return name in names
        return sum(self._has_witnessed(member, names) for member in group.members) >= group.threshold


@dataclass(frozen=True, slots=True)
class Trusted:
    """A checkpoint that a policy accepts, and the witnesses of the policy that cosigned it."""

    checkpoint: Checkpoint
    witnesses: tuple[str, ...]


def check_note(note: Note, policy: Policy) -> tuple[Trusted | None, list[Problem]]:
    """Accept a signed checkpoint by a policy; problem J303 without the log's signature, J304 without the quorum."""
    checkpoint = parse_checkpoint(note.text)
    if not checkpoint:
        return None, [Problem("J303", "the note is no checkpoint", hint="give the file that the journal published")]
    logs = [key for key in policy.logs if key.name == checkpoint.origin]
    if policy.logs and not signed_by(note, logs):
        message = f"no key known for '{checkpoint.origin}' signed the checkpoint of {checkpoint.size:,} entries"
        return None, [Problem("J303", message, hint="compare the key with the one that the depositary published")]
    seen = _seen_by(note, policy)
    if not policy.is_met(frozenset(seen)):
        message = f"{len(seen)} of {len(policy.witnesses)} witnesses cosigned, which is not the quorum"
        hint = f"cosigned by: {', '.join(seen) or 'none of them'}; ask the others, or wait for them"
        return None, [Problem("J304", message, hint=hint)]
    return Trusted(checkpoint, tuple(seen)), []


def _seen_by(note: Note, policy: Policy) -> list[str]:
    # One by one: a false signature of one witness must not take away those of the others.
    return [name for name, witness in policy.witnesses.items() if signed_by(note, [witness.key])]


def read_policy(path: Path) -> tuple[Policy | None, list[Problem]]:
    """Read a policy file; problem J308 for every line that is wrong."""
    try:
        return parse_policy(path.read_bytes(), str(path))
    except OSError as error:
        return None, [Problem("J308", f"the policy {path} cannot be read: {error.strerror}", hint="check the path")]


def parse_policy(data: bytes, name: str = "policy") -> tuple[Policy | None, list[Problem]]:
    """Read a policy; bytes beyond ASCII are opaque, as the specification asks."""
    if len(data) > _LONGEST or not _ALLOWED.fullmatch(data):
        return None, [Problem("J308", f"{name} holds control characters, or is too long", hint="write plain text")]
    reading = _Reading()
    problems = []
    for number, line in enumerate(data.decode("utf-8", "surrogateescape").split("\n"), 1):
        words = [word for word in re.split(r"[ \t]+", line) if word]
        why = reading.read(words) if words and not words[0].startswith("#") else ""
        if why:
            problems.append(Problem("J308", f"{name}, line {number}: {why}", hint="see docs/how-to/run-a-witness.md"))
    if not reading.quorum:
        problems.append(Problem("J308", f"{name} names no quorum", hint="end it in a line 'quorum NAME'"))
    if problems:
        return None, problems
    return Policy(tuple(reading.logs), reading.witnesses, reading.groups, reading.quorum), []


class _Reading:
    """What the lines so far have defined; each method reads one line and gives what is wrong with it, or nothing."""

    def __init__(self) -> None:
        self.logs: list[PublicKey] = []
        self.witnesses: dict[str, Witness] = {}
        self.groups: dict[str, Group] = {}
        self.quorum = ""
        self.members: set[str] = set()

    def read(self, words: Sequence[str]) -> str:
        readers = {"log": self.log, "witness": self.witness, "group": self.group, "quorum": self.set_quorum}
        reader = readers.get(words[0])
        return reader(words[1:]) if reader else f"'{words[0]}' is neither log, witness, group nor quorum"

    def log(self, words: Sequence[str]) -> str:
        key = parse_vkey(words[0]) if 0 < len(words) < 3 else None
        if not key or key.kind not in _LOG_KINDS:
            return "a log has the public key of a log, and perhaps an address"
        if any(key.key == known.key for known in self.logs):
            return "this log is named already"
        self.logs.append(key)
        return ""

    def witness(self, words: Sequence[str]) -> str:
        key = parse_vkey(words[1]) if 1 < len(words) < 4 else None
        if not key or key.kind not in _WITNESS_KINDS:
            return "a witness has a name, the public key of a witness, and perhaps an address"
        if any(key.key == known.key.key for known in self.witnesses.values()):
            return "this witness is named already"
        if why := self.taken(words[0]):
            return why
        self.witnesses[words[0]] = Witness(key, words[2] if len(words) > 2 else "")
        return ""

    def group(self, words: Sequence[str]) -> str:
        if len(words) < 3:
            return "a group has a name, 'all', 'any' or a number, and its members"
        name, needed, *members = words
        threshold = {"any": 1, "all": len(members)}.get(needed) or _number(needed)
        if not 1 <= threshold <= len(members):
            return f"'{needed}' is neither all, any nor a number from 1 to {len(members)}"
        if why := self.taken(name) or self.unfit(members):
            return why
        self.members.update(members)
        self.groups[name] = Group(threshold, tuple(members))
        return ""

    def set_quorum(self, words: Sequence[str]) -> str:
        if self.quorum:
            return "the quorum is named already"
        if len(words) != 1 or (words[0] != "none" and not self.is_known(words[0])):
            return "the quorum is one witness or group named above, or none"
        self.quorum = words[0]
        return ""

    def taken(self, name: str) -> str:
        return f"the name '{name}' is taken already" if name == "none" or self.is_known(name) else ""

    def unfit(self, members: Sequence[str]) -> str:
        for member in members:
            if not self.is_known(member):
                return f"no line above defines '{member}'"
            if member in self.members or members.count(member) > 1:
                return f"'{member}' is in a group already, and would count twice"
        return ""

    def is_known(self, name: str) -> bool:
        return name in self.witnesses or name in self.groups


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,5}", text, re.ASCII) else 0
