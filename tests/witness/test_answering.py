"""The witness answers with the status codes of the specification, and never goes back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from servanda.journal.checkpoint import Checkpoint
from servanda.journal.heads import Heads
from servanda.journal.keys import parse_vkey
from servanda.journal.notes import Note, parse_signatures, signed_by
from servanda.witness import House
from tests.journal.test_keys import VECTORS
from tests.witness.logs import TIME, Log, asked, witness_of

LOG = Log()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return witness_of(LOG, tmp_path)


def statuses(house: House, *requests: bytes) -> list[int]:
    return [asked(house, request).status for request in requests]


def test_a_checkpoint_that_continues_the_last_one_is_cosigned(house: House) -> None:
    for old, size in [(0, 5), (5, 5), (5, 9), (9, 300), (300, 301)]:
        given = asked(house, LOG.request(old, size))
        assert given.status == 200
        lines = parse_signatures(given.body)
        assert lines is not None
        note = Note(LOG.note(size).text, lines)
        assert signed_by(note, [key.public for key in house.keys]) == tuple(key.public for key in house.keys)
        assert {line.value[:8] for line in lines} == {TIME.to_bytes(8, "big")}
        assert house.heads.last("example.org/treaties").size == size


def test_another_implementations_request_is_answered(tmp_path: Path) -> None:
    # FiloSottile/torchwood, cmd/litewitness/testdata/mldsa.txt: its witness answers it with 200.
    key = parse_vkey((VECTORS / "mldsa-log.vkey").read_text().strip())
    house = House(witness_of(LOG, tmp_path).keys, (key,), Heads(tmp_path / "heads.db"))
    assert asked(house, (VECTORS / "mldsa-request.txt").read_bytes()).status == 200


def test_who_asks_from_another_size_is_told_the_size(house: House) -> None:
    assert statuses(house, LOG.request(0, 5)) == [200]
    for old in (0, 4):
        given = asked(house, LOG.request(old, 9))
        assert (given.status, given.body, given.content_type) == (409, "5\n", "text/x.tlog.size")


def test_one_size_with_another_root_is_a_conflict(house: House) -> None:
    assert statuses(house, LOG.request(0, 5)) == [200]
    fork = Log(LOG.keys, fork=2)
    assert statuses(house, fork.request(5, 5)) == [409]


def test_an_operator_who_rewrites_the_whole_journal_is_caught_by_one_witness(house: House) -> None:
    # The operator has all keys and writes every entry anew from the third on, as many as he likes.
    assert statuses(house, LOG.request(0, 5)) == [200]
    rewritten = Log(LOG.keys, fork=2)
    assert statuses(house, rewritten.request(5, 9)) == [422]
    assert house.heads.last("example.org/treaties") == Checkpoint(5, LOG.tree(5).root(), "example.org/treaties")


def test_a_journal_that_was_cut_is_told_how_long_it_was(house: House) -> None:
    assert statuses(house, LOG.request(0, 9)) == [200]
    given = asked(house, LOG.request(5, 5))
    assert (given.status, given.body) == (409, "9\n")


def test_a_proof_that_proves_nothing_is_refused(house: House) -> None:
    assert statuses(house, LOG.request(0, 5)) == [200]
    good = LOG.request(5, 9).decode()
    first = good.split("\n")[1]
    assert statuses(house, good.replace(f"{first}\n", "", 1).encode()) == [422]
    assert statuses(house, good.replace(first, "A" * 43 + "=", 1).encode()) == [422]
    assert statuses(house, good.encode()) == [200]


def test_an_unknown_log_and_a_key_that_is_not_its_own_are_refused(house: House) -> None:
    assert statuses(house, Log().request(0, 5)) == [403]
    stranger = House(house.keys, (), house.heads)
    assert statuses(stranger, LOG.request(0, 5)) == [404]
    assert house.heads.last("example.org/treaties") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("old 5", "old 05"),
        ("old 5", "old 10"),
        ("old 5", "OLD 5"),
        ("old 5", "old 0"),
        ("\n\nexample", "\nexample"),
        ("=\n", "\n"),
        ("example.org/treaties\n9", "example.org/treaties\n09"),
    ],
)
def test_what_is_no_request_is_a_bad_request(house: House, old: str, new: str) -> None:
    request = LOG.request(5, 9).decode()
    assert old in request
    assert statuses(house, request.replace(old, new, 1).encode()) == [400]


def test_bytes_that_are_no_text_or_too_many_are_a_bad_request(house: House) -> None:
    assert statuses(house, b"", b"\xff", b"old 0\n\n" + b"x" * 70_000) == [400, 400, 400]
    lines = "A" * 43 + "=\n"
    assert statuses(house, LOG.request(5, 9).replace(b"old 5\n", b"old 5\n" + lines.encode() * 64)) == [400]


def test_the_race_of_the_specification_does_not_roll_the_witness_back(house: House) -> None:
    # C2SP tlog-witness: request A (size N) is checked, B (N + K) is checked and stored, and A must not be stored over
    # it. The judge of A is held until B is under way: with one transaction B cannot be stored in between.
    assert statuses(house, LOG.request(0, 5)) == [200]
    entered, given = threading.Event(), {}

    def slow(last: Checkpoint | None) -> bool:
        entered.set()
        other.join(0.3)  # B does not end while A has the record
        given["seen by A"] = last.size
        return last.size == 5

    def first() -> None:
        head = Checkpoint(7, LOG.tree(7).root(), "example.org/treaties")
        given["A"] = house.heads.replace(head, "", slow)

    def second() -> None:
        entered.wait(5)
        given["B"] = asked(house, LOG.request(5, 9)).status

    one, other = threading.Thread(target=first), threading.Thread(target=second)
    other.start()
    one.start()
    one.join()
    other.join()
    assert given == {"seen by A": 5, "A": True, "B": 409}
    assert house.heads.last("example.org/treaties").size == 7


def test_of_many_requests_at_once_each_size_is_cosigned_once_and_the_record_only_grows(house: House) -> None:
    assert statuses(house, LOG.request(0, 5)) == [200]
    requests = [LOG.request(5, size) for size in range(6, 14)]
    given: list[int] = []
    threads = [threading.Thread(target=lambda one=one: given.append(asked(house, one).status)) for one in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == [200] + [409] * 7
