"""The persons of a text with the office that the text gives them, each once."""

from __future__ import annotations

from servanda.reading.context import Context
from servanda.reading.pairs import ACTS
from servanda.reading.records import Person


def find_persons(context: Context) -> tuple[Person, ...]:
    """Every person named with an office, by the first passage that joins the two."""
    found = []
    for who in context.people.known.values():
        holder = who.holder
        if holder.rule == ACTS:
            continue
        passage = context.passage(holder.start, holder.end, holder.rule)
        found.append(Person(name=who.name, office=who.office, **passage))
    return tuple(sorted(found, key=lambda person: person.start))
