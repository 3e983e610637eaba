"""Following a journal that others write."""

from __future__ import annotations

from itertools import islice

from servanda.journal import Journal
from servanda.journal.following import follow
from tests.journal.grounds import MOMENT, Ground, make_act


def test_a_follower_sees_what_is_there_and_then_what_another_enters(ground: Ground, journal: Journal) -> None:
    following = follow(journal, 8, pause=0.001)
    assert [entry.number for entry in islice(following, 2)] == [9, 10]
    with ground.open() as other:
        for number in range(11, 14):
            other.append([make_act(number)], moment=MOMENT, by="other")
            assert next(following).act == make_act(number)


def test_a_follower_ends_when_it_is_enough(journal: Journal) -> None:
    answers = iter([False, False, True])
    assert [entry.number for entry in follow(journal, 9, pause=0, until=lambda: next(answers))] == [10]
