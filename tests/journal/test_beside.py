"""What goes with a copy: of all that lies beside the journals, what is true of the copy, and nothing else."""

from __future__ import annotations

from pathlib import Path

from servanda.journal import Journal
from servanda.journal.beside import Beside, cosigned_beside, true_of
from servanda.journal.checkpoint import Checkpoint, parse_checkpoint, sign_checkpoint
from servanda.journal.keys import make_keys
from servanda.journal.merkle import root

KEYS = make_keys("example.org/treaties", "log")


def written(folder: Path, name: str, checkpoint: str, cosigned: str = "") -> Path:
    path = folder / f"{name}.checkpoint"
    Beside(checkpoint, cosigned).write(path)
    return path


def head(journal: Journal, size: int = 10) -> Checkpoint:
    return Checkpoint(size, root(journal.leaves(size)))


def test_a_signed_checkpoint_of_the_same_entries_is_taken_as_it_stands(journal: Journal, tmp_path: Path) -> None:
    signed = str(sign_checkpoint(head(journal), KEYS))
    places = [written(tmp_path, "plain", str(head(journal))), written(tmp_path, "signed", signed)]
    assert true_of(journal, places) == true_of(journal, places[::-1]) == Beside(signed, "")


def test_a_copy_keeps_the_name_where_no_signature_fits_it(journal: Journal, tmp_path: Path) -> None:
    older = written(tmp_path, "older", str(sign_checkpoint(head(journal, 7), KEYS)))
    plain = written(tmp_path, "plain", str(head(journal)))
    found = parse_checkpoint(true_of(journal, [older]).checkpoint)
    assert found == Checkpoint(10, journal.root(), "example.org/treaties")
    assert true_of(journal, [plain, tmp_path / "nowhere"]).checkpoint == str(head(journal))


def test_of_cosigned_checkpoints_the_newest_true_one_is_taken(journal: Journal, tmp_path: Path) -> None:
    cosigned = {size: str(sign_checkpoint(head(journal, size), KEYS)) for size in (3, 7)}
    false = str(sign_checkpoint(Checkpoint(9, bytes(32)), KEYS))
    later = str(sign_checkpoint(Checkpoint(11, journal.root()), KEYS))
    texts = [cosigned[3], cosigned[7], false, later, "no checkpoint"]
    places = [written(tmp_path, str(number), str(head(journal)), text) for number, text in enumerate(texts)]
    assert true_of(journal, places).cosigned == cosigned[7]
    cosigned_beside(places[1]).write_bytes(b"\xff\xfe")
    assert true_of(journal, places).cosigned == cosigned[3]
