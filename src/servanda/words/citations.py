"""Citations in another language: how an article is cited, and the short names of the conventions on treaties."""

from __future__ import annotations

import re
from functools import cache

_RUSSIAN = {
    r"VCLT\b": "ВКПМД",
    r"VCST\b": "ВКПГД",
    r"\barts?\.": "ст.",
    r"\bparas?\.": "п.",
    r"\brules?(?= \d)": "правило",
    r"\bsections?(?= \d)": "раздел",
    r"\bannex(?= )": "приложение",
    r"(?<=[\d)]) and (?=\d)": " и ",
    r"(?<=[\d)]) to (?=\d)": "–",
}
"""The Vienna Conventions of 1969 on the law of treaties and of 1978 on the succession of states, and the marks."""


def citation(text: str, language: str) -> str:
    """A citation such as `VCLT, arts. 16 to 18` as texts in the language cite it; anything else stays as it is."""
    if language != "ru":
        return text
    for pattern, words in _patterns():
        text = pattern.sub(words, text)
    return text


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), words) for pattern, words in _RUSSIAN.items()]
