"""Cases of law are written in the text of a record; what is asked of them is one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from servanda.acts.declarations import Clause
from servanda.book import Book, Held
from servanda.days import Day
from servanda.law.clause import EntryIntoForce, read_clause
from servanda.law.entry import Entry
from servanda.problems import Problem
from servanda.text import read


def book_of(text: str) -> Book:
    """The book of a record; a wrong test is a problem, too."""
    found = read(text)
    assert found.problems == ()
    return Book.build(Held.of(one.act) for one in found.acts)


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """What comes out for `x`, from the lines of its clause and the acts of a record, as of a day."""

    def computed(clause: str, acts: str, as_of: str = "2099-12-31", of: str = "x") -> Entry:
        lines = "\n".join(f"  {line}" for line in clause.strip("\n").splitlines())
        book = book_of(f"1900-01-01 clause {of} entry-into-force\n{lines}\n{acts}\n")
        found = book.entry(of, date.fromisoformat(as_of))
        assert found is not None
        return found

    return computed


@pytest.fixture
def reading() -> Callable[[str], tuple[EntryIntoForce, list[Problem]]]:
    """A clause of these lines, and its problems."""

    def of(text: str) -> tuple[EntryIntoForce, list[Problem]]:
        lines = tuple(text.strip("\n").splitlines())
        return read_clause(Clause(on=Day.parse("2000-01-01"), of="x", about="entry-into-force", lines=lines))

    return of
