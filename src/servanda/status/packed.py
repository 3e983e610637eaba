"""Packs the commitments of a book into a ledger: those with named parties, with all that was ever told of them.

What is owed under an instrument depends on who is bound on the day asked about, and stays with the plain functions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from servanda.acts import Act
from servanda.acts.commitments import Classify, Extend, Merge, Release, Supersede
from servanda.book import Book
from servanda.status.commitments import RANKS, Commitment, commitments
from servanda.status.ledger import NEVER, Events, Ledger, columns, prevailing
from servanda.words.scales import GRADES


def ledger_of(book: Book) -> Ledger:
    """The ledger of a book; for records in which every day is whole."""
    spread = [(one, topic) for one in commitments(book, date.max) for topic in one.topics or ("",)]
    rows = [(one, topic) for one, topic in spread if one.origin != "owed"]
    ones = [one for one, _topic in rows]
    parties = tuple(sorted({one.party for one in ones}))
    topics = tuple(sorted({topic for _one, topic in rows}))
    made = [_row(one, parties.index(one.party), topics.index(topic)) for one, topic in rows]
    party, topic, rank, since, due = np.array(made, np.int32).reshape(-1, 5).T
    return Ledger(
        parties=parties,
        topics=topics,
        party=party,
        topic=topic,
        rank=rank.astype(np.int8),
        made=since,
        due=due,
        left=np.array([_left(book, one) for one in ones], np.int32),
        grades=prevailing(len(ones), columns(_graded(ones, "self-report")), columns(_graded(ones, "assessment"))),
        extensions=Events.sorted(len(ones), *columns(_extended(book, ones))),
        registered=Events.sorted(len(ones), *columns(_registered(book, ones))),
    )


def _row(one: Commitment, party: int, topic: int) -> tuple[int, int, int, int, int]:
    due = one.original_due.last.toordinal() if one.original_due else NEVER
    return party, topic, RANKS.index(one.recorded_rank), one.made.last.toordinal(), due


def _graded(rows: list[Commitment], kind: str) -> Iterator[tuple[int, int, int]]:
    for at, one in enumerate(rows):
        for score in one.scores:
            if score.kind == kind:
                yield at, score.on.last.toordinal(), GRADES.index(score.grade)


def _extended(book: Book, rows: list[Commitment]) -> Iterator[tuple[int, int, int]]:
    for at, one in enumerate(rows):
        for act, _event in book.acts(Extend, one.id):
            yield at, act.on.last.toordinal(), act.due.last.toordinal()


def _registered(book: Book, rows: list[Commitment]) -> Iterator[tuple[int, int, int]]:
    """What was registered as of another class; a measure of a plan stays a decision."""
    for at, one in enumerate(rows):
        for act, _event in book.acts(Classify, one.id) if one.origin != "planned" else ():
            yield at, act.on.last.toordinal(), RANKS.index(act.rank)


def _left(book: Book, one: Commitment) -> int:
    """The day from which nobody waits for it: released, merged or superseded."""
    ends: list[Act] = [act for act, _ in book.acts(Release, one.id) if not act.by or one.party in act.by]
    ends += [act for act, _ in book.acts(Merge, one.id)]
    ends += [act for act, _ in book.acts(Supersede, one.id)]
    return min((act.on.last.toordinal() for act in ends), default=NEVER)
