"""The order of names in the alphabet of a language, not of code points.

Two keys, compared one after the other, as the Unicode Collation Algorithm does: first the letters without their accents
(so that Åland stands with A, and Ёлка beside Ель, before Жук), then what sets two equal rows of letters apart. Letters
that an alphabet holds to be its own (the Russian Й, the Belarusian Ў, the Kazakh Ә) keep their place in it. In an
English list names in Cyrillic stand behind those in Latin letters, in a list of a Cyrillic alphabet before them.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

ALPHABETS: dict[str, str] = {
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքևօֆ",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "ro": "aăâbcdefghiîjklmnopqrsștțuvwxyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "uz": "abdefghijklmnopqrstuvxyz",
}
"""The letters of each alphabet in their order; what is not among them is compared without its accents.

Russian lists take Ё for Е (as dictionaries and the lists of organisations do), so it is no letter of its own here.
"""

_LATIN, _CYRILLIC = "abcdefghijklmnopqrstuvwxyz", ALPHABETS["ru"]
# Letters that do not come apart into a letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)
_PASSED_OVER = frozenset("'’ʼʻ‘`´\"«»“”.,()[]")

Key = tuple[tuple[tuple[int, int], ...], str, str]


@lru_cache(maxsize=16_384)
def collation_key(name: str, language: str = "en") -> Key:
    """What to sort a name by in a list of the language."""
    folded = unicodedata.normalize("NFC", name).casefold()
    order = _order(language)
    letters = tuple(place for letter in folded for place in _places(letter, order))
    return letters, unicodedata.normalize("NFD", folded), name


def _places(letter: str, order: dict[str, tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The places of a letter: its own, or those of the letters it is made of."""
    if letter in order:
        return (order[letter],)
    if letter in _PASSED_OVER or unicodedata.combining(letter):
        return ()
    if not letter.isalnum():
        return ((0, 0),)
    if letter.isdigit():
        return ((1, unicodedata.digit(letter, 0)),)
    bare = unicodedata.normalize("NFD", letter.translate(_PLAIN))
    parts = [one for one in bare if not unicodedata.combining(one)]
    return tuple(order.get(one, (9, ord(one))) for one in parts)


@cache
def _order(language: str) -> dict[str, tuple[int, int]]:
    """The place of every letter: the language's own script first, then the other of the two."""
    own = ALPHABETS.get(language, _LATIN)
    rows = [own, _LATIN, _CYRILLIC] if own[0] != "а" else [own, _CYRILLIC, _LATIN]
    found: dict[str, tuple[int, int]] = {}
    for script, row in enumerate(rows, start=2):
        for place, letter in enumerate(row):
            found.setdefault(letter, (script, place))
    return found
