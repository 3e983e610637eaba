"""The text of a PDF, page after page, without what every page repeats; runs in the worker's process only."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2

from servanda.reading.texts.extracted import TEXT_LIMIT, Extracted, Refused

_PAGES = 2_000
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"\ufffe|\x02(?:\r?\n)?|\xad\r?\n")


def read_pdf(data: bytes) -> Extracted:
    """The text of all pages, and the title and the day that the document tells of itself."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return Extracted(form=True, refused="it is locked with a password")
        raise Refused("it is damaged") from error
    count = len(document)
    if count > _PAGES:
        raise Refused(f"it has {count:,} pages; {_PAGES:,} are read")
    about = document.get_metadata_dict()
    made = _DATE.match(about.get("CreationDate", ""))
    return Extracted(
        text=_joined(_pages(document)),
        title=" ".join(about.get("Title", "").split()),
        publisher=about.get("Author", "").strip(),
        date="-".join(made.groups()) if made else "",
        pages=count,
    )


def _pages(document: pypdfium2.PdfDocument) -> list[list[str]]:
    """The lines of every page."""
    pages, length = [], 0
    for page in document:
        layer = page.get_textpage()
        text = _HYPHEN.sub("", layer.get_text_bounded()).replace("\r\n", "\n").replace("\r", "\n")
        layer.close()
        page.close()
        length += len(text)
        if length > TEXT_LIMIT:
            raise Refused(f"it unfolds into more than {TEXT_LIMIT:,} characters")
        pages.append([line.rstrip() for line in text.strip().split("\n")])
    return pages


def _joined(pages: list[list[str]]) -> str:
    """All pages as one text; first and last lines that most pages share, their numbers apart, are left out."""
    edges = Counter(_bare(line) for page in pages for line in {page[0], page[-1]})
    repeated = {line for line, times in edges.items() if times >= 3 and times * 2 > len(pages)}
    kept = []
    for page in pages:
        first = 1 if _bare(page[0]) in repeated else 0
        last = len(page) - (1 if len(page) > first and _bare(page[-1]) in repeated else 0)
        kept.append("\n".join(page[first:last]))
    return "\n".join(kept).strip()


def _bare(line: str) -> str:
    return _DIGITS.sub("#", line).strip()
