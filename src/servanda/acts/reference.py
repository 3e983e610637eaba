"""The reference of the acts, written from their classes: `python -m servanda.acts.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

from servanda.acts import FAMILIES, KINDS, Act, Form, form_of
from servanda.acts.base import Shape
from servanda.acts.form import Field, Part

_INTRODUCTION = """\
<!-- Made by `python -m servanda.acts.reference`: change the classes in src/servanda/acts, not this file. -->

# The acts

An act is a head line (the day, the verb, and what the verb takes) and the fields indented under it. On a head line
stand, in this order, the parts shown: `UPPER CASE` for a value, lower case for a word that is written as it is, and
`[ ]` around what may be left out. Below stands one field a line; `source` may be repeated. Every act takes `dated`,
`effective` and `notified` (days), `source`, `confidence` and `note`.
"""

_WRITTEN = {
    Shape.NAME: "a name",
    Shape.NAMES: "names",
    Shape.PARTY: "a party",
    Shape.PARTIES: "parties",
    Shape.TEXT: "a string",
    Shape.NUMBER: "a number",
    Shape.SHARE: "a fraction",
    Shape.DAY: "a day",
    Shape.PERIOD: "a period",
    Shape.CLAIM: "a claim",
    Shape.BODY: "lines as written",
    Shape.CITES: "a source, its words, their place",
}

_SHAPES = """\
## How values are written

| value | written |
|---|---|
| a day | `2012-08-21`, `2012-08`, `2012`, `1995-05..1995-06`, `1995-05-01~` where the source calls it approximate |
| a period | `2021`, `2014-01-01..2014-03-20`, `2014-01-01..` |
| a name | lower case: `cis-2011-fta`, `cis/chs/2020-12-18` |
| a party | the code of a state (`BY`; a former state: `SUHH`), or the name of an organisation |
| a string | `"in double quotes"`, with `\\"` inside; strings side by side are one |
| a fraction | `55/100` |
| a source | `source by-press "the words" at "p. 3"` |
"""


def markdown() -> str:
    """The whole page."""
    parts = [_INTRODUCTION, *(part for family in FAMILIES for part in _family(family)), _SHAPES]
    return "\n".join(parts)


def _family(family: ModuleType) -> Iterator[str]:
    """The heading of a family, and each of its kinds."""
    said = (family.__doc__ or "").splitlines()[0]
    yield f"## {family.__name__.rpartition('.')[2].capitalize()}\n\n{said}\n"
    for kind in KINDS:
        if kind.__module__ == family.__name__:
            yield _kind(kind)


def _kind(kind: type[Act]) -> str:
    """One kind: its verbs, what it says, its head line, its own fields, an example."""
    form = form_of(kind)
    verbs = kind.VERBS or (str(kind.__struct_config__.tag),)
    own = [field for field in form.below if field.name not in Act.__struct_fields__]
    lines = [
        f"### {' · '.join(verbs)}",
        "",
        (kind.__doc__ or "").splitlines()[0],
        "",
        f"`{_head(form, verbs)}`",
        "",
        *(f"- `{field.keyword}`: {_written(field)}" for field in _listed(form, own)),
    ]
    return "\n".join([*lines, "", "```acts", kind.EXAMPLE, "```", ""])


def _listed(form: Form, own: list[Field]) -> list[Field]:
    """The fields worth a line: those with a closed list on the head line, and the kind's own below."""
    return [*(part.field for part in form.head if part.field.options), *own]


def _head(form: Form, verbs: tuple[str, ...]) -> str:
    verb = verbs[0] if len(verbs) == 1 else "VERB"
    return " ".join(["DAY", verb, *(_part(part) for part in form.head)])


def _part(part: Part) -> str:
    plain = {"of": "NAME", "by": "PARTY" if part.field.shape is Shape.PARTY else "PARTIES"}
    value = plain.get(part.field.name, part.field.keyword.upper())
    written = " ".join(word for word in (part.keyword, value) if word)
    return f"[{written}]" if part.optional else written


def _written(field: Field) -> str:
    if field.shape is Shape.WORD:
        return f"one of {', '.join(f'`{option}`' for option in field.options)}" + _default(field)
    return _WRITTEN[field.shape]


def _default(field: Field) -> str:
    return f" (when left out: `{field.default}`)" if field.default else ""


if __name__ == "__main__":
    sys.stdout.write(markdown())
