"""What a key really signs: the note's text itself, or a statement about the checkpoint in it with a time.

C2SP signed-note (type 0x01) and tlog-cosignature (types 0x04 and 0x06), https://c2sp.org/tlog-cosignature.
"""

from __future__ import annotations

from servanda.journal.checkpoint import Checkpoint, parse_checkpoint

NOTE_ED25519 = 0x01
COSIGNATURE_ED25519 = 0x04
COSIGNATURE_ML_DSA_44 = 0x06
KINDS = (NOTE_ED25519, COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44)
LATEST = 2**63 - 1


def signed_message(kind: int, name: str, text: str, time: int) -> bytes | None:
    """Write the bytes that a key of this kind and name signs; None where it cannot sign such a text."""
    if kind == NOTE_ED25519:
        return text.encode()
    checkpoint = parse_checkpoint(text)
    if not checkpoint or not 0 <= time <= LATEST:
        return None
    if kind == COSIGNATURE_ED25519:
        return f"cosignature/v1\ntime {time}\n{text}".encode()
    return _subtree_message(name, checkpoint, time)


def _subtree_message(name: str, checkpoint: Checkpoint, time: int) -> bytes | None:
    """The structure `cosigned_message` over a whole tree; it speaks of no extension lines, so none may be there."""
    parts = [name.encode(), checkpoint.origin.encode()]
    if checkpoint.extensions or not all(0 < len(part) < 256 for part in parts):
        return None
    cosigner, origin = (len(part).to_bytes(1, "big") + part for part in parts)
    numbers = (0).to_bytes(8, "big") + checkpoint.size.to_bytes(8, "big")
    return b"subtree/v1\n\0" + cosigner + time.to_bytes(8, "big") + origin + numbers + checkpoint.root
