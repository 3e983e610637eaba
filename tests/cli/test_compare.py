"""servanda compare: two versions of a text in any format that the reader takes, by article."""

from __future__ import annotations

import json

import pytest

from tests.cli.league import run

OLD = ["Концепция", "5. Экономика", "5.1. Зона свободной торговли развивается", "Статья 6", "Стороны сотрудничают"]
NEW = ["Концепция", "5. Экономика", "5.1. Зона свободной торговли совершенствуется", "Статья 6", "Стороны сотрудничают"]


def web_page(lines):
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<!doctype html><html lang=ru><meta charset=utf-8><body><main>{body}</main></body></html>".encode()


def compared(*files):
    result = run("compare", *map(str, files), "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def expected(found):
    changes = {one["new"]: one["change"] for one in found["articles"]}
    assert changes == {"": "same", "5": "same", "5.1": "changed", "6": "same"}
    assert (found["kept"], found["of"]) == (3, 4)


def test_a_text_is_compared_with_a_web_page_by_article(tmp_path):
    (tmp_path / "old.txt").write_text("\n".join(OLD), encoding="utf-8")
    (tmp_path / "new.html").write_bytes(web_page(NEW))
    expected(compared(tmp_path / "old.txt", tmp_path / "new.html"))


def test_a_docx_is_compared_with_a_pdf_by_article(tmp_path):
    docx, typst = pytest.importorskip("docx"), pytest.importorskip("typst")
    document = docx.Document()
    for line in OLD:
        document.add_paragraph(line)
    document.save(str(tmp_path / "old.docx"))
    (tmp_path / "new.typ").write_text("#set par(justify: false)\n" + "\n\n".join(f'#"{line}"' for line in NEW))
    (tmp_path / "new.pdf").write_bytes(typst.compile(str(tmp_path / "new.typ")))
    expected(compared(tmp_path / "old.docx", tmp_path / "new.pdf"))


def test_what_is_no_text_is_told(tmp_path):
    (tmp_path / "old.txt").write_text("Article 1\nOne.", encoding="utf-8")
    result = run("compare", str(tmp_path / "old.txt"), str(tmp_path / "missing"))
    assert result.exit_code == 1
    assert "R106" in result.output
