"""From acts to text: the canonical form, which the reader reads back to the same acts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from servanda.acts import Act, Cite, form_of
from servanda.acts.base import Shape
from servanda.acts.form import Field, Part
from servanda.text.tokens import quoted


def print_acts(acts: Iterable[Act]) -> str:
    """The canonical text of acts, one block each."""
    return "".join(print_act(act) + "\n" for act in acts)


def print_act(act: Act) -> str:
    """The canonical block of an act: its head line and, indented, what is not at its default."""
    form = form_of(type(act))
    below = [line for field in form.below for line in _lines(field, getattr(act, field.name))]
    return "\n".join([print_head(act), *(f"  {line}" for line in below)])


def print_head(act: Act) -> str:
    """The head line of an act, by which the record refers to it."""
    parts = [_part(part, getattr(act, part.field.name)) for part in form_of(type(act)).head]
    return " ".join([str(act.on), act.verb, *(part for part in parts if part)])


def _part(part: Part, value: Any) -> str:
    if part.optional and value == part.field.default:
        return ""
    return " ".join(word for word in (part.keyword, print_value(part.field, value)) if word)


def _lines(field: Field, value: Any) -> list[str]:
    if field.shape is Shape.BODY:
        return list(value)
    if field.shape is Shape.CITES:
        return [f"source {_cite(cite)}" for cite in value]
    if value == field.default:
        return []
    return [f"{field.keyword} {print_value(field, value)}"]


def print_value(field: Field, value: Any) -> str:
    """The value as it is written."""
    if field.shape is Shape.TEXT:
        return quoted(value)
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value)


def _cite(cite: Cite) -> str:
    place = f" at {quoted(cite.place)}" if cite.place else ""
    passage = f" {quoted(cite.passage)}" if cite.passage else ""
    return f"{cite.of}{passage}{place}"
