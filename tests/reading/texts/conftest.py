"""Files of foreign formats, made by programs that are not ours: typst makes the PDF, python-docx the DOCX."""

from __future__ import annotations

import io
import struct
import zlib

import pytest

COMMUNIQUE = [
    "The CIS Council of Heads of State met",
    "18 December 2020",
    "The Council of Heads of State of the CIS held its session on 18 December 2020 by videoconference.",
    "The leaders of Belarus, Kazakhstan and Uzbekistan took part in the session.",
    "Armenia was not represented because of unexpected circumstances.",
]


@pytest.fixture(scope="session")
def pdf():
    """Makes a PDF of paragraphs, with one page for each of the lists given."""
    typst = pytest.importorskip("typst")

    def make(*pages, before="", title="A title"):
        body = "\n#pagebreak()\n".join("\n\n".join(page) for page in pages)
        head = f'#set document(title: "{title}", date: datetime(year: 2020, month: 12, day: 19))\n'
        return typst.compile((head + before + body).encode())

    return make


@pytest.fixture(scope="session")
def docx():
    """Makes a DOCX of paragraphs."""
    library = pytest.importorskip("docx")

    def make(paragraphs, title="A title"):
        document = library.Document()
        document.core_properties.title = title
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return make


def picture(size=8):
    """A PNG of one colour."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80\x80\x80" * size for _ in range(size)))
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
