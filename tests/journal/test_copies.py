"""Publishing: files that anybody can read, and whose every damage is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.journal import Journal
from servanda.journal.copies import Published, copied_entries, publish, read_copy, verify_copy
from servanda.journal.keys import make_keys
from servanda.journal.witnessed import newest_note
from tests.journal.helpers import MOMENT, found, make_act, must_open

KEYS = make_keys("example.org/treaties", "log")


def published(journal: Journal, folder: Path) -> tuple[Published | None, list[str]]:
    journal.signers = KEYS
    note, _problem = newest_note(journal)
    assert note is not None
    done, problems = publish(journal, folder, note)
    return done, [problem.code for problem in problems]


def verified(folder: Path) -> list[str]:
    copy, problems = read_copy(folder)
    return [problem.code for problem in (verify_copy(copy) if copy else problems)]


def append(journal: Journal, first: int, count: int) -> None:
    journal.append([make_act(number) for number in range(first, first + count)], moment=MOMENT, by="clerk")


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_published_is_the_journal(journal: Journal, tmp_path: Path) -> None:
    append(journal, 100, 300)
    assert published(journal, tmp_path / "out") == (Published(0, 310), [])
    copy, _problems = read_copy(tmp_path / "out")
    assert copy is not None
    assert verified(tmp_path / "out") == []
    assert list(copied_entries(copy)) == [entry.data for entry in journal.entries()]
    assert list(copied_entries(copy, after=300)) == [entry.data for entry in journal.entries()][300:]
    assert set(files(tmp_path / "out")) == {
        "checkpoint", "tile/0/000", "tile/0/001.p/54", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/54",
    }  # fmt: skip


@pytest.mark.parametrize("steps", [(1, 1), (245, 1), (246, 1), (247, 300), (600,)])
def test_copies_in_steps_gives_the_files_of_publishing_at_once(
    journal: Journal, tmp_path: Path, steps: tuple[int, ...]
) -> None:
    published(journal, tmp_path / "out")
    first = 100
    for step in steps:
        append(journal, first, step)
        first += step
        assert published(journal, tmp_path / "out")[1] == []
        assert verified(tmp_path / "out") == []
    published(journal, tmp_path / "fresh")
    fresh, grown = files(tmp_path / "fresh"), files(tmp_path / "out")
    # Partial files of older checkpoints stay until they are full: the specification asks for them.
    del fresh["checkpoint"]  # its signatures never come out alike
    assert {name: data for name, data in grown.items() if name in fresh} == fresh


def test_a_second_run_changes_nothing(journal: Journal, tmp_path: Path) -> None:
    published(journal, tmp_path / "out")
    before = files(tmp_path / "out")
    assert published(journal, tmp_path / "out") == (Published(10, 10), [])
    assert files(tmp_path / "out") == before


def test_every_damaged_or_missing_file_is_seen(journal: Journal, tmp_path: Path) -> None:
    append(journal, 100, 300)
    published(journal, tmp_path / "out")
    for name, data in files(tmp_path / "out").items():
        file = tmp_path / "out" / name
        at = len(data) // 2 if name != "checkpoint" else data.index(b"310\n") + 8
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert verified(tmp_path / "out") != [], name
        file.write_bytes(data[:-1])
        assert name == "checkpoint" or verified(tmp_path / "out") != [], name
        file.unlink()
        assert verified(tmp_path / "out") != [], name
        file.write_bytes(data)
    assert verified(tmp_path / "out") == []


def test_a_copy_cut_off_in_the_middle_of_publishing_is_an_older_whole_copy(journal: Journal, tmp_path: Path) -> None:
    published(journal, tmp_path / "out")
    checkpoint = (tmp_path / "out/checkpoint").read_bytes()
    append(journal, 100, 100)
    published(journal, tmp_path / "out")
    (tmp_path / "out/checkpoint").write_bytes(checkpoint)
    assert verified(tmp_path / "out") == []
    assert published(journal, tmp_path / "out") == (Published(10, 110), [])


def test_another_history_is_not_published_over_the_first(journal: Journal, tmp_path: Path) -> None:
    append(journal, 100, 5)
    published(journal, tmp_path / "out")
    with must_open(found(tmp_path / "other.db", 20)) as other:
        assert published(other, tmp_path / "out") == (None, ["J306"])
    with must_open(found(tmp_path / "shorter.db", 3)) as other:
        assert published(other, tmp_path / "out") == (None, ["J306"])
    assert verified(tmp_path / "out") == []


def test_a_folder_without_a_checkpoint_is_no_copy(tmp_path: Path) -> None:
    assert verified(tmp_path) == ["J307"]
