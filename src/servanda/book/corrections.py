"""Entries corrected and struck: what is left of the acts when the record's own mistakes are taken out.

A correcting act names the head of the act that it corrects (`2020-12-18 sign cis-2020-concept UZ`), perhaps with only
some of its actors, and must match exactly one act. Where two acts have one head it names the entry (`entry 12`) or the
beginning of the act's id (`act 3f9c2a7e61d0`), and behind it, if it likes, some of the actors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from servanda.acts import Act
from servanda.acts.form import form_of
from servanda.acts.keeping import CorrectEntry, Prefer, StrikeEntry
from servanda.book.held import Held
from servanda.problems import Problem
from servanda.text import print_head, read_head

_CORRECTING = (CorrectEntry, StrikeEntry, Prefer)
_BY_NUMBER = re.compile(
    r"(?:entry (?P<number>[1-9][0-9]{0,15})|act (?P<id>[0-9a-f]{8,64}))(?P<actors>(?: \S+)*)", re.ASCII
)


def correct(entered: Iterable[Held]) -> tuple[list[Held], list[Problem]]:
    """The acts that remain, in order, and the corrections that match nothing or too much.

    A correction takes effect where it stands; one that matches nothing there is tried again at the end with the acts of
    the same load, so that the order of the files of a record does not matter.
    """
    kept: list[Held] = []
    problems: list[Problem] = []
    waiting: list[Held] = []
    for one in entered:
        if isinstance(one.act, _CORRECTING) and not _apply(kept, kept, one, problems):
            waiting.append(one)
        kept.append(one)
    for one in waiting:
        same = [other for other in kept if other.moment == one.moment]
        if not _apply(kept, same, one, problems):
            problems.append(_no_match(one))
    return kept, problems


def _apply(kept: list[Held], among: list[Held], one: Held, problems: list[Problem]) -> bool:
    """Apply a correction to the acts among which it looks; False where it matches none of them."""
    named = _named(one.act)
    reads = read_head(one.act.reads) if isinstance(one.act, CorrectEntry) else None
    for text, act in (
        (named, _meaning(named)),
        *(((one.act.reads, reads),) if isinstance(one.act, CorrectEntry) else ()),
    ):
        if act is None:
            problems.append(Problem("B301", f'"{text}" is not the head line of an act', one.place))
            return True
    meaning = _meaning(named)
    assert meaning is not None
    matches = [other for other in among if other is not one and meaning.is_of(other)]
    if len(matches) > 1:
        problems.append(_too_many(named, matches, one))
    if len(matches) != 1:
        return bool(matches)
    _take_out(kept, matches[0], meaning.actors)
    if reads is not None:
        kept.append(_reread(matches[0], one, reads))
    return True


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a correction names: an act by its head line, or by its entry or id, and perhaps some of its actors."""

    head: Act | None = None
    number: int = 0
    id: str = ""
    some: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        return self.head.actors if self.head else self.some

    def is_of(self, other: Held) -> bool:
        if self.head:
            return _is_meant(other.act, self.head)
        named = other.number == self.number if self.number else other.id.startswith(self.id)
        return named and set(self.some) <= set(other.act.actors)


def _named(act: Act) -> str:
    return act.other if isinstance(act, Prefer) else act.head if isinstance(act, CorrectEntry | StrikeEntry) else ""


def _meaning(text: str) -> _Meaning | None:
    """Read what a correction names: `entry 12`, `act 3f9c2a7e61d0`, either with actors behind it, or a head line."""
    found = _BY_NUMBER.fullmatch(text)
    if found:
        return _Meaning(number=int(found["number"] or 0), id=found["id"] or "", some=tuple(found["actors"].split()))
    head = read_head(text)
    return _Meaning(head) if head else None


def _take_out(kept: list[Held], meant: Held, actors: tuple[str, ...]) -> None:
    """Take actors out of an act, and the act out of the record where none is left or none was named."""
    index = next(index for index, other in enumerate(kept) if other is meant)
    left = tuple(sorted(set(meant.act.actors) - set(actors))) if actors else ()
    if left:
        kept[index] = replace(meant, act=msgspec.structs.replace(meant.act, by=left))
    else:
        del kept[index]


def _no_match(one: Held) -> Problem:
    message = f'no act has the head "{_named(one.act)}"'
    return Problem("B301", message, one.place, "the head must be written as in the record")


def _too_many(head: str, matches: list[Held], one: Held) -> Problem:
    ways = " or ".join(f'"entry {other.number}"' if other.number else f'"act {other.id[:12]}"' for other in matches)
    return Problem("B302", f'{len(matches)} acts have the head "{head}"', one.place, f"name one of them by {ways}")


def _reread(meant: Held, one: Held, reads: Act) -> Held:
    """The same act with another head."""
    names = [field.name for field in form_of(type(meant.act)).below]
    kept_names = names if type(reads) is type(meant.act) else [name for name in names if name in Act.__struct_fields__]
    below = {name: getattr(meant.act, name) for name in kept_names}
    return Held(msgspec.structs.replace(reads, **below), meant.id, one.number, one.moment)


def _is_meant(act: Act, named: Act) -> bool:
    """Tell whether an act has the head, or has it when only the head's actors are left."""
    if type(act) is not type(named) or act.on != named.on or act.object != named.object:
        return False
    if isinstance(getattr(act, "by", None), tuple):
        if not set(named.actors) <= set(act.actors) or bool(named.actors) != bool(act.actors):
            return False
        act = msgspec.structs.replace(act, by=named.actors)
    return print_head(act) == print_head(named)
