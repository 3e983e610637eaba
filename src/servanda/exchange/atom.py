"""What waits as a feed to subscribe to (RFC 4287), the newest entry of the journal first."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from servanda.exchange.notices import Notice

TYPE = "application/atom+xml; charset=utf-8"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_BEGINNING = "1970-01-01T00:00:00Z"


def feed(found: Iterable[Notice], title: str, address: str, moment: str) -> bytes:
    """The feed of notices at an address, as of a moment of the journal."""
    ET.register_namespace("", _NAMESPACE)
    root = ET.Element(f"{{{_NAMESPACE}}}feed")
    _add(root, "id", address)
    _add(root, "title", title)
    _add(root, "updated", moment or _BEGINNING)
    _add(_add(root, "author", ""), "name", "Servanda")
    _add(root, "link", "", rel="self", href=address)
    for one in sorted(found, key=lambda one: (-one.entry, one.party, one.what, one.object)):
        entry = _add(root, "entry", "")
        _add(entry, "id", f"urn:uuid:{one.key}")
        _add(entry, "title", one.words)
        _add(entry, "updated", one.moment or _BEGINNING)
        _add(entry, "content", "\n".join(one.reasons), type="text")
    written: str = ET.tostring(root, encoding="unicode")
    return written.encode()


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    child.text = "".join(letter for letter in text if letter.isprintable() or letter == "\n") or None
    return child
