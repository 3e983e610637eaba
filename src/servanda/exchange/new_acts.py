"""The acts as they were entered, for a feed: each once, by a name that is its hash, with all its words."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass

from servanda.acts import from_json
from servanda.exchange.atom import Item
from servanda.journal import Entry, Journal
from servanda.pages.journal import newest_entries
from servanda.text.printer import print_act, print_head

SHOWN = 50


@dataclass(frozen=True, slots=True)
class New:
    """One entry: its number, and what a feed tells of it."""

    number: int
    item: Item


def new_acts(journal: Journal, size: int, host: str) -> list[New]:
    """The last acts of the first so many entries, the newest first; their pages lie on a host."""
    return [New(entry.number, _item(entry, host)) for entry in newest_entries(journal, size, SHOWN)]


def _item(entry: Entry, host: str) -> Item:
    act, name = from_json(entry.act), entry.act_id
    address = f"{host}/acts/{name}"
    return Item(hash_name(name), print_head(act), entry.moment, print_act(act), address, entry.by)


def hash_name(act_id: str) -> str:
    """The id of an act as a name for the whole world (RFC 6920)."""
    digest = urlsafe_b64encode(bytes.fromhex(act_id)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
