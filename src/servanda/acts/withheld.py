"""Texts that are withheld: the act holds a commitment in their place, and the text lies outside of the journal.

A commitment is the SHA-256 of a salt of 32 random bytes and the text. Without the salt nobody can guess the text, not
even where it is one of a few; with salt and text anybody can check that it is the one that was meant. When both are
erased the commitment stays, and with it every hash and proof of the journal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any
from unicodedata import normalize

from servanda.words.phrases import WITHHELD

# How a person marks a text that must not be entered in clear.
MARK = "confidential: "
# What pages, exports and heads of acts say in the place of a commitment.
SHOWN = str(WITHHELD)
SALT = 32
# The fields that nothing is computed from. Who acted, what was done and when are never withheld.
FIELDS = frozenset(
    {
        "addressee",
        "brackets",
        "content",
        "evidence",
        "note",
        "passage",
        "person",
        "place",
        "rank",
        "reason",
        "sender",
        "words",
    }
)
_PREFIX = "withheld:sha256:"
_COMMITMENT = re.compile(rf"{_PREFIX}[0-9a-f]{{64}}")


def commitment_to(text: str, salt: bytes) -> str:
    """Commit to a text, in NFC, by a salt."""
    if len(salt) != SALT:
        raise ValueError(f"a salt has {SALT} bytes")
    return _PREFIX + sha256(salt + normalize("NFC", text).encode()).hexdigest()


def is_commitment(text: str) -> bool:
    """Tell whether a text is a commitment to another."""
    return bool(_COMMITMENT.fullmatch(text))


def looks_withheld(text: str) -> bool:
    """Tell whether a text begins as a commitment, whether or not it is a whole one."""
    return text.startswith(_PREFIX)


def may_withhold(data: bytes) -> bool:
    """Tell quickly whether canonical bytes may hold a commitment."""
    return _PREFIX.encode() in data


def texts_of(act: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Walk through the strings of an act's JSON values, each with the name of its field."""
    if isinstance(act, str):
        yield name, act
    elif isinstance(act, dict):
        for key, value in act.items():
            yield from texts_of(value, key)
    elif isinstance(act, list | tuple):
        for value in act:
            yield from texts_of(value, name)


def with_texts(act: Any, change: Callable[[str], str]) -> Any:
    """Give an act's JSON values with every string changed."""
    if isinstance(act, str):
        return change(act)
    if isinstance(act, dict):
        return {key: with_texts(value, change) for key, value in act.items()}
    return [with_texts(value, change) for value in act] if isinstance(act, list | tuple) else act


def as_shown(act: dict[str, Any]) -> dict[str, Any]:
    """Give an act's JSON values as pages may show them; the same object where nothing is withheld."""
    if not any(is_commitment(text) for _name, text in texts_of(act)):
        return act
    shown = with_texts(act, lambda text: SHOWN if is_commitment(text) else text)
    assert isinstance(shown, dict)
    return shown
