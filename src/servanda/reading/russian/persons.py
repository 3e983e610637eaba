"""The persons of a Russian text with the office that the text gives them, each once."""

from __future__ import annotations

from servanda.reading.records import Person
from servanda.reading.russian.context import Context
from servanda.reading.russian.people import all_named


def find_persons(context: Context) -> tuple[Person, ...]:
    """Every person named with an office, by the first passage that joins the two."""
    found = []
    for who in (who for who in all_named(context.people) if who.office):
        passage = context.passage(who.officer.start, who.officer.end, who.officer.rule)
        found.append(Person(name=who.name, office=who.office, **passage))
    return tuple(found)
