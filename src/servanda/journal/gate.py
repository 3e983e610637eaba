"""The gate: what an act must be before it is entered, looked at once and in the thread of whoever brings it.

Behind the gate nobody looks again: an entry is the bytes that were admitted, and verification checks their hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from unicodedata import category, name

from servanda.acts import KINDS, VERBS, form_of
from servanda.acts.base import Shape
from servanda.acts.canonical import canonical
from servanda.problems import Problem

# Stored acts say their kind; a verb of a kind that has several means is taken for the kind as well.
_KINDS = VERBS | {str(kind.__struct_config__.tag): kind for kind in KINDS}
_NAMED = {Shape.NAME, Shape.NAMES, Shape.PARTY, Shape.PARTIES}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_+'-]*", re.ASCII)
# Controls, and what has no width or turns the writing: two names that look alike must be one.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def admit(acts: Sequence[Mapping[str, Any]], by: str) -> tuple[tuple[bytes, ...], list[Problem]]:
    """Write acts in their canonical bytes; problem J110 for each name that can be taken for another.

    Raises NotCanonical for an act that has no canonical form.
    """
    problems = [problem for act in acts for problem in _misleading(act)]
    if _is_misleading(by):
        problems.append(_problem(by, "who enters"))
    return tuple([canonical(dict(act)) for act in acts]), problems


def _misleading(act: Mapping[str, Any]) -> Iterator[Problem]:
    kind = act.get("kind")
    for field in _names_of(kind) if isinstance(kind, str) else ():
        value = act.get(field)
        for text in value if isinstance(value, list | tuple) else (value,):
            if isinstance(text, str) and text and not _NAME.fullmatch(text):
                yield _problem(text, f"'{field}' of a {kind}")


@cache
def _names_of(verb: str) -> tuple[str, ...]:
    """The fields of a kind of act that hold names of things and parties; none for what is no known kind."""
    kind = _KINDS.get(verb)
    if kind is None:
        return ()
    form = form_of(kind)
    fields = (*(part.field for part in form.head), *form.below)
    return tuple(field.name for field in fields if field.shape in _NAMED)


@cache
def _is_misleading(text: str) -> bool:
    """Tell whether a person's name holds what is not seen, or letters of two scripts in one word."""
    if any(category(letter) in _UNSEEN for letter in text):
        return True
    return any(len(_scripts(word)) > 1 for word in re.split(r"[\W\d_]+", text))


def _scripts(word: str) -> set[str]:
    return {name(letter, "?").split()[0] for letter in word if letter.isalpha()}


def _problem(text: str, where: str) -> Problem:
    message = f"the name {text!a} ({where}) can be taken for another"
    return Problem("J110", message, hint="names of things are ASCII; a person's name is in letters of one script")
