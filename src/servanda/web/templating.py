"""What the templates can say: days in words, links with their day, addresses that are safe to follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from servanda.pages.days_in_words import long_day
from servanda.web.assets import asset_path


def environment(**options: Any) -> Environment:
    """The Jinja2 environment of the portal; an unknown name in a template is a fault, not nothing."""
    del options["autoescape"], options["undefined"]
    made = Environment(autoescape=True, undefined=StrictUndefined, **options)
    made.filters |= {"day": day, "moment": moment, "grouped": grouped}
    made.globals |= {"asset": asset_path, "is_web": is_web}
    return made


def day(value: object) -> Markup:
    """A day in words, with its written form for machines; a span or an estimate has no such form, so it is a title."""
    written = str(value)
    if ".." in written or "~" in written:
        return Markup('<span title="{}">{}</span>').format(written, long_day(written))
    return Markup('<time datetime="{}">{}</time>').format(written, long_day(written))


def moment(written: str) -> Markup:
    """A moment of the journal in words."""
    clock = f", {written[11:16]} UTC" if len(written) > len("2026-01-02") else ""
    words = long_day(written[:10]) + clock
    return Markup('<time datetime="{}">{}</time>').format(written, words)


def grouped(rows: Iterable[Any], *names: str) -> list[tuple[tuple[Any, ...], list[Any]]]:
    """Rows that agree in some fields, in the order in which each group first appears."""
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        groups.setdefault(tuple(getattr(row, name) for name in names), []).append(row)
    return list(groups.items())


def is_web(address: str) -> bool:
    """Tell whether an address of a source may be a link: nothing but the web's own schemes."""
    return address.startswith(("https://", "http://"))
