"""The main text of a web page, without menus, banners and footers; runs in the worker's process only."""

from __future__ import annotations

import re
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from servanda.reading.texts.extracted import Extracted, Refused, bounded

# What is never part of a communiqué, whatever the page calls its main element.
_SKIPPED = [
    "nav", "aside", "header", "form", "script", "style", "noscript", "button", "figcaption", "footer", "iframe",
    "template", "[role=navigation]", "[role=banner]", "[role=contentinfo]", "[aria-hidden=true]", "[hidden]",
]  # fmt: skip
_MAIN = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_ENOUGH = 200
_DEEPEST = 5_000
_OPENING = re.compile(r"<(?!/|!|br\b|p\b|li\b|img\b|meta\b|link\b|input\b|hr\b|td\b|tr\b|th\b)[a-z]", re.IGNORECASE)
_CLOSING = re.compile(r"</[a-z]", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATES = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name=date]", "content"),
    ("meta[name='dc.date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("[itemprop=datePublished]", "datetime"),
    ("time[datetime]", "datetime"),
)
_TITLES = (("meta[property='og:title']", "content"), ("meta[name='dc.title']", "content"))
_PUBLISHERS = (
    ("meta[property='og:site_name']", "content"),
    ("meta[name='dc.publisher']", "content"),
    ("meta[name=publisher]", "content"),
    ("meta[name='application-name']", "content"),
)


def read_web_page(data: bytes) -> Extracted:
    """The main text of a page, given as UTF-8, and its title, publisher and day."""
    html = data.decode("utf-8", "replace")
    if len(_OPENING.findall(html)) - len(_CLOSING.findall(html)) > _DEEPEST:
        raise Refused(f"more than {_DEEPEST:,} of its elements are never closed")
    tree = HTMLTree.parse(html)
    text, title = _main_text(tree), _told(tree, _TITLES) or (tree.title or "").strip()
    heading = _heading(tree)
    if heading and heading not in text[:1000]:
        text = f"{heading}\n\n{text}"
    date = _DAY.match(_told(tree, _DATES))
    return Extracted(
        text=bounded(text),
        title=" ".join(title.split()),
        publisher=_told(tree, _PUBLISHERS),
        date=date[0] if date else "",
        form=_first(tree, "input[type=password]") is not None,
    )


def _main_text(tree: Any) -> str:
    """The element that the page calls its text, if there is one; else what looks like it; else all of the page."""
    for selector in _MAIN:
        found = tree.document.query_selector_all(selector) if tree.document else []
        if len(found) == 1:
            text = _plain(HTMLTree.parse(found[0].html), main=False)
            if len(text) >= _ENOUGH:
                return text
    around = _around_paragraphs(tree)
    if around is not None:
        return _plain(HTMLTree.parse(around.html), main=False)
    main, whole = _plain(tree, main=True), _plain(tree, main=False)
    return main if len(main) >= _ENOUGH or len(main) * 2 >= len(whole) else whole


def _around_paragraphs(tree: Any) -> Any:
    """The element whose own paragraphs are most of the page's text, with its lists and headings."""
    lengths: dict[Any, int] = {}
    for paragraph in tree.document.query_selector_all("p") if tree.document else []:
        parent = paragraph.parent
        lengths[parent] = lengths.get(parent, 0) + len(paragraph.text)
    best = max(lengths, key=lambda node: lengths[node], default=None)
    return best if best is not None and lengths[best] * 2 > sum(lengths.values()) else None


def _plain(tree: Any, *, main: bool) -> str:
    return str(
        extract_plain_text(
            tree,
            preserve_formatting=True,
            main_content=main,
            list_bullets=True,
            alt_texts=False,
            skip_elements=_SKIPPED,
        )
    ).strip()


def _heading(tree: Any) -> str:
    """The first great heading: a communiqué's title often stands outside of its main element."""
    found = _first(tree, "h1")
    return " ".join(found.text.split()) if found else ""


def _first(tree: Any, selector: str) -> Any:
    """The first element that a selector names, or none."""
    return tree.document.query_selector(selector) if tree.document else None


def _told(tree: Any, places: tuple[tuple[str, str], ...]) -> str:
    """The first of some attributes that the page has."""
    for selector, attribute in places:
        found = _first(tree, selector)
        value = found.getattr(attribute) if found else None
        if value and value.strip():
            return str(value).strip()[:500]
    return ""
