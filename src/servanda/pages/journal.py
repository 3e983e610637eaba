"""The page of the journal: how many entries it holds, the hash that stands for all of them, the newest ones."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from servanda.acts import from_json
from servanda.journal import Entry, Journal, merkle
from servanda.journal.checkpoint import Checkpoint
from servanda.journal.entries import parse_entry
from servanda.pages.parts import Page, View
from servanda.text import print_head
from servanda.words.phrases import say

SHOWN = 25


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of the journal."""

    number: Annotated[int, "Its number; the first entry is 1."]
    moment: Annotated[str, "The moment of entry, in UTC."]
    by: Annotated[str, "Who entered it."]
    act: Annotated[str, "The id of its act: the SHA-256 of its canonical bytes."]
    head: Annotated[str, "The head line of the act."]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPage(Page):
    """The journal as known: its size, its root hash and its newest entries, whatever day their acts are of."""

    size: Annotated[int, "How many entries it holds."]
    root: Annotated[str, "The root of the Merkle tree over them (RFC 6962, SHA-256), in hexadecimal."]
    checkpoint: Annotated[list[str], "The lines of its checkpoint (C2SP): origin, size, root in base64."]
    last_moment: Annotated[str, "The moment of the newest of them, in UTC."]
    problems: Annotated[list[str], "What was found wrong with the journal when it was opened."]
    entries: Annotated[list[EntryRow], "The newest entries."]


def journal_page(view: View, journal: Journal) -> JournalPage:
    """The page of a journal, as far as the book of the view knows it."""
    size = view.book.head
    entries, root = newest_entries(journal, size), _root(journal, size)
    return JournalPage(
        **view.frame(say("Journal"), "/journal"),  # type: ignore[arg-type]
        size=size,
        root=root.hex(),
        checkpoint=str(Checkpoint(size, root)).splitlines(),
        last_moment=entries[0].moment if entries else "",
        problems=[f"{problem.code} {problem.message}" for problem in journal.problems],
        entries=[_row(entry) for entry in entries],
    )


def newest_entries(journal: Journal, size: int, shown: int = SHOWN) -> list[Entry]:
    """The last entries of the first so many, the newest first; raises StoreFailed as reading the journal does."""
    rows = islice(journal.store.rows(max(0, size - shown)), min(shown, size))
    read = (parse_entry(row.data)[0] for row in rows)
    return [entry for entry in read if entry][::-1]


def _root(journal: Journal, size: int) -> bytes:
    """The root over the first entries: kept for all of them, computed for fewer."""
    if size == journal.size:
        return journal.root()
    return merkle.root(journal.leaves(size))


def _row(entry: Entry) -> EntryRow:
    head = print_head(from_json(entry.act))
    return EntryRow(entry.number, entry.moment, entry.by, entry.act_id, head)
