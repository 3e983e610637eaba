"""Writes the reference page of the shipped treaties: `python -m tools.law_files.page LAW_DIR PAGE`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from servanda.acts.declarations import Clause, Instrument
from servanda.acts.keeping import Expect
from servanda.book import Book, Held
from servanda.record import load
from servanda.status.force import Force, force

AS_OF = date(2026, 11, 1)
HEAD = """# The shipped treaties

Made from the files in `law/instruments/` by `python -m tools.law_files.page law docs/reference/law.md`.

*Published* is the day that somebody else gives; *computed* is what the clause and the acts in the file give as of
{as_of}. They agree unless a cause is named. The words on the clause are our own, not the treaty's. What a computed day
takes for granted for want of data stands below it. {counts}

| name | treaty | clause | its rule in own words | published | computed | agreement |
|---|---|---|---|---|---|---|
"""
FOOT = """
The treaties of the CIS and the EAEU (among them the Charter of the CIS, the free trade treaty of 2011 and the treaty on
the EAEU with its accessions) are in `records/cis/`. The depositaries' notifications and the authentic texts prevail.
"""


def page(law: Path) -> str:
    """The page of the treaties in the folder of the shipped law."""
    book = Book.build(Held.of(one.act, one.place, one.lines) for one in load([law / "instruments"]).acts)
    names = sorted(act.of for act, _event in book.acts(Instrument))
    rows = [_row(book, name) for name in names]
    return HEAD.format(as_of=AS_OF, counts=_counts(rows)) + "".join(f"{row}\n" for row in rows) + FOOT


def _counts(rows: list[str]) -> str:
    agree = sum(row.endswith("| agrees |") for row in rows)
    return f"{len(rows)} treaties: {agree} agree, {len(rows) - agree} have a known difference."


def _row(book: Book, name: str) -> str:
    instrument = book.declared(Instrument, name)
    clause = book.declared(Clause, name)
    assert instrument
    assert clause
    law, told = book.clause(name, AS_OF), force(book, name, AS_OF, testimony=False)
    article = law[0].cite if law else ""
    cells = (
        f"[`{name}`](../../law/instruments/{name}.acts)",
        instrument.title,
        article,
        _first(clause.note),
        _published(book, name),
        "<br>".join([_computed(book, name, told), *_presumed(book, name)]),
        _agreement(book, name),
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _first(note: str) -> str:
    """The rule itself: the note up to what is said of later parties not being checked."""
    return re.sub(r" ?The rule for later parties is taken over from the general one, not checked\.", "", note)


def _general(book: Book, name: str) -> Iterator[Expect]:
    """What others say of the whole treaty, not of one party."""
    claims = re.compile(r"(not )?in force( since \S+)?")
    yield from (act for act, _event in book.acts(Expect, name) if claims.fullmatch(act.claim))


def _published(book: Book, name: str) -> str:
    claims = [act.claim for act in _general(book, name)]
    return "<br>".join(dict.fromkeys(claim.removeprefix("in force since ") for claim in claims))


def _computed(book: Book, name: str, told: Force) -> str:
    """The computed day; where there is none, whether that is the answer or only what the file cannot tell."""
    differs = any(act.known_difference for act in _general(book, name))
    return str(told.computed or ("not from this file" if differs else "not in force"))


def _presumed(book: Book, name: str) -> list[str]:
    entry = book.entry(name, AS_OF)
    return [f"presumed: {what}" for what in entry.presumed] if entry else []


def _agreement(book: Book, name: str) -> str:
    causes = [act.known_difference for act in _general(book, name) if act.known_difference]
    if not causes:
        return "agrees"
    return f"known difference: {'; '.join(causes)}"


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(prog="python -m tools.law_files.page", description=__doc__)
    parser.add_argument("law", type=Path, help="the folder of the shipped law")
    parser.add_argument("page", type=Path, help="the page to write")
    asked = parser.parse_args()
    asked.page.write_text(page(asked.law), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
