"""Every link in a page of the repository leads somewhere: to a file, and to a heading that the file has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6} (?P<words>.+)$", re.MULTILINE)
ELSEWHERE = ("http://", "https://", "mailto:")


def test_every_relative_link_leads_to_a_file_and_a_heading(files: list[Path], root: Path) -> None:
    pages = [path for path in files if path.suffix == ".md"]
    assert len(pages) > 40
    assert [f"{page.relative_to(root)}: {link}" for page in pages for link in broken(page)] == []


def test_every_page_of_the_documentation_is_linked(files: list[Path], root: Path) -> None:
    pages = [path for path in files if path.suffix == ".md" and path.is_relative_to(root / "docs")]
    linked = {
        (page.parent / link.partition("#")[0]).resolve()
        for page in files
        if page.suffix == ".md"
        for link in links(page)
    }
    assert [str(page.relative_to(root)) for page in pages if page not in linked and page.parent not in linked] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](a.md) and ![b](b.png)", ["a.md", "b.png"]),
        ("[far](https://example.org/x) [mail](mailto:a@example.org)", []),
        ("```\n[code](no.md)\n```\n`[code](no.md)`", []),
        ("[here](#a-heading)", ["#a-heading"]),
    ],
)
def test_what_counts_as_a_link(tmp_path: Path, text: str, expected: list[str]) -> None:
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    assert links(tmp_path / "page.md") == expected


def test_a_link_to_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# A heading\n[a](no.md) [b](page.md#a-heading) [c](#other)", encoding="utf-8")
    assert broken(tmp_path / "page.md") == ["no.md", "#other"]


def links(page: Path) -> list[str]:
    """The targets of a page's links within the repository."""
    text = CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))
    return [hit["to"] for hit in LINK.finditer(text) if not hit["to"].startswith(ELSEWHERE)]


def broken(page: Path) -> list[str]:
    return [link for link in links(page) if not leads_somewhere(page, link)]


def leads_somewhere(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists():
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target)


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as the usual hosts make them."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", hit["words"].lower()).replace(" ", "-") for hit in HEADING.finditer(text)}
