"""The canonical form of values, and the gate that takes no other bytes."""

from __future__ import annotations

import hashlib

import pytest
import rfc8785

from servanda.acts.canonical import DEEPEST, NotCanonical, act_id, canonical, read_canonical

ACT = {"on": "2012-08-21", "kind": "complete", "of": "cis-2011-fta", "by": ["UA"], "note": "", "open": True}


def test_keys_are_sorted_and_nothing_stands_between() -> None:
    assert canonical({"b": [1, None, True], "a": {"d": "x", "c": -7}}) == (b'{"a":{"c":-7,"d":"x"},"b":[1,null,true]}')


def test_letters_of_every_language_stand_as_themselves() -> None:
    assert canonical({"name": "Соглашение"}) == '{"name":"Соглашение"}'.encode()


def test_strings_are_brought_to_nfc() -> None:
    assert canonical("e\u0301") == canonical("é") == '"é"'.encode()
    assert canonical({"a": ["e\u0301", "é"], "b": "é"}) == '{"a":["é","é"],"b":"é"}'.encode()


def test_control_characters_are_written_as_rfc_8785_writes_them() -> None:
    text = "".join(map(chr, range(0x300))) + "\u2028\u2029\ufeff\U0001f600/"
    assert canonical(text) == rfc8785.dumps(canonical_text(text))


def test_a_tuple_is_a_list() -> None:
    assert canonical(("BY", "UZ")) == canonical(["BY", "UZ"])


def test_the_greatest_integers_are_one_below_two_to_the_53rd() -> None:
    assert canonical([2**53 - 1, 1 - 2**53]) == b"[9007199254740991,-9007199254740991]"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (1.0, "a float has no canonical form"),
        ({"a": [float("nan")]}, "a float has no canonical form"),
        (2**53, "2**53"),
        (-(2**53), "2**53"),
        ({"é": 1}, "a key is not an ASCII string"),
        ({1: 1}, "a key is not an ASCII string"),
        ("\ud800", "half of a character"),
        (b"bytes", "a bytes has no canonical form"),
        ({1, 2}, "a set has no canonical form"),
    ],
)
def test_what_has_no_canonical_form_is_refused(value: object, why: str) -> None:
    with pytest.raises(NotCanonical) as caught:
        canonical(value)
    assert why in str(caught.value)


def test_depth_has_a_limit_that_no_stack_decides() -> None:
    assert canonical(nested(DEEPEST))
    with pytest.raises(NotCanonical):
        canonical(nested(DEEPEST + 1))


def test_the_gate_returns_what_canonical_bytes_mean() -> None:
    assert read_canonical(canonical(ACT)) == (ACT, None)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"a":1, "b":2}',
        b'{"b":1,"a":2}',
        b"[1.0]",
        b"1e3",
        b"-0",
        b"9007199254740992",
        b"1" * 5000,
        b'"\\u0041"',
        b'"\\/"',
        b'"\\ud800"',
        '"e\u0301"'.encode(),
        '{"é":1}'.encode(),
        b'"\xff"',
        b"\xef\xbb\xbf1",
        '"a"'.encode("utf-16"),
        b"NaN",
        b"",
        b"[1",
        b"1 ",
        b"1\n",
        b"[" * 100_000,
    ],
)
def test_the_gate_refuses_every_other_byte_string(data: bytes) -> None:
    value, problem = read_canonical(data)
    assert value is None
    assert problem is not None
    assert problem.code == "J101"


def test_an_act_is_named_by_the_sha_256_of_its_canonical_bytes() -> None:
    data = canonical(ACT)
    assert act_id(data) == hashlib.sha256(data).hexdigest()
    assert act_id(canonical(dict(reversed(ACT.items())))) == act_id(data)


def canonical_text(text: str) -> str:
    value, _ = read_canonical(canonical(text))
    assert isinstance(value, str)
    return value


def nested(depth: int) -> object:
    value: object = 0
    for _ in range(depth):
        value = [value]
    return value
