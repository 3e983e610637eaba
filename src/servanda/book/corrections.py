"""Entries corrected and struck: what is left of the acts when the record's own mistakes are taken out.

A correcting act names the head of the act that it corrects (`2020-12-18 sign cis-2020-concept UZ`), perhaps with only
some of its actors, and must match exactly one act.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from servanda.acts import Act
from servanda.acts.form import form_of
from servanda.acts.keeping import CorrectEntry, Prefer, StrikeEntry
from servanda.book.held import Held
from servanda.problems import Problem
from servanda.text import print_head, read_head


def correct(entered: Iterable[Held]) -> tuple[list[Held], list[Problem]]:
    """The acts that remain, in order, and the corrections that match nothing or too much."""
    kept: list[Held] = []
    problems: list[Problem] = []
    for one in entered:
        if isinstance(one.act, StrikeEntry):
            _strike(kept, one, one.act.head, problems)
        elif isinstance(one.act, CorrectEntry):
            _reread(kept, one, one.act, problems)
        elif isinstance(one.act, Prefer):
            _strike(kept, one, one.act.other, problems)
        kept.append(one)
    return kept, problems


def _strike(kept: list[Held], one: Held, head: str, problems: list[Problem]) -> Held | None:
    """Take the actors of the head out of the one act it matches; gives that act as it stood."""
    named = read_head(head)
    if named is None:
        problems.append(Problem("B301", f'"{head}" is not the head line of an act', one.place))
        return None
    matches = [index for index, other in enumerate(kept) if _is_meant(other.act, named)]
    if len(matches) != 1:
        problems.append(_not_one(head, len(matches), one))
        return None
    index = matches[0]
    meant = kept[index]
    left = tuple(sorted(set(meant.act.actors) - set(named.actors)))
    if left:
        kept[index] = replace(meant, act=msgspec.structs.replace(meant.act, by=left))
    else:
        del kept[index]
    return meant


def _not_one(head: str, count: int, one: Held) -> Problem:
    if count == 0:
        return Problem("B301", f'no act has the head "{head}"', one.place, "the head must be written as in the record")
    return Problem("B302", f'{count} acts have the head "{head}"', one.place, "name a head that only one act has")


def _reread(kept: list[Held], one: Held, act: CorrectEntry, problems: list[Problem]) -> None:
    """Strike an act and put in its place the same act with another head."""
    reads = read_head(act.reads)
    if reads is None:
        problems.append(Problem("B301", f'"{act.reads}" is not the head line of an act', one.place))
        return
    meant = _strike(kept, one, act.head, problems)
    if meant is None:
        return
    names = [field.name for field in form_of(type(meant.act)).below]
    kept_names = names if type(reads) is type(meant.act) else [name for name in names if name in Act.__struct_fields__]
    below = {name: getattr(meant.act, name) for name in kept_names}
    kept.append(Held(msgspec.structs.replace(reads, **below), meant.id, one.number, one.moment))


def _is_meant(act: Act, named: Act) -> bool:
    """Tell whether an act has the head, or has it when only the head's actors are left."""
    if type(act) is not type(named) or act.on != named.on or act.object != named.object:
        return False
    if isinstance(getattr(act, "by", None), tuple):
        if not set(named.actors) <= set(act.actors) or bool(named.actors) != bool(act.actors):
            return False
        act = msgspec.structs.replace(act, by=named.actors)
    return print_head(act) == print_head(named)
