"""A strict reading of HTML: what is open must be closed, and nothing may run or style inline."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "input", "link", "meta", "hr", "img"}
# What may hold no block: a browser would end it early, and the page would not be what the template says.
PHRASING = {"p", "span", "b", "a", "h1", "h2", "h3", "code", "cite", "summary", "dt", "button", "label"}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "blockquote", "section", "pre", "h1", "h2", "h3", "details", "li"}


class Markup(HTMLParser):
    """The faults of a page, its links, and its anchors."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.faults += [f"<{tag} {name}> is inline" for name in given if name == "style" or name.startswith("on")]
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []
        self.loads += [value or "" for name, value in attrs if name == "src" or (tag == "link" and name == "href")]
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag in BLOCKS and (around := PHRASING & set(self.open)):
            self.faults.append(f"<{tag}> within {sorted(around)}")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link within a link")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text += data
