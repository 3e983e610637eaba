"""`servanda bench trust` says what it tried; its times are its machine's."""

from __future__ import annotations

import json

from servanda.cli.bench import TRUST_LABELS
from tests.cli.league import run


def test_every_proof_made_was_checked_and_refused_for_another_entry():
    found = json.loads(run("bench", "trust", "--entries", "1000", "--proofs", "20", "--json").output)
    assert (found["entries"], found["proofs"], found["refused"], found["hashes"]) == (1000, 20, 20, 10)
    assert set(found) == set(TRUST_LABELS)
    assert all(found[name] > 0 for name in set(found) - {"grow_s"})


def test_the_terminal_says_the_same():
    output = run("bench", "trust", "--entries", "300", "--proofs", "3").output
    assert [line for line in output.splitlines() if line.startswith("entries in the tree") and line.endswith("300")]
    assert len(output.splitlines()) == len(TRUST_LABELS)
