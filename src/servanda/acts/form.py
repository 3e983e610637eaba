"""The text form of a kind of act, derived from its class: what stands on the head line, what below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from servanda.acts.base import Act, Shape
from servanda.days import Day, Period

_FORM_TOKEN = re.compile(r"\[|\]|'[a-z-]+'|[a-z_]+")
_PLAIN: dict[Any, Shape] = {Day: Shape.DAY, Period: Shape.PERIOD, int: Shape.NUMBER, str: Shape.TEXT}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of act: its name in the class and in the text, its shape, its closed list if it has one."""

    name: str
    shape: Shape
    options: tuple[str, ...]
    default: Any
    required: bool

    @property
    def keyword(self) -> str:
        """The field's name as it stands in the text."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the head line: an optional keyword and the field behind it."""

    keyword: str
    field: Field
    optional: bool


@dataclass(frozen=True, slots=True)
class Form:
    """The whole text form: the parts of the head line, and the fields that stand below it."""

    kind: type[Act]
    head: tuple[Part, ...]
    below: tuple[Field, ...]

    @property
    def body(self) -> Field | None:
        """The field that takes the lines below as written, if the kind has one."""
        return next((field for field in self.below if field.shape is Shape.BODY), None)


@cache
def form_of(kind: type[Act]) -> Form:
    """The form of a kind of act."""
    fields = {field.name: field for field in _fields(kind)}
    head = tuple(_parts(kind.FORM, fields))
    on_head = {part.field.name for part in head} | {"on", "means"}
    below = tuple(field for name, field in fields.items() if name not in on_head)
    common = [field for field in below if field.name in Act.__struct_fields__]
    own = [field for field in below if field.name not in Act.__struct_fields__]
    first = [field for field in common if field.shape is Shape.DAY]
    last = [field for field in common if field.shape is not Shape.DAY]
    return Form(kind, head, (*first, *own, *last))


def _parts(form: str, fields: dict[str, Field]) -> list[Part]:
    """The parts of a written FORM: a field, a field behind its 'keyword', and either within [ ]."""
    parts, keyword, optional = [], "", False
    for token in _FORM_TOKEN.findall(form):
        if token in "[]":
            optional = token == "["
        elif token.startswith("'"):
            keyword = token.strip("'")
        else:
            parts.append(Part(keyword, fields[token], optional))
            keyword = ""
    return parts


def _fields(kind: type[Act]) -> list[Field]:
    hints = get_type_hints(kind, include_extras=True)
    return [_field(info, hints[info.name]) for info in msgspec.structs.fields(kind)]


def _field(info: msgspec.structs.FieldInfo, hint: Any) -> Field:
    shape, options = _shape(hint)
    return Field(info.name, shape, options, None if info.required else info.default, info.required)


def _shape(hint: Any) -> tuple[Shape, tuple[str, ...]]:
    """The shape of an annotation, and its closed list if it is one."""
    origin = get_origin(hint)
    if origin is Annotated:
        return next(extra for extra in hint.__metadata__ if isinstance(extra, Shape)), ()
    if origin is Literal:
        return Shape.WORD, tuple(option for option in get_args(hint) if option)
    if origin in (Union, UnionType):
        return _shape(next(arg for arg in get_args(hint) if arg is not type(None)))
    return _PLAIN[hint], ()
