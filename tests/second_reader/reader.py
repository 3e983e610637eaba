"""A second reader of published journals and proofs, written from the specifications alone.

It imports nothing of the package: only hashlib, base64 and the library that verifies signatures. Where the package
climbs, this one descends: every rule is written as RFC 6962 and C2SP define it, recursively and without care for speed.
So a misreading of the specification would have to be made twice, in two ways.

    python tests/second_reader/reader.py FOLDER|PROOF VKEY...
"""

from __future__ import annotations

import base64
import hashlib
import sys
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey


class Wrong(Exception):
    """What was read is not what the specification says."""


def hash_of(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def tree_hash(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, over leaf hashes."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hash_of()
    k = largest_power_below(len(leaves))
    return hash_of(b"\x01", tree_hash(leaves[:k]), tree_hash(leaves[k:]))


def largest_power_below(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def root_by_path(leaf: bytes, m: int, n: int, path: list[bytes]) -> bytes:
    """The root to which PATH(m, D[n]) of RFC 6962, section 2.1.1, leads: the last hash of the path is the uppermost."""
    if n == 1:
        if path:
            raise Wrong("the path is too long")
        return leaf
    if not path:
        raise Wrong("the path is too short")
    k = largest_power_below(n)
    if m < k:
        return hash_of(b"\x01", root_by_path(leaf, m, k, path[:-1]), path[-1])
    return hash_of(b"\x01", path[-1], root_by_path(leaf, m - k, n - k, path[:-1]))


def open_note(data: bytes, vkeys: list[str]) -> tuple[str, list[str]]:
    """The text of a signed note, and the vkeys that signed it."""
    text, signatures = data.decode("utf-8").rsplit("\n\n", 1)
    text += "\n"
    signed = []
    for line in signatures.splitlines():
        dash, name, value = line.split(" ")
        raw = base64.b64decode(value, validate=True)
        for vkey in vkeys if dash == "—" else []:
            key_name, key_id, material = vkey.split("+", 2)
            if key_name == name and bytes.fromhex(key_id) == raw[:4]:
                verify(name, bytes.fromhex(key_id), base64.b64decode(material), text, raw[4:])
                signed.append(vkey)
    if not signed:
        raise Wrong("no known key signed the note")
    return text, signed


def verify(name: str, key_id: bytes, material: bytes, text: str, signature: bytes) -> None:
    if hash_of(name.encode(), b"\n", material)[:4] != key_id:
        raise Wrong("the id of the key is not its own")
    kind, key = material[0], material[1:]
    time = int.from_bytes(signature[:8], "big")
    try:
        if kind == 1:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, text.encode())
        elif kind == 4:
            message = f"cosignature/v1\ntime {time}\n{text}".encode()
            Ed25519PublicKey.from_public_bytes(key).verify(signature[8:], message)
        elif kind == 6:
            origin, size, root = read_checkpoint(text)
            message = b"subtree/v1\n\0" + opaque(name) + signature[:8] + opaque(origin)
            message += bytes(8) + size.to_bytes(8, "big") + root
            MLDSA44PublicKey.from_public_bytes(key).verify(signature[8:], message)
        else:
            raise Wrong(f"a key of the unknown kind {kind}")
    except InvalidSignature:
        raise Wrong("a signature is false") from None


def opaque(text: str) -> bytes:
    """A vector of RFC 8446 with a length of one byte."""
    return bytes([len(text.encode())]) + text.encode()


def read_checkpoint(text: str) -> tuple[str, int, bytes]:
    origin, size, root = text.split("\n")[:3]
    if not origin or str(int(size)) != size or len(base64.b64decode(root)) != 32:
        raise Wrong("no checkpoint")
    return origin, int(size), base64.b64decode(root)


def read_folder(folder: Path, vkeys: list[str]) -> list[bytes]:
    """The entries of a published journal, after every tile of it was computed again."""
    text, _signed = open_note((folder / "checkpoint").read_bytes(), vkeys)
    _origin, size, root = read_checkpoint(text)
    entries = [entry for at in range(0, size, 256) for entry in bundle(folder, at // 256, min(256, size - at))]
    if len(entries) != size:
        raise Wrong("another number of entries than the checkpoint says")
    hashes, level = [hash_of(b"\x00", entry) for entry in entries], 0
    if tree_hash(hashes) != root:
        raise Wrong("another root than the checkpoint says")
    while hashes:
        for at in range(0, len(hashes), 256):
            wanted = hashes[at : at + 256]
            if tile(folder, f"tile/{level}", at // 256, len(wanted)) != b"".join(wanted):
                raise Wrong(f"tile {at // 256} of level {level} is another")
        full = len(hashes) // 256
        hashes = [tree_hash(hashes[256 * at : 256 * at + 256]) for at in range(full)]
        level += 1
    return entries


def bundle(folder: Path, index: int, width: int) -> list[bytes]:
    data, entries = tile(folder, "tile/entries", index, width), []
    while data:
        length = int.from_bytes(data[:2], "big")
        if len(data) < 2 + length:
            raise Wrong("a bundle ends in the middle of an entry")
        entries.append(data[2 : 2 + length])
        data = data[2 + length :]
    return entries


def tile(folder: Path, prefix: str, index: int, width: int) -> bytes:
    digits = f"{index:03}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    name = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
    return (folder / prefix / (name if width == 256 else f"{name}.p/{width}")).read_bytes()


def read_proof(data: bytes, vkeys: list[str]) -> tuple[int, bytes]:
    """The index and the entry that a `.tlog-proof` shows."""
    above, below = data.split(b"\n\n", 1)
    header, extra, index, *path = above.decode("ascii").split("\n")
    if header != "c2sp.org/tlog-proof@v1" or not extra.startswith("extra ") or not index.startswith("index "):
        raise Wrong("no proof")
    entry, number = base64.b64decode(extra[6:]), int(index[6:])
    text, _signed = open_note(below, vkeys)
    _origin, size, root = read_checkpoint(text)
    hashes = [base64.b64decode(line) for line in path]
    if not 0 <= number < size or root_by_path(hash_of(b"\x00", entry), number, size, hashes) != root:
        raise Wrong("the proof does not lead to the root")
    return number, entry


if __name__ == "__main__":
    place, keys = Path(sys.argv[1]), sys.argv[2:]
    found = read_folder(place, keys) if place.is_dir() else [read_proof(place.read_bytes(), keys)[1]]
    sys.stdout.writelines(f"{entry.decode()}\n" for entry in found)
