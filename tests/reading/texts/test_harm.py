"""Files made to harm cost a bounded time and memory, and end in a problem."""

from __future__ import annotations

import io
import zipfile

import pytest

from servanda.reading.texts import take
from servanda.reading.texts.apart import extract

CONTENT = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<w:document>&b;</w:document>"
)


def archive(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


def refused(data, name="-"):
    taken, (problem,) = take(data, name=name)
    assert taken is None
    assert problem.code == "R109"
    return problem.message


def test_a_zip_bomb_is_not_unfolded():
    bomb = archive(word__document_xml=CONTENT.format("a" * 70_000_000))
    assert len(bomb) < 100_000
    assert "64 MiB" in refused(bomb)


def test_a_part_packed_beyond_measure_is_refused():
    assert "packed" in refused(archive(word__document_xml=CONTENT.format("a" * 20_000_000)))


def test_entities_of_its_own_are_refused():
    assert "entities" in refused(archive(word__document_xml=LAUGHS))


def test_a_docx_whose_xml_is_broken_is_refused():
    assert "broke off" in refused(archive(word__document_xml=CONTENT.format("<w:p>")))


def test_elements_nested_without_end_are_refused():
    assert "never closed" in refused(b"<html><body>" + b"<div>" * 200_000 + b"x", name="page.html")


def test_a_damaged_pdf_is_refused():
    assert "damaged" in refused(b"%PDF-1.7\n" + b"\xff" * 5000)


@pytest.mark.slow
def test_a_pdf_of_too_many_pages_is_refused():
    count = 2_500
    kids = b" ".join(b"%d 0 R" % (3 + number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        *[b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"] * count,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (count + 3)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count + 3, len(data))
    assert "2,500 pages" in refused(data + head + table + tail)


def test_a_reader_that_takes_too_long_is_ended():
    assert "more than 0 seconds" in extract(b"<p>text</p>", "html", seconds=0.01).refused


def test_a_reader_has_no_more_than_its_memory():
    """The limits hold in the worker: what asks for more gets an answer, not the machine."""
    import subprocess
    import sys

    code = "from servanda.reading.texts.worker import _limit; _limit(); bytearray(2 * 1024**3)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"MemoryError" in ended.stderr
