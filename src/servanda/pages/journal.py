"""The page of the journal: how many entries it holds, the hash that stands for all of them, the newest ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from servanda.acts import act_id, from_json
from servanda.acts.withheld import as_shown
from servanda.journal import Entry, Journal, merkle
from servanda.journal.checkpoint import Checkpoint
from servanda.journal.entries import act_bytes, parse_entry
from servanda.journal.store import Row
from servanda.journal.witnessed import read_signed, receipt_of
from servanda.pages.parts import Page, View
from servanda.problems import Problem
from servanda.text import print_head
from servanda.words.phrases import say

SHOWN = 25
_ID = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry of the journal."""

    number: Annotated[int, "Its number; the first entry is 1."]
    moment: Annotated[str, "The moment of entry, in UTC."]
    by: Annotated[str, "Who entered it."]
    act: Annotated[str, "The id of its act: the SHA-256 of its canonical bytes."]
    head: Annotated[str, "The head line of the act."]
    proof: Annotated[str, "Where the proof of the entry is downloaded; empty where nobody signs the journal."]


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
    signed = is_signed(journal)
    return JournalPage(
        **view.frame(say("Journal"), "/journal"),  # type: ignore[arg-type]
        size=size,
        root=root.hex(),
        checkpoint=str(Checkpoint(size, root)).splitlines(),
        last_moment=entries[0].moment if entries else "",
        problems=[f"{problem.code} {problem.message}" for problem in journal.problems],
        entries=[_row(entry, is_signed=signed) for entry in entries],
    )


def newest_entries(journal: Journal, size: int, shown: int = SHOWN) -> list[Entry]:
    """The last entries of the first so many, the newest first; raises StoreFailed as reading the journal does."""
    rows = islice(journal.store.rows(max(0, size - shown)), min(shown, size))
    read = (parse_entry(row.data)[0] for row in rows)
    return [entry for entry in read if entry][::-1]


def is_signed(journal: Journal) -> bool:
    """Whether the newest checkpoint bears a signature, so that entries can be proved."""
    return bool(journal.signers) or read_signed(journal.checkpoint_path) is not None


def proof_text(journal: Journal, number: str) -> tuple[str, Problem | None]:
    """The text of the proof of an entry; problem J310 for one that is not there, J302 where nobody signs."""
    entry, problem = find_entry(journal, number)
    receipt, problem = receipt_of(journal, entry) if entry else (None, problem)
    return (str(receipt), None) if receipt else ("", problem)


def find_entry(journal: Journal, name: str) -> tuple[Entry | None, Problem | None]:
    """Find an entry by its number or by the id of its act; problem J310 where the journal has it not."""
    number = int(name) if name.isascii() and name.isdecimal() and len(name) < 16 else 0
    by_id = not number and _ID.fullmatch(name)
    if by_id:
        number = journal.store.numbers([bytes.fromhex(name)]).get(bytes.fromhex(name), 0)
    row = next(journal.store.rows(number - 1), None) if number else None
    if row and row.number == number and (not by_id or _is_of(row, name)):
        return parse_entry(row.data)
    hint = f"give a number up to {journal.size}, or the id of an act in 64 hexadecimal digits"
    return None, Problem("J310", f"the journal holds no entry '{name[:70]}'", hint=hint)


def _is_of(row: Row, name: str) -> bool:
    """Whether an entry holds the act of an id; by its bytes: the database only leads to it."""
    try:
        return act_id(act_bytes(row.data)) == name
    except ValueError:
        return False


def _root(journal: Journal, size: int) -> bytes:
    """The root over the first entries: kept for all of them, computed for fewer."""
    if size == journal.size:
        return journal.root()
    return merkle.root(journal.leaves(size))


def _row(entry: Entry, *, is_signed: bool) -> EntryRow:
    head = print_head(from_json(as_shown(entry.act)))
    proof = f"/journal/{entry.number}.tlog-proof" if is_signed else ""
    return EntryRow(entry.number, entry.moment, entry.by, entry.act_id, head, proof)
