"""The one door into the journal: acts are checked with all that the journal holds, then entered, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.acts import to_json
from servanda.book import Book, Held
from servanda.journal import Journal, open_journal
from servanda.problems import Problem, is_grave
from servanda.record.checks import check
from servanda.record.held import held_of, uncollected
from servanda.record.image import quick_book
from servanda.record.withholding import unwithheld
from servanda.text import Located


@dataclass(frozen=True, slots=True)
class Entered:
    """What entering did: how many acts were entered, how many were there already, and the problems found."""

    entered: int
    already: int
    problems: tuple[Problem, ...]


@uncollected()
def book_of(journal: Journal, known_by: int | str | None = None) -> Book:
    """The book of a journal, as known now, by the first so many entries, or by a moment."""
    return Book.build(held_of(entry) for entry in journal.entries(known_by))


def open_book(address: str, known_by: int | str | None = None) -> tuple[Book | None, list[Problem]]:
    """Open a journal and make its book, to ask questions of; the journal is closed again."""
    journal, problems = open_journal(address)
    if journal is None:
        return None, problems
    with journal:
        return quick_book(journal) if known_by is None else book_of(journal, known_by), problems


def book_before(journal: Journal, sha256: str) -> Book:
    """The book as it was before a text was first read, so that reading it again proposes the same acts."""
    for entry in journal.entries():
        if entry.act.get("kind") == "source" and entry.act.get("sha256") == sha256:
            return book_of(journal, entry.number - 1)
    return book_of(journal)


def check_acts(acts: Sequence[Located], book: Book | None = None, *, compare: bool = True) -> list[Problem]:
    """Check acts together with those of a book."""
    new = [Held.of(one.act, one.place, one.lines) for one in acts]
    known = book.entered if book else ()
    ids = {one.id for one in known}
    fresh = [one for one in new if one.id not in ids]
    confidential = [problem for one in acts for problem in unwithheld(one)]
    return [*check(Book.build((*known, *fresh)), fresh, compare=compare), *confidential]


def enter(journal: Journal, acts: Sequence[Located], *, moment: str, by: str, compare: bool = True) -> Entered:
    """Check acts and enter them; with a problem that is more than a warning nothing is entered.

    Without `compare` no claim is held to what is computed: a register of testimonies that gives no clause has many
    thousands of claims and nothing that they could be compared with.
    """
    problems = check_acts(acts, book_of(journal), compare=compare)
    if is_grave(problems):
        return Entered(0, 0, tuple(problems))
    appended = journal.append([to_json(one.act) for one in acts], moment=moment, by=by)
    return Entered(len(appended.numbers), appended.already, (*problems, *appended.problems))
