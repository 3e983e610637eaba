"""Turns bytes into text: UTF-8 where they are UTF-8, else the old encoding they fit best, which is then told."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_CYRILLIC = {"windows-1251": "cp1251", "koi8-r": "koi8_r", "ibm866": "cp866"}
_SAMPLE = 200_000
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{1,30})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{1,30})")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CAPITAL_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")
_LOWER = re.compile(r"[а-яё]")
_FOREIGN = re.compile(r"[^\x00-\x7fа-яёА-ЯЁ«»„“”–—№…’\xa0-]")
_TWICE = re.compile(
    r"(?:[РС][\u0400-\u04ff\u00a0-\u00bf\u2010-\u2122]){4,}|(?:[ÐÑ][\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]){4,}"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, whether that was only a guess, and how many bytes could not be read."""

    text: str
    encoding: str
    guessed: bool = False
    lost: int = 0


def decode(data: bytes) -> Decoded | None:
    """The text of bytes, or nothing where they are no text in any encoding that is known here."""
    for found in _attempts(data):
        controls = len(_CONTROL.findall(found.text, 0, _SAMPLE))
        return found if controls <= len(found.text[:_SAMPLE]) // 500 else None
    return None


def decode_web(data: bytes) -> Decoded | None:
    """The text of a web page: by its mark of order, by what it declares, else as any other text."""
    declared = _META.search(data[:4096]) or _XML.match(data[:200])
    if declared and not _marked(data):
        name = _known(declared[1].decode("ascii"))
        try:
            return Decoded(data.decode(name), name) if name else decode(data)
        except (UnicodeDecodeError, LookupError):
            return decode(data)
    return decode(data)


def is_decoded_twice(text: str) -> bool:
    """Tell whether a text went through a wrong encoding before it was saved: its letters come in false pairs."""
    sample = text[:_SAMPLE]
    pairs = sum(len(match[0]) for match in _TWICE.finditer(sample))
    return pairs > 40 and pairs * 3 > len(sample)


def _attempts(data: bytes) -> Iterator[Decoded]:
    """The readings of the bytes that are possible, the surest first."""
    marked = _marked(data)
    if marked:
        yield Decoded(data.decode(marked, "replace"), marked, lost=_lost(data, marked))
        return
    wide = _without_mark(data[:4096])
    if wide:
        yield Decoded(data.decode(wide, "replace"), wide, guessed=True, lost=_lost(data, wide))
        return
    try:
        yield Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        yield _broken(data) or _old(data)


def _marked(data: bytes) -> str:
    """The encoding that a mark of order at the beginning tells; UTF-8 keeps its mark, as any other character."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ""


def _without_mark(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte is that of an alphabet, Latin (0) or Cyrillic (4)."""
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = sample[first::2]
        if len(high) >= 8 and 0 in sample and sum(byte in {0, 4} for byte in high) >= 0.9 * len(high):
            return name
    return ""


def _lost(data: bytes, encoding: str) -> int:
    return data.decode(encoding, "replace").count("\ufffd")


def _broken(data: bytes) -> Decoded | None:
    """UTF-8 with a few damaged places: most of what is not ASCII is sound."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    sound = sum(letter > "\x7f" for letter in text[: 20 * _SAMPLE]) - lost
    return Decoded(text, "utf-8", lost=lost) if sound > 20 * lost else None


def _old(data: bytes) -> Decoded:
    """A text in an encoding of one byte a letter: Cyrillic where the high bytes are most of its letters."""
    sample = data[:_SAMPLE]
    high = sum(byte > 0x7F for byte in sample)
    low = sum(65 <= byte & 0xDF <= 90 for byte in sample if byte < 0x80)
    if high * 3 > low:
        name = max(_CYRILLIC, key=lambda one: _likely(sample.decode(_CYRILLIC[one], "replace")))
        return Decoded(data.decode(_CYRILLIC[name], "replace"), name, guessed=True, lost=_lost(data, _CYRILLIC[name]))
    western = any(0x80 <= byte <= 0x9F for byte in sample)
    name, codec = ("windows-1252", "cp1252") if western else ("latin-1", "latin-1")
    return Decoded(data.decode(codec, "replace"), name, guessed=True, lost=_lost(data, codec))


def _likely(text: str) -> int:
    """How much a text looks like Cyrillic prose: small letters; no capitals within words; few other signs."""
    return len(_LOWER.findall(text)) - 5 * len(_CAPITAL_INSIDE.findall(text)) - 5 * len(_FOREIGN.findall(text))


def _known(name: str) -> str:
    """The codec of a declared name; none for names that Python does not know as a text encoding."""
    try:
        found = codecs.lookup(name)
    except LookupError:
        return ""
    return found.name if found._is_text_encoding else ""  # noqa: SLF001 - no other way to ask
