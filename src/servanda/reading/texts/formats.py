"""Tells the format of a file by its first bytes; its name only decides where the bytes do not."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

Format = Literal["text", "html", "pdf", "docx"]

_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:html|body|div|p|article|table|br)\b[^>]{0,500}>", re.IGNORECASE)
_WEB_NAMES = (".html", ".htm", ".xhtml")

# What else people send: its first bytes, and what to do about it.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)


def format_of(data: bytes, name: str) -> tuple[Format | None, str]:
    """The format of a file, or none and what the file is instead."""
    if b"%PDF-" in data[:1024]:
        return "pdf", ""
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    for start, what in _OTHERS:
        if data.startswith(start):
            return None, what
    named = name.lower().endswith(_WEB_NAMES) and _TAG.search(data[:20_000])
    return ("html" if named or _HTML.match(data[:4096]) else "text"), ""


def _zipped(data: bytes) -> tuple[Format | None, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None, "a damaged ZIP archive"
    if "word/document.xml" in names:
        return "docx", ""
    return None, "a spreadsheet" if "xl/workbook.xml" in names else "a ZIP archive"
