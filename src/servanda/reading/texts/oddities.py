"""What is odd about a text, told before anything is read from it: guesses, damage, hidden signs, walls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.problems import Place, Problem
from servanda.reading.texts.encodings import Decoded, is_decoded_twice
from servanda.reading.texts.extracted import Extracted
from servanda.reading.texts.formats import Format

# Signs that change how a line looks without being seen: what is shown need not be what is read.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WALL = re.compile(
    r"\b(?:sign in|log ?in|log on|forgot(?:ten)? (?:your )?password|create an account|enable javascript|"
    r"verify (?:that )?you are (?:a )?human|access denied|page not found|subscribe to (?:read|continue)|"
    r"войти|войдите|забыли пароль|вход в (?:систему|личный кабинет)|зарегистрируйтесь|включите javascript|"
    r"доступ (?:запрещ[её]н|ограничен)|страница не найдена)\b",
    re.IGNORECASE,
)
_SHORT = 500


def empty(text: str, found: Extracted, kind: Format, name: str) -> Problem | None:
    """The problem of a file that holds no text of a communiqué, or none where it may hold one."""
    bare = text.strip("\ufeff\u200b \t\n\f\v\xa0")
    if kind == "pdf" and len(bare) < 20 * max(1, found.pages) and not bare[40:]:
        what = "its page is a picture" if found.pages == 1 else f"its {found.pages} pages are pictures"
        hint = "have the text recognised (OCR) by another program, and read what it gives"
        return Problem("R110", f"nothing found, because {what} without a text", Place(name), hint)
    if not bare:
        return Problem("R102", "the communiqué is empty", Place(name), "give the text of a communiqué")
    if kind in {"html", "text"} and ((found.form and len(bare) < _SHORT) or _is_wall(bare)):
        hint = "open the address in a browser, and save the page that holds the text"
        return Problem("R111", "nothing found, because the page asks to log in or shows an error", Place(name), hint)
    return None


def _is_wall(text: str) -> bool:
    """Tell whether a short page speaks of little but getting in."""
    found = _WALL.findall(text) if len(text) < 2 * _SHORT else []
    return len(found) >= 2 or (bool(found) and len(text) < _SHORT)


def oddities(text: str, decoded: Decoded, data: bytes, name: str) -> list[Problem]:
    """The warnings about a text that is read all the same."""
    return [*_encoding(text, decoded, data, name), *_signs(text, name)]


def _encoding(text: str, decoded: Decoded, data: bytes, name: str) -> Iterator[Problem]:
    hint = "save the text as UTF-8, and look at the passages"
    if decoded.guessed:
        message = f"the text is not UTF-8; it was read as {decoded.encoding}, which is a guess"
        yield Problem("R108", message, _first_wrong(data, name), hint, "warning")
    if decoded.lost:
        places = "1 place" if decoded.lost == 1 else f"{decoded.lost:,} places"
        message = f"{places} of the text could not be read as {decoded.encoding}"
        yield Problem("R108", message, _first_wrong(data, name), hint, "warning")
    if is_decoded_twice(text):
        message = "the letters stand in false pairs: the text was saved in a wrong encoding"
        yield Problem("R108", message, Place(name), "take the text again from where it comes", "warning")


def _first_wrong(data: bytes, name: str) -> Place:
    """The place of the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        return Place(name, before.count(b"\n") + 1, column)
    return Place(name)


def _signs(text: str, name: str) -> Iterator[Problem]:
    found = _TURNING.search(text)
    if found:
        before = text[: found.start()]
        place = Place(name, before.count("\n") + 1, found.start() - before.rfind("\n"))
        message = f"U+{ord(found[0]):04X} turns the direction of writing: a line may be shown otherwise than it is read"
        yield Problem("R113", message, place, "compare the passages with the source, letter by letter", "warning")
