"""Comparing heads: the attacks of an operator, each caught by three lines of text."""

from __future__ import annotations

from pathlib import Path

from servanda.journal import Journal
from servanda.journal.checkpoint import Checkpoint, parse_checkpoint
from servanda.journal.comparing import compare, remember
from servanda.journal.tree import Tree, tree_of
from tests.journal.helpers import MOMENT, make_act, must_open


def head_of(journal: Journal) -> tuple[Tree, Checkpoint]:
    tree = tree_of(journal)
    return tree, Checkpoint(tree.size, tree.root())


def journal_of(path: Path, names: list[int]) -> Journal:
    journal = must_open(path, create=True)
    journal.append([make_act(name) for name in names], moment=MOMENT, by="clerk")
    return journal


def test_a_split_view_is_caught_by_two_readers_who_compare_their_heads(tmp_path: Path) -> None:
    # One operator, one name, two delegations: the third act is another one, and each view is whole in itself.
    with journal_of(tmp_path / "a.db", [1, 2, 3, 4]) as one, journal_of(tmp_path / "b.db", [1, 2, 30, 4, 5]) as other:
        mine, theirs = head_of(one), head_of(other)
        assert compare(*theirs, mine[1]).code == "J306"
        # The one with the shorter view cannot tell yet, and is told so instead of being told that all is well.
        assert compare(*mine, theirs[1]).code == "J203"


def test_two_readers_of_one_history_agree_though_one_is_behind(tmp_path: Path) -> None:
    with journal_of(tmp_path / "a.db", [1, 2, 3]) as journal:
        before = head_of(journal)
        journal.append([make_act(4)], moment=MOMENT, by="clerk")
        assert compare(*head_of(journal), before[1]) is None
        assert compare(*head_of(journal), head_of(journal)[1]) is None


def test_the_head_of_another_journal_is_not_compared(tmp_path: Path) -> None:
    with journal_of(tmp_path / "a.db", [1, 2, 3]) as journal:
        tree, head = head_of(journal)
        assert compare(tree, head, Checkpoint(3, head.root, "example.org/another")).code == "J306"


def test_a_reader_that_remembers_notices_a_history_written_anew(tmp_path: Path) -> None:
    memory = tmp_path / "head"
    with journal_of(tmp_path / "a.db", [1, 2, 3]) as journal:
        tree, head = head_of(journal)
        assert remember(memory, tree, head, str(head)) is None
        journal.append([make_act(4)], moment=MOMENT, by="clerk")
        tree, head = head_of(journal)
        assert remember(memory, tree, head, str(head)) is None
    assert parse_checkpoint(memory.read_text()) == head
    with journal_of(tmp_path / "b.db", [1, 20, 3, 4, 5]) as anew:
        assert remember(memory, *head_of(anew), "").code == "J306"
    with journal_of(tmp_path / "c.db", [1, 2, 3]) as shorter:
        assert remember(memory, *head_of(shorter), "").code == "J203"
    assert parse_checkpoint(memory.read_text()) == head


def test_a_memory_that_is_no_checkpoint_is_told(tmp_path: Path) -> None:
    (tmp_path / "head").write_text("hello")
    with journal_of(tmp_path / "a.db", [1]) as journal:
        assert remember(tmp_path / "head", *head_of(journal), "").code == "J204"
