"""Problems are values: a place, a stable code, a sentence, and a hint.

A user's mistake is never raised and never hides the next one: every function that reads what a user
wrote returns its problems beside its result, and whoever shows them shows all of them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

# C0, DEL and C1 controls; the line and paragraph separators; the marks that embed, override or isolate a direction.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Severity = Literal["problem", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a text: the file as the user named it, and the line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong (or, as a warning, merely odd), where it is, and what would mend it."""

    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    severity: Severity = "problem"

    def __str__(self) -> str:
        where = f"{visible(str(self.place))}: " if self.place else ""
        hint = f"\n  hint: {visible(self.hint)}" if self.hint else ""
        return f"{where}{self.code} {visible(self.message)}{hint}"


def visible(words: str) -> str:
    """Words as a terminal may show them: what steers it, or turns the direction of writing, is spelled out."""
    return _STEERING.sub(lambda found: ascii(found[0])[1:-1], words)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means, for `servanda explain CODE` and the reference."""

    code: str
    title: str
    means: str
    mend: str

    def __str__(self) -> str:
        return f"{self.code}: {self.title}\n\n{self.means}\n\nTo mend it: {self.mend}"


@cache
def explanations() -> dict[str, Explanation]:
    """All codes with their explanations, in the order of the catalogue."""
    text = resources.files("servanda").joinpath("problems.toml").read_text(encoding="utf-8")
    return {code: Explanation(code, **entry) for code, entry in tomllib.loads(text).items()}


def is_grave(problems: list[Problem] | tuple[Problem, ...]) -> bool:
    """Tell whether any of the problems is more than a warning."""
    return any(problem.severity == "problem" for problem in problems)
