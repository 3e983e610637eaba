"""Signed notes: a text, an empty line, and signature lines that name who signed.

This is the form alone (C2SP signed-note, https://c2sp.org/signed-note); `keys` knows the mathematics. A note says
nothing until a signature of a known key was verified: `signed_by` does that.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

# Limits of our own: the specification asks for at least 16 signatures; one of ML-DSA-44 has 3 kB in base64.
MOST_SIGNATURES = 100
LONGEST = 1_000_000
_LINE = re.compile(r"— (\S+) (\S+)")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: the name of the key, its id of four bytes, and what the key made of the text."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"— {self.name} {base64.b64encode(self.key_id + self.value).decode('ascii')}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends in a newline, with the signatures under it."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    def with_signatures(self, more: Iterable[Signature]) -> Note:
        """Give the note with these signatures added, each once and the newest of a key instead of an older one."""
        found = {(one.name, one.key_id): one for one in (*self.signatures, *more)}
        return Note(self.text, tuple(found.values()))


class Verifier(Protocol):
    """A known key: it knows its signatures by name and id, and tells whether one is good."""

    @property
    def name(self) -> str:
        """The name of the key."""

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before its signatures."""

    def verifies(self, text: str, signature: bytes) -> bool:
        """Tell whether the key made this signature of this text."""


class Signer(Protocol):
    """A private key that signs notes under a name."""

    @property
    def name(self) -> str:
        """The name of the key, which is the origin of the checkpoints it signs."""

    def sign(self, text: str, time: int = 0) -> Signature:
        """Sign a text; `time` is the second since 1970 that a cosignature states."""


def is_key_name(name: str) -> bool:
    """Tell whether a name may stand in a signature line: no white space, no plus, no control character."""
    return bool(name) and "+" not in name and not any(map(str.isspace, name)) and name.isprintable()


def parse_note(data: str, longest: int = LONGEST) -> Note | None:
    """Read a note with its signatures, whoever made them; None where the text is not one."""
    if len(data) > longest or _CONTROL.search(data):
        return None
    text, gap, below = data.rpartition("\n\n")
    signatures = parse_signatures(below) if gap else None
    return Note(text + "\n", signatures) if signatures else None


def parse_signatures(data: str) -> tuple[Signature, ...] | None:
    """Read signature lines, as a witness answers with; None where one line is none, or there are too many."""
    lines = data.split("\n")
    if lines.pop() or len(lines) > MOST_SIGNATURES:
        return None
    found = [parse_signature(line) for line in lines]
    kept = [signature for signature in found if signature]
    return tuple(kept) if len(kept) == len(found) else None


def parse_signature(line: str) -> Signature | None:
    """Read one signature line, without its newline."""
    match = _LINE.fullmatch(line)
    raw = decode_base64(match[2]) if match else None
    if not match or not raw or len(raw) < 5 or not is_key_name(match[1]):
        return None
    return Signature(match[1], raw[:4], raw[4:])


def signed_by(note: Note, known: Sequence[Verifier]) -> tuple[Verifier, ...]:
    """List the known keys that signed a note; none at all where one of their signatures is false.

    Signatures of other keys are passed over, also where they share a name or an id with a known one.
    """
    keys = {(key.name, key.key_id): key for key in known}
    found: dict[tuple[str, bytes], Verifier] = {}
    for signature in note.signatures:
        key = keys.get((signature.name, signature.key_id))
        if key and not key.verifies(note.text, signature.value):
            return ()
        if key:
            found[key.name, key.key_id] = key
    return tuple(found.values())


def decode_base64(text: str) -> bytes | None:
    """Decode base64 in its one canonical form, so that no two texts stand for the same bytes; None for others."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode("ascii") == text else None
