"""Takes a file: its format, its main text with plain newlines, what it says about itself, and what is odd about it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from servanda.problems import Place, Problem
from servanda.reading.sentences import normalise
from servanda.reading.texts.apart import extract
from servanda.reading.texts.encodings import Decoded, decode, decode_web
from servanda.reading.texts.extracted import Extracted
from servanda.reading.texts.formats import Format, format_of
from servanda.reading.texts.oddities import empty, oddities

LIMIT = 16 * 1024 * 1024


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text came from: the bytes by their hash, their format, and what the file says about itself."""

    sha256: str
    size: int
    format: Format = "text"
    encoding: str = ""
    pages: int = 0
    title: str = ""
    publisher: str = ""
    date: str = ""
    """The day of publication of a web page; for PDF and DOCX the day on which the file says it was made."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    r"""A text with its newlines as \\n, and the file it was taken from."""

    text: str
    origin: Origin
    data: bytes = b""


def take(source: Path | str | bytes, limit: int = LIMIT, name: str = "-") -> tuple[Taken | None, list[Problem]]:
    """The text of a file or of bytes, or nothing; and the problems and warnings met on the way."""
    if isinstance(source, bytes):
        data = source[: limit + 1]
    else:
        name = str(source)
        try:
            with Path(source).open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            return None, [Problem("R106", f"the file cannot be read: {reason}", Place(name), "check the path")]
    if len(data) > limit:
        message = f"the text is over the limit of {limit:,} bytes"
        return None, [Problem("R103", message, Place(name), "raise the limit with --limit, or split the text")]
    return _of_format(data, name)


def _of_format(data: bytes, name: str) -> tuple[Taken | None, list[Problem]]:
    kind, instead = format_of(data, name)
    if kind is None:
        hint = "give the text itself: plain text, HTML, PDF or DOCX"
        return None, [Problem("R107", f"this is {instead}, not a text", Place(name), hint)]
    decoded = _decoded(data, kind)
    if decoded is None:
        hint = "save the text as UTF-8, or give the file it was made from"
        return None, [Problem("R101", "the bytes are no text in any encoding that is known", Place(name), hint)]
    found = Extracted(text=decoded.text) if kind == "text" else _extracted(data, kind, decoded)
    if found.refused:
        hint = "save the text as plain text, after looking at where the file comes from"
        return None, [Problem("R109", f"the file was not read: {found.refused}", Place(name), hint)]
    text = normalise(found.text)
    nothing = empty(text, found, kind, name)
    if nothing:
        return None, [nothing]
    return Taken(text=text, origin=_origin(data, kind, decoded, found), data=data), oddities(text, decoded, data, name)


def _decoded(data: bytes, kind: Format) -> Decoded | None:
    """The bytes as text, where the format is one; PDF and DOCX know their own encoding."""
    if kind in {"pdf", "docx"}:
        return Decoded("", "")
    return decode_web(data) if kind == "html" else decode(data)


def _extracted(data: bytes, kind: Format, decoded: Decoded) -> Extracted:
    return extract(decoded.text.encode("utf-8", "replace") if kind == "html" else data, kind)


def _origin(data: bytes, kind: Format, decoded: Decoded, found: Extracted) -> Origin:
    return Origin(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        format=kind,
        encoding=decoded.encoding,
        pages=found.pages,
        title=found.title,
        publisher=found.publisher,
        date=found.date,
    )
