"""Everything that can be done to a journal behind its back, and how it is found, on each store."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.journal import Journal, StoreFailed, Verification, open_journal, unopened, verify
from servanda.journal.bundles import Row
from servanda.journal.checkpoint import Checkpoint, write_checkpoint
from servanda.journal.merkle import leaf_hash, root
from servanda.journal.store import Head
from tests.journal.grounds import MOMENT, Ground, make_act


def verified(ground: Ground, *, thorough: bool = False) -> Verification:
    with ground.open() as journal:
        return verify(journal, thorough=thorough)


def named(ground: Ground, *, thorough: bool = False) -> set[tuple[str, int | None]]:
    return {(finding.code, finding.entry) for finding in verified(ground, thorough=thorough).problems}


def opened(ground: Ground) -> tuple[list[str], bool]:
    """The codes at opening, and whether an append is refused."""
    journal, problems = open_journal(ground.address)
    assert journal is not None
    with journal:
        appended = journal.append([make_act(99)], moment=MOMENT, by="clerk")
    return [problem.code for problem in problems], not appended.numbers


def alter_the_third(ground: Ground) -> None:
    ground.replace(3, ground.data(3).replace(b"UA", b"UZ"))


@pytest.mark.parametrize("thorough", [False, True])
def test_a_sound_journal_has_the_stable_json_form(journal: Journal, thorough: bool) -> None:
    assert verify(journal, thorough=thorough).as_json() == {
        "ok": True,
        "size": 10,
        "root": journal.root().hex(),
        "problems": [],
    }


def test_an_empty_journal_is_sound(bare_ground: Ground) -> None:
    with bare_ground.open(create=True) as journal:
        assert verify(journal).ok


def test_a_journal_that_does_not_open_has_the_same_form(bare_ground: Ground) -> None:
    answer = unopened(open_journal(bare_ground.address)[1]).as_json()
    assert (answer["ok"], answer["size"], answer["problems"][0]["code"]) == (False, 0, "J104")


def test_an_altered_entry_is_named(ground: Ground) -> None:
    alter_the_third(ground)
    assert named(ground) == {("J201", 3), ("J204", None)}
    answer = verified(ground).as_json()
    assert answer["ok"] is False
    assert answer["problems"][0]["entry"] == 3


def test_an_altered_hash_beside_an_entry_names_it(ground: Ground) -> None:
    ground.replace(3, ground.data(3), leaf_hash(b"another"))
    assert named(ground) == {("J201", 3)}


def test_an_altered_entry_is_not_read(ground: Ground) -> None:
    alter_the_third(ground)
    with ground.open() as journal:
        assert len(list(journal.entries(2))) == 2
        with pytest.raises(StoreFailed) as caught:
            list(journal.entries())
    assert caught.value.problem.code == "J201"


def test_an_entry_altered_with_its_hash_contradicts_the_root(ground: Ground) -> None:
    data = ground.data(3).replace(b"UA", b"UZ")
    ground.replace(3, data, leaf_hash(data))
    assert named(ground) == {("J204", None)}


@pytest.mark.parametrize(("at", "byte"), [(20, b"\n"), (-1, b"\n"), (0, b"\n")])
def test_a_byte_turned_into_a_line_break_names_its_entry_and_no_other(ground: Ground, at: int, byte: bytes) -> None:
    with ground.open() as journal:
        bundle = list(journal.store.bundles())[-1]
    lines = bundle.lines.split(b"\n")
    at %= len(lines[2])
    lines[2] = lines[2][:at] + byte + lines[2][at + 1 :]
    ground.tamper("UPDATE bundle SET lines = ? WHERE first = ?", b"\n".join(lines), bundle.first)
    assert named(ground) == {("J201", 7), ("J204", None)}


def test_a_lost_line_break_names_the_two_entries_that_it_parted(ground: Ground) -> None:
    with ground.open() as journal:
        bundle = list(journal.store.bundles())[-1]
    lines = bundle.lines.replace(b"\n", b"\v", 1)
    ground.tamper("UPDATE bundle SET lines = ? WHERE first = ?", lines, bundle.first)
    assert named(ground) == {("J201", 5), ("J201", 6), ("J204", None)}


def test_a_line_in_the_bundle_of_another_names_where_it_is_too_much_and_where_it_is_missing(ground: Ground) -> None:
    with ground.open() as journal:
        second, third = list(journal.store.bundles())[1:]
    moved, rest = third.lines.split(b"\n", 1)
    ground.tamper("UPDATE bundle SET lines = ? WHERE first = ?", second.lines + b"\n" + moved, second.first)
    ground.tamper("UPDATE bundle SET lines = ? WHERE first = ?", rest, third.first)
    assert named(ground) == {("J201", 4), ("J201", 5), ("J204", None)}


@pytest.mark.parametrize("at", [0, 1, 3])
def test_a_line_that_has_no_hash_names_the_entry_beside_it(ground: Ground, at: int) -> None:
    with ground.open() as journal:
        second = list(journal.store.bundles())[1]
    lines = second.lines.split(b"\n")
    ground.tamper("UPDATE bundle SET lines = ? WHERE first = ?", b"\n".join([*lines[:at], lines[0], *lines[at:]]), 2)
    assert {code for code, _number in named(ground)} == {"J201", "J204"}
    assert {number for code, number in named(ground) if code == "J201"} < {2, 3, 4}


def test_a_row_without_a_hash_is_named(ground: Ground) -> None:
    ground.tamper("INSERT INTO bundle VALUES (?, ?, ?)", 3, b"", b"")
    assert {("J202", 5), ("J201", 3), ("J204", None)} <= named(ground)


def test_a_history_written_anew_contradicts_the_checkpoint_beside(new_ground: Callable[[str], Ground]) -> None:
    ground, other = new_ground("servanda").begun(10), new_ground("other")
    with other.open(create=True) as journal:
        forged = [make_act(number) | ({"by": ["UZ"]} if number == 3 else {}) for number in range(1, 11)]
        journal.append(forged, moment=MOMENT, by="clerk")
    ground.take_from(other)
    assert opened(ground) == (["J204"], True)
    assert named(ground) == {("J204", None)}


def test_a_journal_put_in_the_place_of_another_opens_read_only(new_ground: Callable[[str], Ground]) -> None:
    ground, other = new_ground("servanda").begun(10), new_ground("other")
    with other.open(create=True) as journal:
        journal.append([make_act(number) for number in range(20, 40)], moment=MOMENT, by="clerk")
    ground.take_from(other)
    assert opened(ground) == (["J204"], True)


def test_a_missing_entry_is_named(ground: Ground) -> None:
    ground.remove(1, 5)
    assert {("J202", 1), ("J202", 5)} <= named(ground)


def test_an_entry_that_says_another_number_is_named(ground: Ground) -> None:
    data = ground.data(2).replace(b'"number":2', b'"number":7')
    ground.replace(2, data, leaf_hash(data))
    assert ("J202", 2) in named(ground)


def test_an_entry_whose_moment_goes_backwards_is_named(ground: Ground) -> None:
    data = ground.data(5).replace(b"2026-11-23T", b"2026-11-22T")
    ground.replace(5, data, leaf_hash(data))
    assert ("J202", 5) in named(ground)


def test_an_entry_that_is_not_canonical_is_named(ground: Ground) -> None:
    data = b'{"act": {}}'
    ground.replace(5, data, leaf_hash(data))
    assert ("J206", 5) in named(ground)


def test_a_form_that_the_gate_would_refuse_is_named_by_a_thorough_look(ground: Ground) -> None:
    data = ground.data(5).replace(b'{"act":{', b'{"act":{ ')
    ground.replace(5, data, leaf_hash(data))
    assert ("J206", 5) in named(ground, thorough=True)


def test_an_act_that_stands_there_twice_is_named_by_a_thorough_look(ground: Ground) -> None:
    data = ground.data(3).replace(b'"number":3', b'"number":5')
    ground.replace(5, data, leaf_hash(data))
    assert ("J207", 5) in named(ground, thorough=True)


def test_entries_whose_end_was_deleted_open_read_only(ground: Ground) -> None:
    ground.remove(9, 10)
    assert opened(ground) == (["J203"], True)
    assert {finding.code for finding in verified(ground).problems} == {"J203"}
    with ground.open() as journal:
        assert journal.size == 8
        assert journal.root() == root(leaf_hash(entry.data) for entry in journal.entries())


def test_an_end_deleted_with_its_head_contradicts_the_checkpoint_beside(new_ground: Callable[[str], Ground]) -> None:
    ground, short = new_ground("servanda").begun(10), new_ground("short").begun(8)
    ground.take_from(short)
    assert opened(ground) == (["J203"], True)
    assert named(ground) == {("J203", None)}


def test_an_old_copy_put_back_while_the_journal_is_open_is_noticed_at_the_next_append(ground: Ground) -> None:
    with ground.open() as journal:
        write_checkpoint(ground.checkpoint, Checkpoint(11, bytes(32)))
        appended = journal.append([make_act(11)], moment=MOMENT, by="clerk")
        assert [problem.code for problem in appended.problems] == ["J203"]
        assert journal.read_only


def test_entries_added_behind_the_back_open_read_only(ground: Ground) -> None:
    ground.rewrite(lambda rows: [*rows, Row(11, bytes(32), b"{}")])
    assert opened(ground) == (["J202"], True)
    assert ("J202", 11) in named(ground)


def test_a_checkpoint_that_is_none_opens_read_only(ground: Ground) -> None:
    ground.checkpoint.write_text("10\n", encoding="ascii")
    assert opened(ground) == (["J204"], True)
    assert named(ground) == {("J204", None)}


def test_an_older_checkpoint_is_compared_with_the_beginning(ground: Ground) -> None:
    with ground.open() as journal:
        leaves = journal.leaves()
    write_checkpoint(ground.checkpoint, Checkpoint(7, root(leaves[:6])))
    assert named(ground) == {("J204", None)}
    write_checkpoint(ground.checkpoint, Checkpoint(7, root(leaves[:7])))
    assert named(ground) == set()
    assert opened(ground) == ([], False)
    write_checkpoint(ground.checkpoint, Checkpoint(7, root(leaves[:6])))
    assert opened(ground) == (["J204"], True)


def test_a_head_that_contradicts_itself_opens_read_only(ground: Ground) -> None:
    ground.tamper("UPDATE head SET peaks = ?", bytes(64))
    assert opened(ground) == (["J204"], True)
    assert ("J204", None) in named(ground)


def test_a_missing_checkpoint_is_only_a_warning(ground: Ground) -> None:
    ground.checkpoint.unlink()
    assert named(ground) == {("J208", None)}
    assert verified(ground).ok


def test_an_append_during_the_reading_does_not_disturb_it(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    with ground.open() as journal, ground.open() as other:

        def slow_head() -> Head:
            found = head_now()
            other.append([make_act(11)], moment=MOMENT, by="other")
            return found

        head_now = journal.store.head
        monkeypatch.setattr(journal.store, "head", slow_head)
        answer = verify(journal)
    assert (answer.problems, answer.size) == ((), 10)
