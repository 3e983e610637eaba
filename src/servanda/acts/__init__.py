"""The kinds of act: a closed union, each with its fields, its text form and an example."""

from __future__ import annotations

from functools import cache
from typing import Any, Union

import msgspec

from servanda.acts import (
    commitments,
    consent,
    declarations,
    depositary,
    documents,
    keeping,
    market,
    membership,
    monitoring,
    presidency,
    sessions,
)
from servanda.acts.base import Act, Cite
from servanda.acts.canonical import act_id, canonical
from servanda.acts.form import Form, form_of
from servanda.acts.proposal import Passage, Proposal

FAMILIES = (
    declarations,
    membership,
    sessions,
    documents,
    consent,
    depositary,
    presidency,
    commitments,
    monitoring,
    market,
    keeping,
)


__all__ = [
    "ANY_ACT",
    "FAMILIES",
    "KINDS",
    "VERBS",
    "Act",
    "Cite",
    "Form",
    "Passage",
    "Proposal",
    "act_id",
    "canonical",
    "form_of",
    "from_json",
    "identity",
    "read_day",
    "to_json",
]


def _kinds_of(family: Any) -> list[type[Act]]:
    """The kinds a family declares, in the order of its file."""
    found = [value for value in vars(family).values() if isinstance(value, type) and issubclass(value, Act)]
    return [kind for kind in found if kind is not Act and kind.__module__ == family.__name__]


KINDS: tuple[type[Act], ...] = tuple(kind for family in FAMILIES for kind in _kinds_of(family))
VERBS: dict[str, type[Act]] = {
    verb: kind for kind in KINDS for verb in (kind.VERBS or (str(kind.__struct_config__.tag),))
}

# The closed union as a type, for a decoder; made of values, so that no list of the kinds is written twice.
ANY_ACT: Any = Union[KINDS]  # noqa: UP007 - a union of a tuple

_BY_TAG: dict[object, type[Act]] = {kind.__struct_config__.tag: kind for kind in KINDS}


def to_json(act: Act) -> dict[str, Any]:
    """The act as plain JSON values, without what is at its default.

    The library leaves a word out only when it is the very object of the default, so words are compared here: an act
    has one identity, whether or not its text spells a default out.
    """
    values = dict(msgspec.to_builtins(act, enc_hook=str))
    for name, default in _default_words(type(act)):
        if values.get(name) == default:
            del values[name]
    return values


@cache
def _default_words(kind: type[Act]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind whose default is a word."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if isinstance(field.default, str) and field.default)


def from_json(value: object) -> Act:
    """The act of plain JSON values; raises msgspec.ValidationError when they are none."""
    kind = _BY_TAG.get(value.get("kind")) if isinstance(value, dict) else None
    if kind is None:
        raise msgspec.ValidationError("the value names no known kind of act")
    return msgspec.convert(value, type=kind, dec_hook=read_day)


def read_day(wanted: type[Any], value: Any) -> Any:
    """Read a day, the one type of a field that the library does not know."""
    return wanted.parse(value)


def identity(act: Act) -> str:
    """The id of an act: the SHA-256 of its canonical bytes, in hexadecimal."""
    return act_id(canonical(to_json(act)))
