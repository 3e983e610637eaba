"""Keys: the public ones that verify, written as vkeys, and the private ones that sign, in a file of their own.

A log signs its checkpoints with two keys of one name, Ed25519 and ML-DSA-44, so that no advance in breaking one kind
takes the proofs with it; a witness cosigns with two as well. C2SP signed-note, "Verifier keys"; the private form
is that of Go's sumdb/note, with the seed.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from servanda.journal.cosignatures import (
    COSIGNATURE_ED25519,
    COSIGNATURE_ML_DSA_44,
    KINDS,
    NOTE_ED25519,
    signed_message,
)
from servanda.journal.notes import Signature, decode_base64, is_key_name
from servanda.problems import Problem

_LENGTHS = {NOTE_ED25519: 32, COSIGNATURE_ED25519: 32, COSIGNATURE_ML_DSA_44: 1312}
_PRIVATE = "PRIVATE+KEY+"
_SEED = 32

Role = Literal["log", "witness"]
_OF_ROLE: dict[Role, tuple[int, int]] = {
    "log": (NOTE_ED25519, COSIGNATURE_ML_DSA_44),
    "witness": (COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44),
}


@dataclass(frozen=True)
class PublicKey:
    """A public key under a name, for one kind of signature."""

    name: str
    kind: int
    key: bytes

    @cached_property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256 of name, newline, kind and key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.key).digest()[:4]

    def __str__(self) -> str:
        material = base64.b64encode(bytes([self.kind]) + self.key).decode("ascii")
        return f"{self.name}+{self.key_id.hex()}+{material}"

    @property
    def is_timed(self) -> bool:
        """Whether its signatures state a time."""
        return self.kind != NOTE_ED25519

    @property
    def signs_trees_only(self) -> bool:
        """Whether it signs size and root alone, so that it cannot sign a checkpoint with extension lines."""
        return self.kind == COSIGNATURE_ML_DSA_44

    def verifies(self, text: str, signature: bytes) -> bool:
        """Tell whether the key made this signature of this text."""
        time, value = (int.from_bytes(signature[:8], "big"), signature[8:]) if self.is_timed else (0, signature)
        message = signed_message(self.kind, self.name, text, time)
        return message is not None and self._made(value, message)

    def _made(self, value: bytes, message: bytes) -> bool:
        try:
            self._library_key.verify(value, message)
        except InvalidSignature:
            return False
        return True

    @cached_property
    def _library_key(self) -> Ed25519PublicKey | MLDSA44PublicKey:
        if self.kind == COSIGNATURE_ML_DSA_44:
            return MLDSA44PublicKey.from_public_bytes(self.key)
        return Ed25519PublicKey.from_public_bytes(self.key)


@dataclass(frozen=True)
class PrivateKey:
    """A private key under a name, for one kind of signature; its text never leaves its file."""

    name: str
    kind: int
    _seed: bytes

    def __repr__(self) -> str:
        return f"PrivateKey({self.name!r}, {self.kind})"

    @cached_property
    def public(self) -> PublicKey:
        """The public key that verifies what this one signs."""
        return PublicKey(self.name, self.kind, self._library_key.public_key().public_bytes_raw())

    def sign(self, text: str, time: int = 0) -> Signature:
        """Sign a text; raises ValueError for one that is no checkpoint where the kind signs nothing else."""
        message = signed_message(self.kind, self.name, text, time)
        if message is None:
            raise ValueError(f"a key of kind {self.kind} signs checkpoints only")
        prefix = time.to_bytes(8, "big") if self.public.is_timed else b""
        return Signature(self.name, self.public.key_id, prefix + self._library_key.sign(message))

    def secret(self) -> str:
        """Write the line for the key file."""
        material = base64.b64encode(bytes([self.kind]) + self._seed).decode("ascii")
        return f"{_PRIVATE}{self.name}+{self.public.key_id.hex()}+{material}"

    @cached_property
    def _library_key(self) -> Ed25519PrivateKey | MLDSA44PrivateKey:
        if self.kind == COSIGNATURE_ML_DSA_44:
            return MLDSA44PrivateKey.from_seed_bytes(self._seed)
        return Ed25519PrivateKey.from_private_bytes(self._seed)


def parse_vkey(text: str) -> PublicKey | None:
    """Read a public key as written in a vkey; None where the text is none, or its id is not that of the key."""
    name, _, rest = text.partition("+")
    key_id, _, material = rest.partition("+")
    raw = decode_base64(material)
    if not raw or not is_key_name(name) or _LENGTHS.get(raw[0]) != len(raw) - 1:
        return None
    key = PublicKey(name, raw[0], raw[1:])
    return key if key.key_id.hex() == key_id else None


def parse_private_key(text: str) -> PrivateKey | None:
    """Read the line of a key file; None where it is none, or its id is not that of the key."""
    if not text.startswith(_PRIVATE):
        return None
    name, _, rest = text.removeprefix(_PRIVATE).partition("+")
    key_id, _, material = rest.partition("+")
    raw = decode_base64(material)
    if not raw or not is_key_name(name) or len(raw) != 1 + _SEED or raw[0] not in KINDS:
        return None
    key = PrivateKey(name, raw[0], raw[1:])
    return key if key.public.key_id.hex() == key_id else None


def make_keys(name: str, role: Role) -> tuple[PrivateKey, ...]:
    """Make the two keys of a log or of a witness from fresh randomness."""
    return tuple(PrivateKey(name, kind, token_bytes(_SEED)) for kind in _OF_ROLE[role])


def write_keys(path: Path, keys: Sequence[PrivateKey]) -> Problem | None:
    """Write private keys into a new file that its owner alone may read; problem J302 where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(number, "w", encoding="utf-8") as file:  # noqa: PTH123 - the file is already open
            file.writelines(f"{key.secret()}\n" for key in keys)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return Problem("J302", f"{path} exists; a key is never written over", hint="give another file with --file")
    except OSError as error:
        return Problem("J302", f"the key file {path} cannot be written: {error.strerror}", hint="give another folder")
    return None


def read_keys(path: Path) -> tuple[tuple[PrivateKey, ...], Problem | None]:
    """Read the private keys of a file; problem J302 where it is none, or others may read it."""
    try:
        if path.stat().st_mode & 0o077:
            hint = f"chmod 600 {path}; make new keys if somebody may have read it"
            return (), Problem("J302", f"the key file {path} may be read by others", hint=hint)
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return (), Problem("J302", f"the key file {path} cannot be read: {error}", hint="make one: servanda key new")
    keys = [parse_private_key(line) for line in lines if line.strip()]
    found = tuple(key for key in keys if key)
    if not found or len(found) < len(keys) or len({key.name for key in found}) > 1:
        return (), Problem("J302", f"{path} does not hold the keys of one name", hint="restore it from a copy")
    return found, None


def read_vkeys(texts: Sequence[str]) -> tuple[tuple[PublicKey, ...], list[Problem]]:
    """Read public keys that a person gave, with problem J301 for each that is none."""
    keys = [(text, parse_vkey(text.strip())) for text in texts]
    hint = "a vkey is NAME+ID+KEY, as 'servanda key show' prints it"
    problems = [Problem("J301", f"'{text[:60]}' is not a public key", hint=hint) for text, key in keys if not key]
    return tuple(key for _text, key in keys if key), problems
