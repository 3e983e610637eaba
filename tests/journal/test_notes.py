"""Signed notes: the vectors of Go's sumdb/note, and what is refused."""

from __future__ import annotations

import pytest

from servanda.journal.keys import make_keys, parse_private_key, parse_vkey
from servanda.journal.notes import Note, parse_note, parse_signature, signed_by

# golang.org/x/mod/sumdb/note, note_test.go: the key, the note and its signature.
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
NOTE = f"{TEXT}\n{LINE}"


def note_of(text: str) -> Note:
    note = parse_note(text)
    assert note is not None
    return note


def test_the_known_key_signs_the_known_note() -> None:
    key = parse_private_key(SKEY)
    assert key is not None
    assert str(key.public) == VKEY
    assert str(Note(TEXT, (key.sign(TEXT),))) == NOTE


def test_the_known_note_is_signed_by_the_known_key() -> None:
    key = parse_vkey(VKEY)
    assert key is not None
    assert signed_by(note_of(NOTE), [key]) == (key,)
    assert str(note_of(NOTE)) == NOTE


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        f"{TEXT}\n",
        f"{TEXT}\n{LINE}"[:-1],
        f"{TEXT}\n{LINE}x",
        f"{TEXT}{LINE}",
        f"{TEXT}\n{LINE}\n",
        NOTE.replace("—", "-"),
        NOTE.replace("— ", "—"),
        NOTE.replace("PeterNeumann", "Peter+Neumann"),
        NOTE.replace("— PeterNeumann", "— "),
        NOTE.replace("x08go/", "x08go*"),
        NOTE.replace(LINE, "— PeterNeumann x08gow==\n"),
        NOTE.replace("If", "I\tf"),
        NOTE.replace("\n", "\r\n"),
        f"{TEXT}\n{LINE * 101}",
        f"{'x' * 1_000_000}\n\n{LINE}",
    ],
)
def test_what_is_no_note_is_refused(text: str) -> None:
    assert parse_note(text) is None


def test_a_note_may_have_many_signatures_and_empty_lines_in_its_text() -> None:
    note = note_of(f"one\n\ntwo\n\n{LINE * 16}")
    assert note.text == "one\n\ntwo\n"
    assert len(note.signatures) == 16


def test_a_changed_text_is_signed_by_nobody() -> None:
    key = parse_vkey(VKEY)
    assert key is not None
    assert signed_by(note_of(NOTE.replace("problem is", "problem Is")), [key]) == ()


def test_signatures_of_unknown_keys_are_passed_over_also_under_a_known_name() -> None:
    known, stranger = make_keys("example.org/a", "log")[0], make_keys("example.org/a", "log")[0]
    note = Note(TEXT, (stranger.sign(TEXT), known.sign(TEXT)))
    assert signed_by(note, [known.public]) == (known.public,)
    assert signed_by(Note(TEXT, (stranger.sign(TEXT),)), [known.public]) == ()


def test_one_false_signature_of_a_known_key_spoils_the_note() -> None:
    first, second = make_keys("example.org/a", "log")[0], make_keys("example.org/b", "log")[0]
    note = Note(TEXT, (first.sign(TEXT), second.sign("another\n")))
    assert signed_by(note, [first.public]) == (first.public,)
    assert signed_by(note, [first.public, second.public]) == ()


def test_base64_has_one_form() -> None:
    line = LINE.strip()
    assert parse_signature(line) is not None
    assert parse_signature(line.replace("nAM=", "nAN=")) is None


def test_a_new_signature_of_a_key_takes_the_place_of_its_old_one() -> None:
    key = make_keys("example.org/w", "witness")[0]
    text = "example.org/a\n1\n" + "A" * 43 + "=\n"
    note = Note(text, (key.sign(text, 1),)).with_signatures([key.sign(text, 2)])
    assert len(note.signatures) == 1
    assert note.signatures[0].value[:8] == (2).to_bytes(8, "big")
