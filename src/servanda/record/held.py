"""What the book holds of an entry, and how so many of them are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from servanda.acts import from_json
from servanda.acts.withheld import as_shown, may_withhold
from servanda.book import Held
from servanda.journal import Entry


def held_of(entry: Entry) -> Held:
    """The act of an entry as the book holds it, with withheld texts only said to be withheld."""
    act = as_shown(entry.act) if may_withhold(entry.data) else entry.act
    return Held(from_json(act), entry.act_id, entry.number, entry.moment, entry.by)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what a book is made of stays, and there are millions of pieces to look through."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
