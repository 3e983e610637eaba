"""The scales by which others grade commitments, read from a table: scores, kind of formula, authority."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Literal, cast

GRADES = ("not-started", "limited", "substantial", "complete")

ScaleKind = Literal["mean", "share", "deficit", "all"]


@dataclass(frozen=True, slots=True)
class Scale:
    """One scale: what each grade counts, and the kind of formula that makes a figure of it."""

    id: str
    authority: str
    kind: ScaleKind
    scores: tuple[Fraction, ...]


@cache
def scales() -> dict[str, Scale]:
    """All scales by name, in the order of the table."""
    text = resources.files("servanda.words").joinpath("data/scales.toml").read_text(encoding="utf-8")
    return {name: _scale(name, entry) for name, entry in tomllib.loads(text).items()}


def _scale(name: str, entry: dict[str, str]) -> Scale:
    scores = tuple(Fraction(entry.get(grade, "0")) for grade in GRADES)
    return Scale(name, entry["authority"], cast("ScaleKind", entry["kind"]), scores)
