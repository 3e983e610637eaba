"""The lines of a depositary's practice, read into statements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zoneinfo import ZoneInfo

from servanda.acts.declarations import Practice
from servanda.law.blocks import Block, blocks_of
from servanda.law.practice import Statement
from servanda.law.words import is_name
from servanda.problems import Place, Problem

_VALUES: dict[str, tuple[str, ...]] = {
    "days-after": ("nth-day", "day-more", "either"),
    "months-after": ("same-day", "day-more", "either"),
    "month-ends": ("back", "forward", "either"),
    "reservations": ("at-deposit", "when-accepted"),
    "late-reservations": ("after-90-days", "after-12-months"),
    "organisations": ("counted", "not-counted"),
}


@lru_cache(maxsize=256)
def statements_of(act: Practice, acts: tuple[str, ...]) -> tuple[Statement, ...]:
    """The statements of a practice, read once."""
    return read_practice(act, acts)[0]


def read_practice(
    act: Practice, acts: tuple[str, ...] = (), places: Sequence[Place] = ()
) -> tuple[tuple[Statement, ...], list[Problem]]:
    """The statements of a practice's lines, and the problems of those that say nothing known."""
    cite, quote = "", ""
    lines: list[tuple[str, str, str]] = []
    problems = []
    for block in blocks_of(act.lines, places):
        match block.words:
            case ("cite", text):
                cite = text
            case ("quote", text):
                quote = text
            case _ if found := _statement(block):
                lines.append(found)
            case _:
                problems.append(Problem("L101", f"'{block.text}' says nothing that is known", block.place, _KNOWN))
    if lines and not cite and not problems:
        place = places[0] if places else None
        problems.append(Problem("L107", f"the practice of {act.by} names no authority", place, 'add: cite "…"'))
    made = (Statement(*one[:2], act.by, act.on, cite, quote, one[2], acts) for one in lines)  # type: ignore[arg-type]
    return tuple(made), problems


def _statement(block: Block) -> tuple[str, str, str] | None:
    """Subject, value and instrument of a line."""
    words, instrument = list(block.words), ""
    if words[:1] == ["for"] and is_name("".join(words[1:2])):
        instrument, words = words[1], words[2:]
    if block.children or len(words) != 2:
        return None
    subject, value = words
    fits = _is_zone(value) if subject == "zone" else value in _VALUES.get(subject, ())
    return (subject, value, instrument) if fits else None


def _is_zone(name: str) -> bool:
    """Tell whether a time zone is known: the day of a deposit is the depositary's local day."""
    try:
        ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        return False
    return True


_KNOWN = "known lines: cite, quote, zone TIMEZONE, for INSTRUMENT and one of these: " + ", ".join(
    f"{subject} {'|'.join(values)}" for subject, values in _VALUES.items()
)
