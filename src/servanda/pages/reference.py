"""The reference of the pages, written from their record types: `python -m servanda.pages.reference`."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from servanda.days import Day
from servanda.pages.addresses import ADDRESSES
from servanda.pages.pair import PairPage
from servanda.pages.parts import Page
from servanda.pages.standing import StandingPage
from servanda.pages.whatif import WhatIfPage

PAGES: dict[str, type[Page]] = {address.path: address.page for address in ADDRESSES}

ANSWERS: tuple[type[Page], ...] = (StandingPage, PairPage, WhatIfPage)
"""The pages that only the command line shows."""

_INTRODUCTION = """\
<!-- Made by `python -m servanda.pages.reference`: change the record types in src/servanda/pages, not this file. -->

# The pages

A page is a record. The portal shows it as HTML, and as JSON at the same address with `.json` behind the path (or to
whoever sends `Accept: application/json`); the command line shows the same record as text. Keys may be added later,
none is renamed or taken away.

Every address takes `as-of=YYYY-MM-DD`, the day it speaks of, and may take `known-by=NUMBER` or `known-by=MOMENT`: what
the journal held then; and `language=CODE`, without which names and sentences are English. Without `as-of` it leads to
the same address with today's day, in the language of the browser. A day in a record is written as the record knows it:
`1995-05-01`, `1995-05`, `1995`, `1995-05..1995-06`, or `1995-05-01~` where a source calls it approximate. Words of
closed lists are the same in every language. An empty string, an empty list or `null` means that the record tells
nothing of it.

An address that cannot be answered has the status 400, 404 or 503 and, as JSON, the fields `status`, `title`, `detail`
and `hint`.
"""

_PLAIN: dict[Any, str] = {str: "text", int: "number", bool: "yes or no", Day: "day", date: "whole day"}


def markdown() -> str:
    """The reference as Markdown: every page with its address and fields, then the parts they are made of."""
    parts = list(dict.fromkeys(part for page in PAGES.values() for part in _parts(page)))
    lines = [_INTRODUCTION, "## What every page says of itself\n", *_table(Page, ())]
    for address, page in PAGES.items():
        lines += [f"\n## `{address}`\n", f"{inspect.getdoc(page)}\n", *_table(page, _names(Page))]
    lines.append("\n## Parts\n")
    for part in sorted(parts, key=lambda one: one.__name__):
        lines += [f"\n### {part.__name__}\n", f"{inspect.getdoc(part)}\n", *_table(part, ())]
    return "\n".join(lines) + "\n"


def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(record))


def _table(record: type[Any], but: tuple[str, ...]) -> Iterator[str]:
    """The fields of a record, those of `but` left out."""
    hints = get_type_hints(record, include_extras=True)
    yield "| field | holds | meaning |"
    yield "|---|---|---|"
    for name in _names(record):
        if name not in but:
            kind, meaning, *_listed = get_args(hints[name])
            yield f"| `{name}` | {_kind(kind)} | {meaning} |"


def _kind(hint: Any) -> str:
    """A type in words, with a link to the part it is."""
    if get_origin(hint) is list:
        return f"list of {_kind(get_args(hint)[0])}"
    if get_origin(hint) is UnionType:
        return " or ".join(_kind(one) for one in get_args(hint) if one is not NoneType) + ", or null"
    return _PLAIN.get(hint) or f"[{hint.__name__}](#{hint.__name__.lower()})"


def _parts(record: type[Any]) -> Iterator[type[Any]]:
    """The records that a record is made of, however deep."""
    for hint in get_type_hints(record, include_extras=True).values():
        if get_origin(hint) is Annotated:
            for one in _leaves(get_args(hint)[0]):
                yield one
                yield from _parts(one)


def records(page: type[Page]) -> list[type[Any]]:
    """A page and all records that it is made of."""
    return [page, *dict.fromkeys(_parts(page))]


def _leaves(hint: Any) -> Iterator[type[Any]]:
    for one in get_args(hint) or (hint,):
        if dataclasses.is_dataclass(one) and isinstance(one, type):
            yield one
        elif get_args(one):
            yield from _leaves(one)


if __name__ == "__main__":
    sys.stdout.write(markdown())
