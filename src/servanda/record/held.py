"""What the book holds of an entry."""

from __future__ import annotations

from servanda.acts import from_json
from servanda.acts.withheld import as_shown, may_withhold
from servanda.book import Held
from servanda.journal import Entry


def held_of(entry: Entry) -> Held:
    """The act of an entry as the book holds it, with withheld texts only said to be withheld."""
    act = as_shown(entry.act) if may_withhold(entry.data) else entry.act
    return Held(from_json(act), entry.act_id, entry.number, entry.moment, entry.by)
