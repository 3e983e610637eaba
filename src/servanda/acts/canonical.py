"""The canonical bytes of a JSON-like value: one meaning, one byte string.

A canonical value is made of dict, list, str, int, bool and None; it is written as UTF-8 JSON without white
space, with sorted ASCII keys, strings in NFC, integers of a magnitude below 2**53 and no floats. Under these
rules the bytes are those of RFC 8785 (JSON Canonicalization Scheme): floats, keys beyond ASCII and great
integers are what it makes hard.
"""

from __future__ import annotations

import hashlib
from typing import Any
from unicodedata import is_normalized, normalize

import msgspec

from servanda.problems import Problem

# A limit of our own, so that no interpreter's stack decides what a journal may hold.
DEEPEST = 64
GREATEST = 2**53

_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder().decode


class NotCanonical(ValueError):
    """The value has no canonical form, by an error of the program; the message says which part of it."""


def canonical(value: object) -> bytes:
    """Write a value in its canonical form; its strings are brought to NFC.

    Raises NotCanonical for a float, another type, a key that is not ASCII, a great integer, a lone surrogate,
    or a value nested more than DEEPEST deep. RFC 8785, sections 3.1 and 3.2.
    """
    try:
        return _encode(value if _is_nfc(value) else _in_nfc(value))
    except UnicodeEncodeError as error:
        raise NotCanonical(f"a string holds half of a character: {error.reason}") from error


def read_canonical(data: bytes) -> tuple[object | None, Problem | None]:
    """Read bytes, if they are their own canonical form; otherwise the problem is J101.

    This one comparison refuses duplicate keys, floats, white space, escapes that are not needed, strings not
    in NFC, unsorted keys and great integers: no two byte strings with one meaning are both accepted.
    """
    try:
        value = _decode(data)
        expected = canonical(value)
    except (ValueError, RecursionError) as error:
        return None, _not_canonical(str(error))
    if expected != data:
        return None, _not_canonical(_difference(expected, data))
    return value, None


def act_id(data: bytes) -> str:
    """Name an act by the SHA-256 of its canonical bytes, in 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _is_nfc(value: object) -> bool:
    """Check every part of a value, level by level, and tell whether all strings are in NFC already.

    Types are compared exactly, as a subclass may write itself otherwise.
    """
    level: list[Any] = [value]
    result = True
    for _ in range(DEEPEST + 1):
        below: list[Any] = []
        for item in level:
            kind = type(item)
            if kind is str:
                result = result and (item.isascii() or is_normalized("NFC", item))
            elif kind is dict:
                _require_ascii_keys(item)
                below += item.values()
            elif kind is list or kind is tuple:
                below += item
            else:
                _require_atom(item)
        if not below:
            return result
        level = below
    raise NotCanonical(f"the value is nested more than {DEEPEST} deep")


def _require_ascii_keys(item: dict[Any, Any]) -> None:
    try:
        if "".join(item).isascii():
            return
    except TypeError:
        pass
    raise NotCanonical(f"a key is not an ASCII string: {', '.join(map(repr, item))}")


def _require_atom(item: object) -> None:
    if item is None or item is True or item is False:
        return
    if type(item) is not int:
        raise NotCanonical(f"a {type(item).__name__} has no canonical form; write it as a string")
    if not -GREATEST < item < GREATEST:
        raise NotCanonical("an integer of 2**53 or more has no canonical form; write it as a string")


def _in_nfc(value: Any) -> Any:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, dict):
        return {key: _in_nfc(item) for key, item in value.items()}
    return [_in_nfc(item) for item in value] if isinstance(value, list | tuple) else value


def _not_canonical(why: str) -> Problem:
    return Problem("J101", f"the bytes are not canonical JSON: {why}", hint="see 'servanda explain J101'")


def _difference(expected: bytes, data: bytes) -> str:
    pairs = zip(expected, data, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(expected), len(data)))
    return f"they differ from their canonical form at byte {at}"
