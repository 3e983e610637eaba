"""Feeds to subscribe to (RFC 4287): what waits, and what was entered; the newest first, in pages (RFC 5005)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from servanda.exchange.licences import licence_address
from servanda.exchange.notices import Notice

TYPE = "application/atom+xml; charset=utf-8"
NAMESPACE = "http://www.w3.org/2005/Atom"
_BEGINNING = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed: a name that never changes, its words, moment and text; where it lies and who told it."""

    key: str
    title: str
    moment: str
    text: str
    address: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a feed says of itself; `links` are its other pages by their relation, as in `next`."""

    address: str
    title: str
    moment: str
    licence: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    whole: str = ""
    """The address of the feed of which this is a page, where it is one."""


def of_notices(found: Iterable[Notice]) -> list[Item]:
    """Notices as items, the newest entry of the journal first."""
    ordered = sorted(found, key=lambda one: (-one.entry, one.party, one.what, one.object))
    return [Item(f"urn:uuid:{one.key}", one.words, one.moment, "\n".join(one.reasons)) for one in ordered]


def feed(items: Iterable[Item], frame: Frame) -> bytes:
    """The feed of items."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}feed")
    _add(root, "id", frame.whole or frame.address)
    _add(root, "title", frame.title)
    _add(root, "updated", frame.moment or _BEGINNING)
    _add(_add(root, "author", ""), "name", "Servanda")
    _add(root, "link", "", rel="self", href=frame.address)
    for relation, address in frame.links.items():
        _add(root, "link", "", rel=relation, href=address)
    if frame.licence:
        _add(root, "rights", frame.licence)
    if licence_address(frame.licence):
        _add(root, "link", "", rel="license", href=licence_address(frame.licence))
    for one in items:
        _add_item(_add(root, "entry", ""), one)
    written: str = ET.tostring(root, encoding="unicode")
    return written.encode()


def _add_item(entry: ET.Element, one: Item) -> None:
    _add(entry, "id", one.key)
    _add(entry, "title", one.title)
    _add(entry, "updated", one.moment or _BEGINNING)
    if one.author:
        _add(_add(entry, "author", ""), "name", one.author)
    if one.address:
        _add(entry, "link", "", rel="alternate", href=one.address)
    _add(entry, "content", one.text, type="text")


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
    child.text = "".join(letter for letter in text if letter.isprintable() or letter == "\n") or None
    return child
