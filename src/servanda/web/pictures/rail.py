"""The rail in the dark band: where the day of the page lies between the first day of the record and today."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from servanda.web.pictures.drawing import line, mark, text
from servanda.web.pictures.scale import Scale


def rail(first_year: int, as_of: date, today: date, language: str = "en") -> Markup:
    """An ornament: the words beside it say the same."""
    days = [date(first_year, 1, 1), as_of, today]
    scale = Scale.over(days, 14, 306)
    parts = [line(scale.left, 12, scale.right, 12, "axis")]
    for year, x in scale.years(5):
        parts += [line(x, 8, x, 16, "axis"), text(x, 32, year, "", "middle")]
    parts += [mark(scale.x(today), 12, "ring", "", "", 3.5), mark(scale.x(as_of), 12, "disc", "", "", 6)]
    return Markup(f'<svg class="rail" viewBox="0 0 320 36" aria-hidden="true">{"".join(parts)}</svg>')  # noqa: S704
