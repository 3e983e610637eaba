"""What always holds of canonical bytes, of the tree and of the journal."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unicodedata import normalize

import rfc8785
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.acts.canonical import canonical, read_canonical
from servanda.journal import Journal, open_journal, verify
from servanda.journal.merkle import Frontier, leaf_hash, root
from servanda.journal.proofs import prove_consistency, prove_inclusion, verify_consistency, verify_inclusion
from servanda.journal.tiles import leaf_nodes
from tests.journal.helpers import MOMENT, replace_data

DISK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

texts = st.text(max_size=12)
keys = st.text(st.characters(max_codepoint=127), max_size=6)
atoms = st.none() | st.booleans() | st.integers(1 - 2**53, 2**53 - 1) | texts
values = st.recursive(atoms, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4))
acts = st.dictionaries(keys, values, max_size=4)
batches = st.lists(st.lists(acts, max_size=4), min_size=1, max_size=4)
leaves = st.lists(st.binary(max_size=3).map(leaf_hash), min_size=1, max_size=40)


@contextmanager
def journal_of(entered: list[list[dict[str, Any]]]) -> Iterator[Journal]:
    with tempfile.TemporaryDirectory() as folder:
        journal, problems = open_journal(f"{folder}/servanda.db", create=True)
        assert journal is not None
        assert problems == []
        with journal:
            for batch in entered:
                assert journal.append(batch, moment=MOMENT, by="clerk").problems == ()
            yield journal


def in_nfc(value: Any) -> Any:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [in_nfc(item) for item in value]
    return {key: in_nfc(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(values)
def test_canonical_bytes_are_those_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(in_nfc(value))


@given(values)
def test_canonical_bytes_pass_the_gate_and_mean_the_same(value: Any) -> None:
    assert read_canonical(canonical(value)) == (in_nfc(value), None)


@given(st.binary(max_size=30) | values.map(canonical))
def test_whatever_passes_the_gate_is_its_own_canonical_form(data: bytes) -> None:
    value, problem = read_canonical(data)
    assert problem is not None or canonical(value) == data


@given(leaves, st.integers(0, 40))
def test_a_tree_grown_in_two_steps_is_the_tree_grown_in_one(hashes: list[bytes], at: int) -> None:
    grown = Frontier().extended(hashes[:at]).extended(hashes[at:])
    assert grown == Frontier().extended(hashes)
    assert grown.root() == root(hashes)
    assert len(grown.peaks) == grown.size.bit_count()


@given(leaves, st.data())
def test_a_proof_shows_its_leaf_and_no_other(hashes: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(hashes) - 1))
    proof, top = prove_inclusion(leaf_nodes(hashes), index, len(hashes)), root(hashes)
    assert verify_inclusion(hashes[index], index, len(hashes), proof, top)
    assert not verify_inclusion(leaf_hash(b"another"), index, len(hashes), proof, top)


@given(leaves, st.data())
def test_a_proof_of_consistency_shows_the_older_tree_and_no_other(hashes: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(0, len(hashes)))
    proof = prove_consistency(leaf_nodes(hashes), old, len(hashes))
    older, newer = root(hashes[:old]), root(hashes)
    assert verify_consistency(old, older, len(hashes), newer, proof)
    assert not verify_consistency(old, leaf_hash(b"another"), len(hashes), newer, proof)
    assert not verify_consistency(old, older, len(hashes), newer, (*proof, older))


@given(leaves, st.data())
def test_a_changed_leaf_changes_the_root(hashes: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(hashes) - 1))
    changed = [*hashes[:index], leaf_hash(b"another"), *hashes[index + 1 :]]
    assert root(changed) != root(hashes)


@DISK
@given(batches, st.lists(acts, max_size=4))
def test_append_never_changes_an_earlier_byte(before: list[list[dict[str, Any]]], more: list[Any]) -> None:
    with journal_of(before) as journal:
        earlier = [entry.data for entry in journal.entries()]
        journal.append(more, moment=MOMENT, by="other")
        assert [entry.data for entry in journal.entries()][: len(earlier)] == earlier
        assert verify(journal).problems == ()


@DISK
@given(batches)
def test_entering_everything_again_enters_nothing(entered: list[list[dict[str, Any]]]) -> None:
    with journal_of(entered) as journal:
        size, top = journal.size, journal.root()
        again = journal.append([act for batch in entered for act in batch], moment=MOMENT, by="other")
        assert (again.numbers, again.already) == ((), sum(map(len, entered)))
        assert (journal.size, journal.root()) == (size, top)


@DISK
@given(batches, st.integers(-1, 20))
def test_known_by_a_number_gives_the_first_so_many(entered: list[list[dict[str, Any]]], number: int) -> None:
    with journal_of(entered) as journal:
        whole = list(journal.entries())
        assert list(journal.entries(number)) == whole[: max(number, 0)]
        assert [entry.number for entry in whole] == list(range(1, journal.size + 1))


@DISK
@given(st.data(), st.integers(1, 255))
def test_any_flipped_byte_of_an_entry_is_found_and_its_entry_named(data: st.DataObject, flip: int) -> None:
    with journal_of([[{"kind": "note", "text": text} for text in ("один", "two", "three")]]) as journal:
        entry = data.draw(st.sampled_from(list(journal.entries())))
        at = data.draw(st.integers(0, len(entry.data) - 1))
        changed = entry.data[:at] + bytes([entry.data[at] ^ flip]) + entry.data[at + 1 :]
        database = Path(journal.checkpoint_path).with_suffix("")
        replace_data(database, entry.number, changed)
        answer = verify(journal)
        assert not answer.ok
        assert ("J201", entry.number) in {(finding.code, finding.entry) for finding in answer.problems}
