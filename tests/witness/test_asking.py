"""Asking: what a witness answers is believed only as far as it was verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.witness import Answer, House, ask
from tests.witness.logs import Log, asked, witness_of

LOG = Log()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return witness_of(LOG, tmp_path)


def keys(house: House) -> list:
    return [key.public for key in house.keys]


def test_the_size_that_the_witness_names_is_asked_from(house: House) -> None:
    sizes = []

    def post(data: bytes) -> Answer:
        sizes.append(data.split(b"\n")[0])
        return asked(house, data)

    assert ask(post, LOG.note(5), LOG.tree(5), keys(house)).problem is None
    assert ask(post, LOG.note(9), LOG.tree(9), keys(house)).problem is None
    assert sizes == [b"old 0", b"old 0", b"old 5"]


def test_a_journal_written_anew_learns_that_the_witness_refuses(house: House) -> None:
    ask(lambda data: asked(house, data), LOG.note(5), LOG.tree(5), keys(house))
    fork = Log(LOG.keys, fork=1)
    found = ask(lambda data: asked(house, data), fork.note(9), fork.tree(9), keys(house))
    assert found.signatures == ()
    assert "refused with 422" in found.problem.message
    found = ask(lambda data: asked(house, data), fork.note(5), fork.tree(5), keys(house))
    assert "refused with 409" in found.problem.message


def test_a_journal_that_was_cut_learns_it_from_the_witness(house: House) -> None:
    ask(lambda data: asked(house, data), LOG.note(9), LOG.tree(9), keys(house))
    found = ask(lambda data: asked(house, data), LOG.note(5), LOG.tree(5), keys(house))
    assert found.size == 9
    assert "more than this journal has" in found.problem.message


def test_a_cosignature_of_another_key_is_none(house: House, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    impostor = witness_of(LOG, tmp_path / "b")
    found = ask(lambda data: asked(impostor, data), LOG.note(5), LOG.tree(5), keys(house))
    assert (found.signatures, found.problem.code) == ((), "J303")


@pytest.mark.parametrize("body", ["", "hello\n", "— x y\n", "9" * 70])
def test_an_answer_that_is_none_is_a_problem(house: House, body: str) -> None:
    for status in (200, 403, 409, 500):
        found = ask(lambda _data, status=status: Answer(status, body), LOG.note(5), LOG.tree(5), keys(house))
        assert found.signatures == ()
        assert found.problem is not None


def test_a_cosignature_of_another_checkpoint_is_none(house: House) -> None:
    other = asked(house, LOG.request(0, 4))
    found = ask(lambda _data: other, LOG.note(5), LOG.tree(5), keys(house))
    assert found.problem.code == "J303"
