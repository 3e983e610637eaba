"""Opening, appending and reading a journal, on each store."""

from __future__ import annotations

import pytest

from servanda.acts.canonical import NotCanonical
from servanda.journal import Journal, open_journal, publishing, verify
from servanda.journal.checkpoint import read_checkpoint
from servanda.journal.merkle import leaf_hash, root
from servanda.journal.names import TAIL
from servanda.journal.store import Head
from tests.journal.grounds import MOMENT, Ground, make_act


def codes(problems: object) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


def test_a_new_journal_holds_nothing(bare_ground: Ground) -> None:
    with bare_ground.open(create=True) as journal:
        assert (journal.size, journal.last_moment, list(journal.entries())) == (0, None, [])
        assert journal.root() == root([])
        assert not journal.read_only


@pytest.mark.parametrize("address", ["mysql://x", "http://server/db", "sqlite://", "sqlite:///"])
def test_other_addresses_are_not_known(address: str) -> None:
    journal, problems = open_journal(address)
    assert journal is None
    assert codes(problems) == ["J105"]


def test_acts_are_entered_with_number_moment_and_person(bare_ground: Ground) -> None:
    with bare_ground.open(create=True) as journal:
        assert journal.append([make_act(1), make_act(2)], moment=MOMENT, by="clerk").numbers == (1, 2)
        entries = list(journal.entries())
        assert [(entry.number, entry.moment, entry.by) for entry in entries] == [
            (1, MOMENT, "clerk"),
            (2, MOMENT, "clerk"),
        ]
        assert [entry.act for entry in entries] == [make_act(1), make_act(2)]
        assert journal.last_moment == MOMENT


def test_the_root_is_that_of_the_stored_bytes(journal: Journal) -> None:
    assert journal.root() == root(leaf_hash(entry.data) for entry in journal.entries())


def test_an_act_that_is_there_already_is_counted_and_not_entered_again(journal: Journal) -> None:
    again = journal.append([make_act(3), make_act(11), make_act(11)], moment="2027-01-01T00:00:00Z", by="other")
    assert (again.numbers, again.already, again.problems) == ((11,), 2, ())
    assert again.known == (3,)
    assert journal.size == 11


def test_nothing_new_needs_no_later_moment(journal: Journal) -> None:
    again = journal.append([make_act(3)], moment="2020-01-01T00:00:00Z", by="clerk")
    assert (again.numbers, again.already, again.problems) == ((), 1, ())


@pytest.mark.parametrize("moment", ["2026-11-23T17:03:59Z", "2026-11-22T17:05:00Z"])
def test_a_moment_before_the_last_one_enters_nothing(journal: Journal, moment: str) -> None:
    appended = journal.append([make_act(11)], moment=moment, by="clerk")
    assert codes(appended.problems) == ["J106"]
    assert appended.numbers == ()
    assert journal.size == 10
    assert not journal.read_only


def test_one_act_too_large_and_none_of_the_batch_is_entered(journal: Journal) -> None:
    large = make_act(12) | {"note": "x" * 65536}
    appended = journal.append([make_act(11), large, large | {"on": "2020"}], moment=MOMENT, by="clerk")
    assert codes(appended.problems) == ["J102", "J102"]
    assert journal.size == 10


def test_an_act_with_a_float_is_an_error_of_the_program(journal: Journal) -> None:
    with pytest.raises(NotCanonical):
        journal.append([make_act(11), {"share": 0.55}], moment=MOMENT, by="clerk")
    assert journal.size == 10


@pytest.mark.parametrize(("moment", "by"), [("yesterday", "clerk"), (MOMENT, "")])
def test_an_entry_without_person_or_moment_is_an_error_of_the_program(journal: Journal, moment: str, by: str) -> None:
    with pytest.raises(ValueError, match="an entry is by somebody"):
        journal.append([make_act(11)], moment=moment, by=by)


def test_an_error_in_the_middle_of_an_append_leaves_the_journal_as_it_was(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Head, "size", property(lambda _: 1 / 0))
        with pytest.raises(ZeroDivisionError):
            journal.append([make_act(11)], moment=MOMENT, by="clerk")
    assert journal.append([make_act(11)], moment=MOMENT, by="clerk").numbers == (11,)


def test_what_was_known_is_asked_by_moment(journal: Journal) -> None:
    journal.append([make_act(11)], moment="2026-12-01T00:00:00Z", by="clerk")
    assert len(list(journal.entries("2026-11-22"))) == 0
    assert len(list(journal.entries("2026-11-23"))) == 10
    assert len(list(journal.entries("2026-11-30T23:59:59Z"))) == 10
    assert len(list(journal.entries("2026-12-01"))) == 11


@pytest.mark.parametrize("known_by", ["soon", "7", ""])
def test_a_moment_that_is_none_is_an_error_of_the_program(journal: Journal, known_by: str) -> None:
    with pytest.raises(ValueError, match="not a moment"):
        journal.entries(known_by)


def test_reading_does_not_stand_in_the_way_of_appending(journal: Journal, ground: Ground) -> None:
    reading = journal.entries()
    next(reading)
    with ground.open() as other:
        other.append([make_act(11)], moment=MOMENT, by="other")
    assert journal.append([make_act(12)], moment=MOMENT, by="clerk").numbers == (12,)
    assert len(list(reading)) == 9
    assert len(list(journal.entries())) == 12


def test_the_checkpoint_beside_follows_every_append(journal: Journal, ground: Ground) -> None:
    journal.append([make_act(11)], moment=MOMENT, by="clerk")
    checkpoint, _ = read_checkpoint(ground.checkpoint)
    assert checkpoint is not None
    assert (checkpoint.size, checkpoint.root) == (11, journal.root())


def test_a_missing_checkpoint_is_a_warning_and_is_written_anew(ground: Ground) -> None:
    ground.checkpoint.unlink()
    journal, problems = open_journal(ground.address)
    assert journal is not None
    assert [(problem.code, problem.severity) for problem in problems] == [("J208", "warning")]
    assert not journal.read_only
    journal.append([make_act(11)], moment=MOMENT, by="clerk")
    journal.close()
    assert ground.codes() == []


def test_a_clock_that_is_a_little_slow_gives_the_moment_of_the_entry_before(journal: Journal) -> None:
    assert journal.append([make_act(11)], moment="2026-11-23T17:04:00Z", by="clerk").numbers == (11,)
    assert [entry.moment for entry in journal.entries(after=9)] == [MOMENT, MOMENT]


def test_a_batch_sent_again_gets_the_numbers_of_its_first_entry(journal: Journal) -> None:
    batch = [make_act(number) for number in (11, 12, 13)]
    first = journal.append(batch, moment=MOMENT, by="clerk")
    again = journal.append(batch, moment="2027-01-01T00:00:00Z", by="clerk")
    assert (first.numbers, again.numbers, again.known) == ((11, 12, 13), (), (11, 12, 13))


def test_an_act_brought_twice_in_one_batch_is_entered_once(journal: Journal) -> None:
    appended = journal.append([make_act(number) for number in (11, 3, 12, 11)], moment=MOMENT, by="clerk")
    assert (appended.numbers, appended.already, appended.known) == ((11, 12), 2, (3,))
    assert [entry.act["of"] for entry in journal.entries(after=10)] == ["cis-11-fta", "cis-12-fta"]
    assert verify(journal, thorough=True).ok


def test_a_large_load_and_its_acts_are_found_again(bare_ground: Ground) -> None:
    count = TAIL + 700
    with bare_ground.open(create=True) as journal:
        for first in range(0, count, 3000):
            acts = [make_act(number) for number in range(first, min(first + 3000, count))]
            assert journal.append(acts, moment=MOMENT, by="clerk").problems == ()
        assert verify(journal, thorough=True).problems == ()
    with bare_ground.open() as journal:
        again = journal.append([make_act(0), make_act(TAIL), make_act(count)], moment=MOMENT, by="clerk")
        assert (again.numbers, again.known) == ((count + 1,), (1, TAIL + 1))


@pytest.mark.parametrize("name", ["cis-2011-\u0444ta", "cis\u200b-fta", "cis fta", "cis-fta\u202e"])
@pytest.mark.parametrize("kind", ["complete", "consent", "sign"])
def test_a_name_that_can_be_taken_for_another_is_refused(journal: Journal, name: str, kind: str) -> None:
    act = make_act(12) | {"kind": kind, "of": name}
    appended = journal.append([make_act(11), act], moment=MOMENT, by="clerk")
    assert codes(appended.problems) == ["J110"]
    assert journal.size == 10
    assert not journal.read_only


@pytest.mark.parametrize("act", [{"kind": []}, {"kind": {}}, {"kind": "complete", "by": 5, "of": None}])
def test_the_gate_takes_what_has_a_canonical_form_and_leaves_its_meaning_to_others(
    journal: Journal, act: dict[str, object]
) -> None:
    assert journal.append([act], moment=MOMENT, by="clerk").numbers == (11,)


@pytest.mark.parametrize("by", ["clerk\u200b", "\u202eclerk", "cl\u0435rk", "a\nb"])
def test_who_enters_has_a_name_that_cannot_be_taken_for_another(journal: Journal, by: str) -> None:
    assert codes(journal.append([make_act(11)], moment=MOMENT, by=by).problems) == ["J110"]


def test_who_enters_may_have_a_name_in_any_script(journal: Journal) -> None:
    assert journal.append([make_act(11)], moment=MOMENT, by="Бюро депозитария").numbers == (11,)


def test_the_checkpoint_beside_is_written_at_most_once_a_second_and_at_the_end(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([100.0, 100.0, 100.5, 101.0, 101.0, 101.9])
    monkeypatch.setattr(publishing.time, "monotonic", lambda: next(clock, 101.9))
    seen = []
    with ground.open() as journal:
        for number in range(11, 15):
            journal.append([make_act(number)], moment=MOMENT, by="clerk")
            checkpoint, _ = read_checkpoint(ground.checkpoint)
            assert checkpoint is not None
            seen.append(checkpoint.size)
    checkpoint, _ = read_checkpoint(ground.checkpoint)
    assert checkpoint is not None
    assert (seen, checkpoint.size) == ([11, 11, 13, 13], 14)
    assert ground.codes() == []
