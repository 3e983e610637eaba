"""What the package publishes, a reader that knows nothing of the package reads in the same way; and refuses alike."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from servanda.journal import Journal
from servanda.journal.copies import publish
from servanda.journal.keys import make_keys
from servanda.journal.witnessed import keep_cosignatures, newest_note, receipt_of
from tests.journal.helpers import MOMENT, found, make_act, must_open
from tests.second_reader import reader

KEYS = make_keys("example.org/treaties", "log")
WITNESS = make_keys("witness.example/w1", "witness")
VKEYS = [str(key.public) for key in KEYS]


def journal_of(path: Path, size: int) -> Journal:
    journal = must_open(found(path / "servanda.db", size))
    journal.signers = KEYS
    return journal


def published(journal: Journal, folder: Path) -> None:
    note, _problem = newest_note(journal)
    assert note is not None
    note = keep_cosignatures(journal, note, [key.sign(note.text, 1_800_000_000) for key in WITNESS])
    assert publish(journal, folder, note)[1] == []


def test_the_second_reader_imports_nothing_of_the_package() -> None:
    tree = ast.parse(Path(reader.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} == {
        "__future__",
        "base64",
        "cryptography",
        "hashlib",
        "pathlib",
        "sys",
    }


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 600])
def test_both_read_the_same_entries(tmp_path: Path, size: int) -> None:
    with journal_of(tmp_path, size) as journal:
        published(journal, tmp_path / "out")
        assert reader.read_folder(tmp_path / "out", VKEYS) == [entry.data for entry in journal.entries()]


def test_both_read_what_grew_in_steps(tmp_path: Path) -> None:
    with journal_of(tmp_path, 10) as journal:
        for first, count in [(100, 245), (500, 2), (600, 300)]:
            acts = [make_act(number) for number in range(first, first + count)]
            journal.append(acts, moment=MOMENT, by="clerk")
            published(journal, tmp_path / "out")
            assert len(reader.read_folder(tmp_path / "out", VKEYS)) == journal.size


@pytest.mark.parametrize("number", range(4))
def test_both_accept_each_kind_of_signature(tmp_path: Path, number: int) -> None:
    with journal_of(tmp_path, 5) as journal:
        published(journal, tmp_path / "out")
    assert len(reader.read_folder(tmp_path / "out", [str((*KEYS, *WITNESS)[number].public)])) == 5


def test_both_accept_every_proof(tmp_path: Path) -> None:
    with journal_of(tmp_path, 70) as journal:
        for entry in journal.entries():
            receipt, _problem = receipt_of(journal, entry)
            assert reader.read_proof(str(receipt).encode(), VKEYS) == (entry.number - 1, entry.data)


def test_both_refuse_what_was_altered(tmp_path: Path) -> None:
    with journal_of(tmp_path, 300) as journal:
        published(journal, tmp_path / "out")
        receipt, _problem = receipt_of(journal, next(journal.entries()))
    for file in [path for path in (tmp_path / "out").rglob("*") if path.is_file()]:
        data = file.read_bytes()
        at = 40 if file.name == "checkpoint" else len(data) - 1
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises((reader.Wrong, ValueError)):
            reader.read_folder(tmp_path / "out", VKEYS)
        file.write_bytes(data)
    with pytest.raises(reader.Wrong):
        reader.read_proof(str(receipt).replace("index 0", "index 1").encode(), VKEYS)
    with pytest.raises(reader.Wrong):
        reader.read_proof(str(receipt).encode(), [str(make_keys("example.org/treaties", "log")[0].public)])
