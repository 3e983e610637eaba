"""The text of a DOCX file, after its archive was looked at; runs in the worker's process only."""

from __future__ import annotations

import html
import io
import re
import zipfile

import mammoth

from servanda.reading.texts.extracted import Extracted, Refused, bounded

_UNFOLDED = 64 * 1024 * 1024
_PARTS = 5_000
_RATIO = 200
_SMALL = 1024 * 1024
_FIELD = r"<(?:\w+:)?{name}\b[^>]*>([^<]*)</"


def read_docx(data: bytes) -> Extracted:
    """The text of the paragraphs, and the title, author and day of the file's own properties."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_at(archive)
            about = _part(archive, "docProps/core.xml")
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise Refused("its archive is damaged") from error
    text = mammoth.extract_raw_text(io.BytesIO(data)).value
    return Extracted(
        text=bounded(text.strip()),
        title=_field(about, "title"),
        publisher=_field(about, "creator"),
        date=_field(about, "created")[:10],
    )


def _look_at(archive: zipfile.ZipFile) -> None:
    """Refuse what unfolds beyond measure, and XML that defines entities of its own."""
    parts = archive.infolist()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNFOLDED:
        raise Refused(f"its archive unfolds into more than {_UNFOLDED // 2**20} MiB")
    for part in parts:
        if part.flag_bits & 1:
            raise Refused("it is locked with a password")
        if part.file_size > _SMALL and part.file_size > _RATIO * max(1, part.compress_size):
            raise Refused("a part of its archive is packed beyond what text allows")
        if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part):
            raise Refused("its XML defines entities of its own")


def _part(archive: zipfile.ZipFile, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace") if name in archive.namelist() else ""


def _field(about: str, name: str) -> str:
    found = re.search(_FIELD.format(name=name), about)
    return " ".join(html.unescape(found[1]).split()) if found else ""
