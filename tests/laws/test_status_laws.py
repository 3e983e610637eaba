"""What always holds of answers: no hindsight, no order, no answer without its acts, one standing for everybody."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from typing import get_args

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from servanda.acts import Cite, to_json
from servanda.acts.declarations import Clause
from servanda.book import Book, Held
from servanda.days import Day
from servanda.journal import open_journal
from servanda.law.clause import read_clause
from servanda.record import book_of
from servanda.status.force import force
from servanda.status.party import Word, chart, standing
from tests.laws.strategies import FEW, PARENT, TREATY, histories, questions

MOMENTS = ["2026-11-23T17:05:00Z", "2026-11-24T17:05:00Z"]


def book(acts):
    return Book.build(Held.of(act) for act in acts)


def answers(of, as_of):
    """Everything that is answered as of a day, the order of testimonies left out."""
    said = [force(of, name, as_of) for name in (TREATY, PARENT)]
    said += [standing(of, TREATY, party, as_of) for party in FEW]
    said += chart(of, TREATY, as_of)
    return [plain(asdict(one)) for one in said]


def plain(value):
    if isinstance(value, dict):
        return {key: sorted(map(str, inner)) if key == "acts" else plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return str(value)


@given(histories(), st.randoms(), questions)
def test_the_order_of_entry_is_immaterial(acts, random, as_of):
    shuffled = list(acts)
    random.shuffle(shuffled)
    assert answers(book(shuffled), as_of) == answers(book(acts), as_of)


@given(histories(), questions)
def test_acts_dated_later_never_change_an_answer_as_of_an_earlier_day(acts, as_of):
    by_then = [act for act in acts if act.on.maybe_by(as_of)]
    assert answers(book(acts), as_of) == answers(book(by_then), as_of)


@settings(max_examples=15)
@given(histories(), histories(), questions)
def test_later_entries_never_change_what_was_known_by_an_earlier_one(acts, more, as_of):
    with tempfile.TemporaryDirectory() as folder:
        journal, problems = open_journal(f"{folder}/servanda.db", create=True)
        assert problems == []
        with journal:
            journal.append([to_json(act) for act in acts], moment=MOMENTS[0], by="clerk")
            head, before = journal.size, answers(book_of(journal), as_of)
            journal.append([to_json(act) for act in more], moment=MOMENTS[1], by="clerk")
            assert answers(book_of(journal, head), as_of) == before
            assert answers(book_of(journal, MOMENTS[0]), as_of) == before


@given(histories(), questions)
def test_every_act_that_an_answer_names_is_in_the_book(acts, as_of):
    of = book(acts)
    said = [force(of, TREATY, as_of), *(standing(of, TREATY, party, as_of) for party in FEW)]
    named = {act for one in said for reason in one.reasons for act in reason.acts}
    assert all(of.find(act) for act in named)


@given(histories(), questions)
def test_an_instrument_is_in_force_only_by_acts_that_are_named(acts, as_of):
    found = force(book(acts), TREATY, as_of)
    assert found.reasons
    if found.state == "in force":
        assert any(reason.acts for reason in found.reasons)
        assert found.since.surely_by(as_of)
    else:
        assert found.state in ("not in force", "may be in force", "unknown")
        assert found.missing or found.since or found.state == "unknown"


@given(histories(), questions)
def test_every_party_has_exactly_one_standing(acts, as_of):
    of = book(acts)
    rows = chart(of, TREATY, as_of)
    assert sorted({row.party for row in rows}) == [row.party for row in rows]
    for row in (*rows, *(standing(of, TREATY, party, as_of) for party in FEW)):
        assert row.word in get_args(Word)
        assert row.reasons
    assert list(rows) == [standing(of, TREATY, row.party, as_of) for row in rows]


@given(histories(), questions)
def test_nobody_is_a_party_before_the_instrument_is_in_force(acts, as_of):
    of = book(acts)
    general = force(of, TREATY, as_of)
    for row in chart(of, TREATY, as_of):
        if row.word == "party":
            assert general.state == "in force"
            assert row.since.first >= general.since.first


@given(histories(), questions)
def test_once_in_force_a_treaty_stays_so_until_it_ends(acts, as_of):
    of = book(acts)
    if force(of, TREATY, as_of).state == "in force":
        later = force(of, TREATY, as_of.replace(year=2030))
        assert later.state in ("in force", "may be in force")


@given(histories(), questions)
def test_telling_an_act_again_from_another_source_changes_no_answer(acts, as_of):
    told = [*acts, *(type(act)(**{**fields(act), "source": (Cite(of="other-paper"),)}) for act in acts)]
    assert without_acts(answers(book(told), as_of)) == without_acts(answers(book(acts), as_of))


@given(histories(), questions)
def test_the_same_acts_twice_are_the_same_book(acts, as_of):
    assert answers(book([*acts, *acts]), as_of) == answers(book(acts), as_of)


def fields(act):
    return {name: getattr(act, name) for name in act.__struct_fields__}


def without_acts(value):
    if isinstance(value, dict):
        return {key: without_acts(inner) for key, inner in value.items() if key != "acts"}
    return [without_acts(inner) for inner in value] if isinstance(value, list) else value


@given(histories())
def test_a_clause_reads_back_from_the_lines_it_prints(acts):
    for act in acts:
        if isinstance(act, Clause):
            clause, problems = read_clause(act)
            assume(not problems)
            again = Clause(on=Day.parse("2000"), of=act.of, about=act.about, lines=clause.lines())
            assert read_clause(again) == (clause, [])
