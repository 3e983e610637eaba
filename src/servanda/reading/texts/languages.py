"""Tells the language of a text by its script and its function words, and says so where it does not know."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SAMPLE = 30_000
_WORD = re.compile(r"[^\W\d_]+(?:['ʻ’][^\W\d_]+)?")
_LEAST_WORDS = 5
_LEAST_HITS = 2
_MIXED = 0.25

# Scripts that one language is written in, as far as communiqués go.
_BY_SCRIPT = {
    "armenian": ("hy", "Armenian"),
    "georgian": ("ka", "Georgian"),
    "arabic": ("ar", "Arabic"),
    "hebrew": ("he", "Hebrew"),
    "greek": ("el", "Greek"),
    "cjk": ("zh", "Chinese"),
    "hiragana": ("ja", "Japanese"),
    "katakana": ("ja", "Japanese"),
    "hangul": ("ko", "Korean"),
    "devanagari": ("hi", "Hindi"),
    "thai": ("th", "Thai"),
    "mongolian": ("mn", "Mongolian"),
}


@dataclass(frozen=True, slots=True)
class Detected:
    """A language, its English name, and the other languages that whole paragraphs are in, with their share."""

    code: str
    name: str
    others: tuple[tuple[str, float], ...] = ()

    @property
    def is_known(self) -> bool:
        """Tell whether a language was recognised at all."""
        return self.code != "und"


UNKNOWN = Detected("und", "no language that is known here")


def detect(text: str) -> Detected:
    """The language of most of a text, and others that a good part of its paragraphs is in."""
    counts: Counter[str] = Counter()
    for paragraph in _sample(text).split("\n"):
        code = _language(paragraph)
        if code:
            counts[code] += len(paragraph)
    if not counts:
        code = _language(_sample(text), least=2)
        return Detected(code, name_of(code)) if code else UNKNOWN
    whole = sum(counts.values())
    main, _length = counts.most_common(1)[0]
    others = tuple((code, round(n / whole, 2)) for code, n in counts.most_common()[1:] if n >= _MIXED * whole)
    return Detected(main, name_of(main), others)


def name_of(code: str) -> str:
    """The English name of a language known here; a code that is not known names itself."""
    return _table().get(code, {}).get("name") or dict(_BY_SCRIPT.values()).get(code, code)


def _sample(text: str) -> str:
    """The beginning and the middle: enough to tell, whatever the length."""
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE]


def _language(text: str, least: int = _LEAST_WORDS) -> str:
    """The language of one paragraph, or none where it is too short to tell."""
    words = [word.lower() for word in _WORD.findall(text)]
    if sum(map(len, words)) < 2 * least:
        return ""
    script = _script(words)
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script][0]
    if len(words) < least:
        return ""
    counts = Counter(words)
    scores = {code: _score(counts, *known) for code, known in _known(script).items()}
    best = max(scores, key=lambda code: scores[code], default="")
    return best if best and scores[best] >= max(_LEAST_HITS, len(words) / 12) else ""


def _score(counts: Counter[str], function_words: frozenset[str], foreign: frozenset[str]) -> int:
    """How many words are function words of a language, less those with letters that it does not have."""
    known = sum(counts[word] for word in function_words & counts.keys())
    if not foreign or foreign.isdisjoint("".join(counts)):
        return known
    return known - sum(number for word, number in counts.items() if not foreign.isdisjoint(word))


def _script(words: list[str]) -> str:
    """The alphabet of most words, by the Unicode names of their first letters."""
    firsts = Counter(word[0] for word in words)
    scripts: Counter[str] = Counter()
    for letter, number in firsts.items():
        scripts[unicodedata.name(letter, "other").split()[0].lower()] += number
    return scripts.most_common(1)[0][0]


@cache
def _table() -> dict[str, dict[str, str]]:
    text = resources.files("servanda.reading.texts").joinpath("languages.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _known(script: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The function words of each language of a script, and the letters that its neighbours have and it does not."""
    return {
        code: (frozenset(entry["words"]), frozenset(entry.get("foreign", "")))
        for code, entry in _table().items()
        if entry["script"] == script
    }
