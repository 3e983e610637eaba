"""Progress to entry into force: one place for each party that is needed, filled where it is there."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from servanda.pages.history import ConditionRow
from servanda.web.pictures.drawing import box, picture, text

WIDTH, ROW, MOST = 600, 34, 60


def progress_picture(rows: Sequence[ConditionRow], title: str, language: str = "en") -> Markup:
    """A row of places for each condition that counts parties."""
    counted = [(row.have, row.need) for row in rows if row.have is not None and row.need]
    if not counted:
        return Markup()
    parts: list[str] = []
    for number, (have, need) in enumerate(counted):
        parts += _places(have, need, 4 + ROW * number)
    told = "; ".join(f"{have} / {need}" for have, need in counted)
    return picture("progress", WIDTH, ROW * len(counted) + 4, title, told, parts)


def _places(have: int, need: int, top: float) -> list[str]:
    """Single places up to sixty of them, one long bar beyond."""
    width = 520.0
    if need > MOST:
        share = width * min(1.0, have / need)
        found = [box(0, top, width, 22, "place"), box(0, top, share, 22, "place there")]
    else:
        one = min(70.0, width / need)
        gap = 4 if one > 14 else 1
        found = [
            box(round(one * at, 1), top, one - gap, 22, "place there" if at < have else "place") for at in range(need)
        ]
        width = one * need
    return [*found, text(round(width + 10, 1), top + 17, f"{have} / {need}", "strong")]
