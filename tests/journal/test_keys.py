"""Keys: how they are written, where they lie, and what each kind signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.journal.keys import (
    PublicKey,
    make_keys,
    parse_private_key,
    parse_vkey,
    read_keys,
    read_vkeys,
    write_keys,
)
from servanda.journal.notes import Note, parse_note, signed_by
from tests.journal.test_notes import SKEY, VKEY

VECTORS = Path(__file__).parent / "vectors"
# transparency-dev/formats, note/note_cosigv1_test.go: the key of a real witness.
WITNESS = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
TEXT = "test\n123\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n"


def test_the_key_of_a_real_witness_is_read_and_written() -> None:
    key = parse_vkey(WITNESS)
    assert key is not None
    assert (key.name, key.kind, str(key)) == ("remora.n621.de", 4, WITNESS)


def test_a_checkpoint_that_another_implementation_signed_with_ml_dsa_verifies() -> None:
    # FiloSottile/torchwood, cmd/litewitness/testdata/mldsa.txt: the log's key, and what it signed.
    key = parse_vkey((VECTORS / "mldsa-log.vkey").read_text(encoding="ascii").strip())
    note = parse_note((VECTORS / "mldsa-request.txt").read_text(encoding="utf-8").partition("\n\n")[2])
    assert key is not None
    assert note is not None
    assert key.kind == 6
    assert signed_by(note, [key]) == (key,)
    assert signed_by(Note(note.text.replace("\n1\n", "\n2\n"), note.signatures), [key]) == ()


def test_no_mangled_key_is_taken() -> None:
    # As Go's sumdb/note tests it: every part, and every letter raised by one.
    parts = {VKEY[start:end] for start in range(len(VKEY)) for end in range(start + 1, len(VKEY) + 1)} - {VKEY}
    raised = {VKEY[:at] + chr(ord(VKEY[at]) + 1) + VKEY[at + 1 :] for at in range(len(VKEY))}
    assert [text for text in parts | raised if parse_vkey(text)] == []


@pytest.mark.parametrize(
    "text", ["", "x", SKEY[:-4], SKEY.replace("c74f20a3", "c74f20a4"), SKEY.replace("PRIVATE+", "")]
)
def test_no_mangled_private_key_is_taken(text: str) -> None:
    assert parse_private_key(text) is None


@pytest.mark.parametrize("role", ["log", "witness"])
def test_both_keys_of_a_role_sign_a_checkpoint_and_nothing_close_to_it(role) -> None:
    for key in make_keys("example.org/a", role):
        signature = key.sign(TEXT, 1_700_000_000).value
        assert key.public.verifies(TEXT, signature)
        assert not key.public.verifies(TEXT.replace("123", "124"), signature)
        assert not key.public.verifies(TEXT, signature[:-1] + bytes([signature[-1] ^ 1]))
        assert not key.public.verifies(TEXT, signature[:5])
        assert not key.public.verifies(TEXT, b"")


def test_a_cosignature_is_bound_to_its_time() -> None:
    for key in make_keys("example.org/w", "witness"):
        signature = key.sign(TEXT, 1_700_000_000).value
        assert signature[:8] == (1_700_000_000).to_bytes(8, "big")
        assert not key.public.verifies(TEXT, (1_800_000_000).to_bytes(8, "big") + signature[8:])
        assert not key.public.verifies(TEXT, b"\xff" * 8 + signature[8:])


def test_ml_dsa_binds_the_name_and_signs_no_extension_lines() -> None:
    ed, ml = make_keys("example.org/w", "witness")
    other = PublicKey("example.org/v", ml.kind, ml.public.key)
    assert not other.verifies(TEXT, ml.sign(TEXT, 5).value)
    assert ed.public.verifies(f"{TEXT}more\n", ed.sign(f"{TEXT}more\n", 5).value)
    with pytest.raises(ValueError, match="checkpoints only"):
        ml.sign(f"{TEXT}more\n", 5)


def test_a_witness_key_signs_no_other_text() -> None:
    for key in make_keys("example.org/w", "witness"):
        with pytest.raises(ValueError, match="checkpoints only"):
            key.sign("I owe you a hundred\n", 5)


def test_a_key_file_is_its_owners_alone_and_is_never_written_over(tmp_path: Path) -> None:
    path, keys = tmp_path / "below" / "servanda.key", make_keys("example.org/a", "log")
    assert write_keys(path, keys) is None
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_keys(path) == (keys, None)
    problem = write_keys(path, make_keys("example.org/a", "log"))
    assert problem is not None
    assert problem.code == "J302"
    assert read_keys(path)[0] == keys


def test_a_key_file_that_others_may_read_is_not_used(tmp_path: Path) -> None:
    write_keys(tmp_path / "k", make_keys("example.org/a", "log"))
    (tmp_path / "k").chmod(0o640)
    keys, problem = read_keys(tmp_path / "k")
    assert keys == ()
    assert problem is not None
    assert problem.code == "J302"


@pytest.mark.parametrize("text", ["", "no key\n", f"{SKEY}\nno key\n"])
def test_a_file_that_holds_no_keys_is_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "k").write_text(text)
    (tmp_path / "k").chmod(0o600)
    assert read_keys(tmp_path / "k")[1].code == "J302"
    assert read_keys(tmp_path / "none")[1].code == "J302"


def test_a_private_key_does_not_show_itself() -> None:
    key = parse_private_key(SKEY)
    assert repr(key) == "PrivateKey('PeterNeumann', 1)"


def test_every_text_that_is_no_public_key_is_told() -> None:
    keys, problems = read_vkeys([VKEY, "no key", WITNESS[:-1]])
    assert [str(key) for key in keys] == [VKEY]
    assert [problem.code for problem in problems] == ["J301", "J301"]
