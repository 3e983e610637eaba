"""How far an instrument is from its entry into force: each condition of its clause, and what of it is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.book import Book
from servanda.law.conditions import Asked, Condition, Count
from servanda.law.facts import Close
from servanda.law.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Progress:
    """One condition at the close of a day; `have` and `need` where it counts something."""

    words: str
    holds: bool
    have: int | None
    need: int | None
    missing: str
    acts: tuple[str, ...]


def progress(book: Book, of: str, as_of: date) -> tuple[Progress, ...]:
    """The conditions of an instrument's clause, as far as they are met at the close of the day."""
    clause = book.clause(of, as_of)
    if clause is None:
        return ()
    asked, close = Asked(Remembered(book.facts(as_of)), of, clause[0].counts), Close(as_of, early=False)
    found = []
    for condition in clause[0].when:
        finding = condition.test(asked, close)
        have, need = _counts(condition, asked, close)
        found.append(Progress(finding.words, finding.holds, have, need, finding.missing, finding.acts))
    return tuple(found)


def _counts(condition: Condition, asked: Asked, close: Close) -> tuple[int | None, int | None]:
    """What there is and what is needed, of a condition that counts parties."""
    if isinstance(condition, Count) and not condition.unknown(asked, close):
        return condition.have(asked, close), condition.number
    return None, None
