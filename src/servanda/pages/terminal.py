"""The terminal face of a page, made from its record type: rows on one line, acts once, as numbered notes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from servanda.pages.parts import ActRef, Page, ReasonLine

_FRAME = {field.name for field in dataclasses.fields(Page)}
_NAMED = (["code", "name"], ["id", "title"])


@dataclasses.dataclass(slots=True)
class Terminal:
    """A page being written: the acts met so far, each of which gets one number."""

    acts: dict[str, ActRef] = dataclasses.field(default_factory=dict)

    def page(self, page: Any) -> Iterator[str]:
        """The lines of a page."""
        yield page.title
        yield f"As of {page.as_of}, as known {page.known} (entry {page.head})."
        for field in dataclasses.fields(page):
            if field.name not in _FRAME:
                yield from self._field(field.name, getattr(page, field.name), 0)
        yield from self._notes()
        yield f"Cite: {page.address}"
        yield page.closing

    def _field(self, name: str, value: Any, depth: int) -> Iterator[str]:
        """A field with its label; nothing for an empty one."""
        if value in (None, "", [], ()):
            return
        margin, label = "  " * depth, name.replace("_", " ")
        if isinstance(value, list) and not all(map(_is_short, value)):
            yield f"{margin}{label} ({len(value)}):"
            yield from (line for item in value for line in self._item(item, depth + 1))
        elif isinstance(value, list) or _is_short(value):
            yield f"{margin}{label}: {_short(value)}"
        else:
            yield f"{margin}{label}:"
            yield from self._item(value, depth + 1)

    def _item(self, item: Any, depth: int) -> Iterator[str]:
        """One item of a list: its short values on a line, what is longer under it."""
        margin = "  " * depth
        if isinstance(item, ActRef):
            yield f"{margin}{self._note(item)} {item.head}"
        elif isinstance(item, ReasonLine):
            yield f"{margin}{self._reason(item)}"
        elif _is_short(item):
            yield f"{margin}- {_short(item)}"
        else:
            yield from self._record(item, depth)

    def _record(self, item: Any, depth: int) -> Iterator[str]:
        values = [(field.name, getattr(item, field.name)) for field in dataclasses.fields(item)]
        filled = [(name, value) for name, value in values if value not in (None, "", [], ())]
        short = [(name, value) for name, value in filled if _is_phrase(value)]
        named = [f"{name.replace('_', ' ')} {_short(value)}" for name, value in short[1:]]
        first = [_short(short[0][1])] if short else []
        yield "  " * depth + "- " + " · ".join([*first, *named])
        for name, value in filled:
            if name == "reasons":
                yield from (f"{'  ' * (depth + 1)}{self._reason(reason)}" for reason in value)
            elif not _is_phrase(value):
                yield from self._field(name, value, depth + 1)

    def _reason(self, reason: ReasonLine) -> str:
        """A reason on one line, with the numbers of its acts."""
        behind = ", ".join(str(part) for part in (reason.on, reason.authority) if part)
        numbers = " ".join(self._note(act) for act in reason.acts)
        return " ".join(part for part in (f"- {reason.words}", f"({behind})" if behind else "", numbers) if part)

    def _note(self, act: ActRef) -> str:
        self.acts.setdefault(act.id, act)
        return f"[{list(self.acts).index(act.id) + 1}]"

    def _notes(self) -> Iterator[str]:
        """Every act once, with its sources and its id."""
        if self.acts:
            yield "acts:"
        for number, act in enumerate(self.acts.values(), start=1):
            note = f": {act.note}" if act.note else ""
            yield f"  [{number}] {act.head} (entry {act.entry}, {act.confidence}){note}"
            for source in act.sources:
                told = " · ".join(part for part in (source.title, source.publisher, source.address) if part)
                yield f"      {told}" + (f" “{source.passage}”" if source.passage else "")
            yield f"      {act.id}"


def _is_phrase(value: Any) -> bool:
    """Tell whether a value fits into a row: a short one, or a list of short ones."""
    return all(map(_is_short, value)) if isinstance(value, list) else _is_short(value)


def _is_short(value: Any) -> bool:
    """Tell whether a value fits into one phrase: a plain value, or a name with its title."""
    if not dataclasses.is_dataclass(value):
        return not isinstance(value, list)
    return [field.name for field in dataclasses.fields(value)] in _NAMED


def _short(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_short, value))
    if dataclasses.is_dataclass(value):
        key, title = (getattr(value, field.name) for field in dataclasses.fields(value))
        return str(title) if key == title else f"{title} ({key})"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
