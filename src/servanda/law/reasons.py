"""Reasons: what an answer rests on, step by step, in words and as data."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.days import Day


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a trace: what was found, on which acts (ids), as of which day, by which authority."""

    words: str
    acts: tuple[str, ...] = ()
    on: Day | None = None
    authority: str = ""
