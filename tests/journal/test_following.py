"""Following a journal, and entering from many threads at once."""

from __future__ import annotations

import threading
from itertools import islice

import pytest

from servanda.journal import Journal, verify
from servanda.journal.appending import Appended
from servanda.journal.checkpoint import Checkpoint, read_checkpoint
from servanda.journal.following import follow
from servanda.journal.grouping import Group
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


def test_threads_that_append_together_share_commits_and_each_has_its_answer(bare_ground: Ground) -> None:
    with bare_ground.open(create=True) as journal:
        group = Group(journal, lambda: MOMENT)
        answers: dict[int, Appended] = {}

        def enter(first: int) -> None:
            for number in range(first, first + 10):
                answers[number] = group.append([make_act(number), make_act(number + 1000)], by="clerk")

        # The first commit waits until all have come, so that at least one is shared whatever the machine does.
        with group._writing:
            threads = [threading.Thread(target=enter, args=(first,)) for first in range(0, 80, 10)]
            for thread in threads:
                thread.start()
            while len(group._queue) < 8:
                pass
        for thread in threads:
            thread.join()
        assert group.commits <= 73
        entries = {entry.number: entry.act for entry in journal.entries()}
        for number, answer in answers.items():
            assert [entries[place] for place in answer.numbers] == [make_act(number), make_act(number + 1000)]
        assert sorted(entries) == list(range(1, 161))
        assert verify(journal, thorough=True).ok


def test_the_last_commit_of_a_burst_is_published_though_nobody_appends_after_it(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("servanda.journal.grouping.EVERY", 0.01)
    group, published = Group(journal, lambda: MOMENT), threading.Event()
    publish = journal.publish
    monkeypatch.setattr(journal, "publish", lambda: (publish(), published.set()))
    for number in (11, 12, 13):
        group.append([make_act(number)], by="clerk")
    assert published.wait(30)
    with group._writing:
        assert read_checkpoint(journal.checkpoint_path)[0] == Checkpoint(13, journal.root())


def test_what_a_group_refuses_is_refused_to_one_only(journal: Journal) -> None:
    group = Group(journal, lambda: MOMENT)
    assert [one.code for one in group.append([make_act(11) | {"of": "x y"}], by="clerk").problems] == ["J110"]
    assert group.append([make_act(11)], by="clerk").numbers == (11,)


def test_a_group_whose_journal_breaks_tells_everybody(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "commit", lambda _: 1 / 0)
    group = Group(journal, lambda: MOMENT)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            group.append([make_act(11)], by="clerk")
