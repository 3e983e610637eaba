"""The terminal face of a page, made from its record type: rows on one line, acts once, as numbered notes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from servanda.pages.listed import field_label, repeated, shown
from servanda.pages.parts import ActRef, Page, ReasonLine
from servanda.words.labels import label
from servanda.words.phrases import Phrase, render, say, verbatim

_FRAME = {field.name for field in dataclasses.fields(Page)}
_NAMED = (["code", "name"], ["id", "title"])


@dataclasses.dataclass(slots=True)
class Terminal:
    """A page being written: its language, and the acts met so far, each of which gets one number."""

    language: str = "en"
    acts: dict[str, ActRef] = dataclasses.field(default_factory=dict)

    def page(self, page: Any) -> Iterator[str]:
        """The lines of a page."""
        yield page.title
        yield self._said(self._asked(page))
        for field in dataclasses.fields(page):
            if field.name not in _FRAME | repeated(page.__class__):
                yield from self._field(page, field.name, 0)
        yield from self._notes()
        yield self._said(say("Cite: {address}", address=page.address))
        yield f"{page.closing} {page.licence}"

    def _asked(self, page: Any) -> Phrase:
        """Of which day, and as known when: today, by an entry, or by a moment."""
        if page.known.isdecimal():
            return say("As of {day}, as known by entry {entry}.", day=page.as_of, entry=page.head)
        if page.known[:1].isdecimal():
            moment = verbatim(page.known)
            return say(
                "As of {day}, as known by {moment} (entry {entry}).", day=page.as_of, moment=moment, entry=page.head
            )
        known = shown(page, "known", self.language)
        return say("As of {day}, as known {known} (entry {entry}).", day=page.as_of, known=known, entry=page.head)

    def _said(self, words: Phrase) -> str:
        return render(words, self.language)

    def _label(self, record: Any, name: str) -> str:
        return field_label(record.__class__, name, self.language)

    def _field(self, record: Any, name: str, depth: int) -> Iterator[str]:
        """A field with its label; nothing for an empty one."""
        value = shown(record, name, self.language)
        if value in (None, "", [], ()):
            return
        margin, title = "  " * depth, self._label(record, name)
        if isinstance(value, list) and not all(map(_is_short, value)):
            yield f"{margin}{title} ({len(value)}):"
            yield from (line for item in value for line in self._item(item, depth + 1))
        elif isinstance(value, list) or _is_short(value):
            yield f"{margin}{title}: {self._short(value)}"
        else:
            yield f"{margin}{title}:"
            yield from self._item(value, depth + 1)

    def _item(self, item: Any, depth: int) -> Iterator[str]:
        """One item of a list: its short values on a line, what is longer under it."""
        margin = "  " * depth
        if isinstance(item, ActRef):
            yield f"{margin}{self._note(item)} {item.head}"
        elif isinstance(item, ReasonLine):
            yield f"{margin}{self._reason(item)}"
        elif _is_short(item):
            yield f"{margin}- {self._short(item)}"
        else:
            yield from self._record(item, depth)

    def _record(self, item: Any, depth: int) -> Iterator[str]:
        values = [(field.name, shown(item, field.name, self.language)) for field in dataclasses.fields(item)]
        filled = [(name, value) for name, value in values if value not in (None, "", [], ())]
        short = [(name, value) for name, value in filled if _is_phrase(value)]
        named = [f"{self._label(item, name)} {self._short(value)}" for name, value in short[1:]]
        first = [self._short(short[0][1])] if short else []
        yield "  " * depth + "- " + " · ".join([*first, *named])
        for name, value in filled:
            if name == "reasons":
                yield from (f"{'  ' * (depth + 1)}{self._reason(reason)}" for reason in value)
            elif not _is_phrase(value):
                yield from self._field(item, name, depth + 1)

    def _short(self, value: Any) -> str:
        if isinstance(value, list):
            return ", ".join(map(self._short, value))
        if dataclasses.is_dataclass(value):
            key, title = (getattr(value, field.name) for field in dataclasses.fields(value))
            return str(title) if key == title else f"{title} ({key})"
        if isinstance(value, bool):
            return label("answer", "yes" if value else "no", self.language)
        return str(value)

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
            yield f"{label('field', 'acts', self.language)}:"
        for number, act in enumerate(self.acts.values(), start=1):
            note = f": {act.note}" if act.note else ""
            behind = say(
                "entry {number}, {confidence}", number=act.entry, confidence=shown(act, "confidence", self.language)
            )
            yield f"  [{number}] {act.head} ({self._said(behind)}){note}"
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
