"""The languages a visitor may ask for: those the interface speaks, and those of states that wait for a translation.

A language is added by its catalogue (`catalogues/<code>.po`) and its labels (`labels/<code>.toml`); it then moves by
itself from the second list to the first.
"""

from __future__ import annotations

from servanda.words.catalogue import LANGUAGES

OWN_NAMES: dict[str, str] = {
    "en": "English",
    "ru": "Русский",
    "az": "Azərbaycanca",
    "be": "Беларуская",
    "hy": "Հայերեն",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "ro": "Română",
    "tg": "Тоҷикӣ",
    "uz": "Oʻzbekcha",
}
"""Each language by its own name, so that who reads it finds it."""

FALLBACK = "en"


def is_asked_for(code: str) -> bool:
    """Tell whether a page may be asked for in a language, be it translated yet or not."""
    return code in OWN_NAMES


def spoken(code: str) -> str:
    """The language that a page has when another is asked for: the same where it is translated, else English."""
    return code if code in LANGUAGES else FALLBACK


def preferred(accepted: str) -> str:
    """The language of the interface that a browser's `Accept-Language` likes best; English where it names none."""
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted[:200].split(",")):
        tag, _, weight = part.partition(";")
        code = tag.strip().lower().partition("-")[0]
        if code in LANGUAGES:
            ranked.append((-_weight(weight), place, code))
    best = min(ranked, default=(0.0, 0, FALLBACK))
    return best[2] if best[0] < 0 else FALLBACK


def _weight(written: str) -> float:
    """The weight of a language as written (`q=0.8`); one that cannot be read counts as none."""
    name, _, value = written.strip().partition("=")
    if not name:
        return 1.0
    try:
        return min(1.0, max(0.0, float(value))) if name.strip() == "q" else 0.0
    except ValueError:
        return 0.0
