"""What trust costs: a proof made and checked, and signatures and cosignatures verified.

The tree is grown into tiles in a folder of its own, as it lies beside a journal; then proofs of entries drawn at random
are made from the tiles and checked from nothing but their own hashes. Each time is the median of all.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from servanda.journal.checkpoint import Checkpoint, sign_checkpoint
from servanda.journal.keys import make_keys
from servanda.journal.merkle import leaf_hash
from servanda.journal.notes import signed_by
from servanda.journal.proofs import prove_consistency, prove_inclusion, range_hash, verify_consistency, verify_inclusion
from servanda.journal.tiles import grow, tile_nodes

ENTRIES, PROOFS, SEED = 1_000_000, 1_000, 20201218
SIGNATURES = 200


@dataclass(frozen=True, slots=True)
class Trust:
    """What was measured, in milliseconds where it says so, and what was tried."""

    entries: int
    proofs: int
    grow_s: float
    first_proof_ms: float
    inclusion_ms: float
    inclusion_p99_ms: float
    consistency_ms: float
    hashes: int
    refused: int
    sign_ms: float
    ed25519_ms: float
    ml_dsa_ms: float

    def as_json(self) -> dict[str, int | float]:
        """The same as plain values, in the order of the fields."""
        return {name: getattr(self, name) for name in self.__slots__}


def measure(entries: int = ENTRIES, proofs: int = PROOFS) -> Trust:
    """Measure on a tree of so many entries; every proof made is checked, and refused for another entry."""
    with tempfile.TemporaryDirectory() as name:
        return _measured(Path(name), entries, proofs)


def _measured(folder: Path, entries: int, proofs: int) -> Trust:
    leaves = [leaf_hash(number.to_bytes(8, "big")) for number in range(entries)]
    started = perf_counter()
    grow(folder, 0, leaves)
    grown = perf_counter() - started
    root = range_hash(tile_nodes(folder, entries), 0, entries)
    drawn = random.Random(SEED).choices(range(entries), k=proofs)
    cold, _refused, _hashes = _inclusion(folder, leaves, root, drawn[:1])
    times, refused, hashes = _inclusion(folder, leaves, root, drawn)
    sign, ed25519, ml_dsa = _signatures(root, entries)
    ordered = sorted(times)
    return Trust(
        entries=entries,
        proofs=proofs,
        grow_s=round(grown, 2),
        first_proof_ms=round(cold[0], 3),
        inclusion_ms=round(median(times), 3),
        inclusion_p99_ms=round(ordered[len(ordered) * 99 // 100], 3),
        consistency_ms=round(median(_consistency(folder, root, entries, drawn)), 3),
        hashes=hashes,
        refused=refused,
        sign_ms=sign,
        ed25519_ms=ed25519,
        ml_dsa_ms=ml_dsa,
    )


def _inclusion(folder: Path, leaves: list[bytes], root: bytes, drawn: list[int]) -> tuple[list[float], int, int]:
    """The time of each proof made and checked; how many were refused for another entry; the hashes of the longest."""
    nodes, size = tile_nodes(folder, len(leaves)), len(leaves)
    times, refused, longest = [], 0, 0
    for index in drawn:
        started = perf_counter()
        proof = prove_inclusion(nodes, index, size)
        held = verify_inclusion(leaves[index], index, size, proof, root)
        times.append((perf_counter() - started) * 1000)
        if not held:
            raise AssertionError(f"the proof of leaf {index} does not hold")
        refused += not verify_inclusion(leaves[index - 1], index, size, proof, root)
        longest = max(longest, len(proof))
    return times, refused, longest


def _consistency(folder: Path, root: bytes, size: int, drawn: list[int]) -> list[float]:
    nodes, times = tile_nodes(folder, size), []
    for old in drawn:
        before = range_hash(tile_nodes(folder, size), 0, old)  # so that no tile is at hand already
        started = perf_counter()
        proof = prove_consistency(nodes, old, size)
        held = verify_consistency(old, before, size, root, proof)
        times.append((perf_counter() - started) * 1000)
        if not held:
            raise AssertionError(f"the proof from {old} does not hold")
    return times


def _signatures(root: bytes, size: int) -> tuple[float, float, float]:
    """To sign a checkpoint with both keys of a log, and to verify one cosignature of each kind, in ms."""
    keys, (ed25519, ml_dsa) = make_keys("bench.example/log", "log"), make_keys("bench.example/witness", "witness")
    checkpoint = Checkpoint(size, root)
    note = sign_checkpoint(checkpoint, keys)
    cosigned = [note.with_signatures([key.sign(note.text, 1)]) for key in (ed25519, ml_dsa)]
    return (
        _median(lambda: bool(sign_checkpoint(checkpoint, keys).signatures)),
        _median(lambda: bool(signed_by(cosigned[0], [ed25519.public]))),
        _median(lambda: bool(signed_by(cosigned[1], [ml_dsa.public]))),
    )


def _median(act: Callable[[], bool]) -> float:
    times = []
    for _ in range(SIGNATURES):
        started = perf_counter()
        if not act():
            raise AssertionError("a signature of ours does not verify")
        times.append((perf_counter() - started) * 1000)
    return round(median(times), 3)
