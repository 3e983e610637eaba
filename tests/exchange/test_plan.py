"""Plans of measures from spreadsheets: five columns, every wrong row told with its row and column."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from servanda.days import Day
from servanda.exchange.plan import read_plan
from servanda.exchange.sheets import Row, read_sheet
from servanda.exchange.terms import NO_DAY, read_term
from servanda.problems import is_grave

ON = Day.parse("2007-10-05")
ENGLISH = "number,provision,measure,who,when\n"


def plan(text: str, tmp_path: Path):
    file = tmp_path / "plan.csv"
    file.write_text(text, encoding="utf-8")
    rows, problems = read_sheet(file)
    assert problems == []
    return read_plan(rows, "plan.csv", "cis-2007-plan", ON, "by-press")


def told(found):
    return [(one.code, one.place.line, one.place.column) for one in found.problems]


def test_the_five_columns_of_the_plan_of_2007_become_acts(tmp_path):
    text = ENGLISH + '1.1,part 1,"take stock of the law in force","Belarus, Kazakhstan, Executive Committee",Q2 2008\n'
    (one,) = plan(text, tmp_path).acts
    act = one.act
    assert (act.of, act.words, act.by, act.under) == (
        "cis-2007-plan/1.1", "take stock of the law in force", ("BY", "KZ"), "cis-2007-plan",
    )  # fmt: skip
    assert (str(act.due), act.provision) == ("2008-04..2008-06", "part 1")
    assert act.responsible == "Belarus, Kazakhstan, Executive Committee"
    assert act.source[0].of == "by-press"


def test_columns_are_found_by_their_russian_names_in_any_order_below_a_title(tmp_path):
    text = "План мероприятий;;;;\nСрок;№ п/п;Мероприятия;Исполнители;Положение Концепции\n"
    text += "II квартал 2008 г.;1;Инвентаризация;Казахстан, Исполком СНГ;раздел 1\nпостоянно;2;Обмен опытом;;\n"
    one, other = plan(text, tmp_path).acts
    assert (str(one.act.due), one.act.by, one.act.provision) == ("2008-04..2008-06", ("KZ",), "раздел 1")
    assert (other.act.due, other.act.note) == (None, "Term: постоянно.")


def test_every_wrong_row_is_told_with_row_and_column_and_nothing_is_taken(tmp_path):
    text = ENGLISH + "1,,first,BY,2008\n,,no number,BY,2008\n1,,twice,BY,2008\n3,,,BY,2008\n4,,a,XX,soonish\n"
    found = plan(text, tmp_path)
    assert found.acts == ()
    assert told(found) == [("B612", 3, 1), ("B613", 4, 1), ("B612", 5, 3), ("B615", 6, 4), ("B614", 6, 5)]


def test_a_sheet_without_a_heading_is_told(tmp_path):
    assert told(plan("a,b\n1,2\n", tmp_path)) == [("B611", 1, 1)]


def test_a_workbook_gives_the_same_as_its_csv_and_keeps_its_dates(tmp_path):
    book = Workbook()
    book.active.append(["number", "provision", "measure", "who", "when"])
    book.active.append([1.1, None, "take stock", "BY", datetime(2008, 6, 30)])  # noqa: DTZ001 - a workbook has no zone
    book.active.append([2, None, "meet", None, 2009])
    book.save(tmp_path / "plan.xlsx")
    rows, problems = read_sheet(tmp_path / "plan.xlsx")
    assert problems == []
    found = read_plan(rows, "plan.xlsx", "p", ON)
    assert [(one.act.of, str(one.act.due)) for one in found.acts] == [("p/1.1", "2008-06-30"), ("p/2", "2009")]


TRADE = "I. Экономическое сотрудничество"
RUSSIAN = ["№", "Положение", "Мероприятие", "Исполнители", "Срок"]


def saved(tmp_path: Path, rows: list[list[object]], *merged: str) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(tmp_path / "plan.xlsx")
    return tmp_path / "plan.xlsx"


def test_a_plan_in_five_russian_columns_with_joined_cells_and_titles_of_sections(tmp_path):
    file = saved(
        tmp_path,
        [
            ["План основных мероприятий"],
            RUSSIAN,
            [1, 2, 3, 4, 5],
            [TRADE],
            ["1.1", "Раздел 3", "Инвентаризация", "Беларусь, Казахстан", "IV квартал 2021"],
            ["1.2", None, "Обмен опытом", None, "постоянно"],
            ["1.3", None, "Доклад", "Исполком СНГ", "2021–2022"],
        ],
        "A1:E1", "A4:E4", "B5:B7", "D5:D6",
    )  # fmt: skip
    rows, problems = read_sheet(file)
    assert problems == []
    found = read_plan(rows, "plan.xlsx", "p", ON)
    assert found.problems == ()
    assert [(one.act.of, one.act.provision, one.act.by, str(one.act.due or one.act.note)) for one in found.acts] == [
        ("p/1.1", f"{TRADE}: Раздел 3", ("BY", "KZ"), "2021-10..2021-12"),
        ("p/1.2", f"{TRADE}: Раздел 3", ("BY", "KZ"), "Term: постоянно."),
        ("p/1.3", f"{TRADE}: Раздел 3", (), "2021..2022"),
    ]


def _only_counts(row):
    """Whether a row numbers the columns, or fills none of the five."""
    filled = [str(cell).strip() for cell in row if cell not in (None, "")]
    return filled == [str(number) for number in range(1, len(filled) + 1)] or not any(row[:5])


def provisions(found):
    return {one.act.of: one.act.provision for one in found.acts}


def test_titles_of_sections_are_the_provision_of_what_stands_under_them(tmp_path):
    text = ENGLISH + (
        "I. Economy\n1,part 1,take stock,BY,2008\n,Trade,,,\n2,,meet,KZ,2008\n"
        "II. Culture,,,,\n3,,sing,RU,2009\n,,Section III. Health,,\n4,part 9,heal,AM,2009\n"
    )
    found = plan(text, tmp_path)
    assert (found.problems, found.titles) == ((), 4)
    assert provisions(found) == {
        "cis-2007-plan/1": "I. Economy: part 1",
        "cis-2007-plan/2": "I. Economy: Trade",
        "cis-2007-plan/3": "II. Culture",
        "cis-2007-plan/4": "II. Culture: Section III. Health: part 9",
    }


@pytest.mark.parametrize("title", ["1.,Economy,,,", "1.,,Economy,,"])
def test_a_row_with_a_number_and_words_is_a_title_where_numbers_below_its_own_follow(title, tmp_path):
    found = plan(f"{ENGLISH}{title}\n1.1,,take stock,BY,2008\n1.2,part 2,meet,KZ,\n2,,sing,,\n", tmp_path)
    assert found.problems == ()
    assert provisions(found) == {
        "cis-2007-plan/1.1": "1. Economy",
        "cis-2007-plan/1.2": "1. Economy: part 2",
        "cis-2007-plan/2": "1. Economy",
    }


def test_a_row_with_a_roman_number_and_words_is_a_title(tmp_path):
    found = plan(f"{ENGLISH}I,Economy,,,\n1,,take stock,BY,2008\nII.,,Culture,,\n2,,sing,RU,\n", tmp_path)
    assert provisions(found) == {"cis-2007-plan/1": "I Economy", "cis-2007-plan/2": "II. Culture"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1,Economy,,,", ("B612", 2, 3)),  # nothing is numbered 1.1
        (",,meet,,", ("B612", 2, 1)),
        (",,Part of a measure,,", ("B612", 2, 1)),
        ("7,,,,", ("B612", 2, 3)),
        ("IV,,,,", ("B612", 2, 3)),
        ("I,,,Norway,", ("B612", 2, 3)),
        (",,,Norway,", ("B612", 2, 1)),
    ],
)
def test_a_row_that_is_no_title_is_still_wrong(row, problem, tmp_path):
    assert problem in told(plan(f"{ENGLISH}{row}\n2,,sing,RU,2009\n", tmp_path))


def test_a_title_above_nothing_is_told_and_hinders_nothing(tmp_path):
    found = plan(f"{ENGLISH}1,,sing,RU,2009\n* as agreed in Minsk,,,,\n", tmp_path)
    assert told(found) == [("B617", 3, 1)]
    assert (found.problems[0].severity, len(found.acts), found.titles) == ("warning", 1, 0)


def test_a_number_typed_as_a_figure_says_how_it_came_to_stand_twice(tmp_path):
    file = saved(tmp_path, [RUSSIAN, [1.1, None, "a", None, None], [1.1, None, "b", None, None]])
    (problem,) = read_plan(read_sheet(file)[0], "plan.xlsx", "p", ON).problems
    assert (problem.code, "1.10 is 1.1" in problem.hint) == ("B613", True)


def test_wrong_rows_of_a_sheet_with_joined_cells_are_told_by_the_numbers_that_its_user_sees(tmp_path):
    rows = [RUSSIAN, ["1", "a", "Доклад", "XX", "когда-нибудь"], ["2", None, None, None, "2021"]]
    found = read_plan(read_sheet(saved(tmp_path, rows, "B2:B3"))[0], "plan.xlsx", "p", ON)
    assert found.acts == ()
    assert told(found) == [("B615", 2, 4), ("B614", 2, 5), ("B612", 3, 3)]


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"\xff\xfe", "not UTF-8"), (b"PK\x03\x04 no zip", "no workbook"), (b'number,measure\n"1,2', "line")],
)
def test_a_sheet_that_cannot_be_read_is_a_problem(tmp_path, data, words):
    (tmp_path / "plan").write_bytes(data)
    rows, (problem,) = read_sheet(tmp_path / "plan")
    assert (rows, problem.code) == ([], "B616")
    assert words in problem.message
    assert read_sheet(tmp_path / "missing")[1][0].code == "B616"


@pytest.mark.parametrize(("most", "words"), [("UNPACKED", "unpacks"), ("SIZE", "limit"), ("ROWS", "rows")])
def test_a_sheet_that_unpacks_beyond_measure_is_refused(tmp_path, monkeypatch, most, words):
    file = saved(tmp_path, [["1", "a", "b", "c", "2021"]] * 9)
    assert read_sheet(file)[1] == []
    monkeypatch.setattr(f"servanda.exchange.sheets.{most}", 5)
    rows, (problem,) = read_sheet(file)
    assert (rows, problem.code) == ([], "B616")
    assert words in problem.message


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-06-30", "2021-06-30"),
        ("30.06.2021 г.", "2021-06-30"),
        ("2021", "2021"),
        ("2021 год", "2021"),
        ("до конца 2021 года", "2021-12-31"),
        ("2021-2025 гг.", "2021..2025"),
        ("2021–2025 годы", "2021..2025"),
        ("Q2 2021", "2021-04..2021-06"),
        ("IV квартал 2021 г.", "2021-10..2021-12"),
        ("1-й квартал 2021 года", "2021-01..2021-03"),
        ("ІV квартал 2021", "2021-10..2021-12"),  # a Cyrillic letter for the Roman figure
        ("III–IV кварталы 2021 года", "2021-07..2021-12"),
        ("в 2021 году", "2021"),
        ("second half of 2021", "2021-07..2021-12"),
        ("I полугодие 2021 года", "2021-01..2021-06"),
        ("June 2021", "2021-06"),
        ("до 15 июня 2021 г.", "2021-06-15"),
    ],
)
def test_terms_are_read_as_plans_write_them(written, day):
    assert str(read_term(written)) == day


@pytest.mark.parametrize(
    "written", ["soon", "31.02.2021", "Q5 2021", "III полугодие 2021", "2025-2021", "IV-I кварталы 2021", "99.99.9999"]
)
def test_what_is_no_term_is_never_guessed(written):
    assert read_term(written) is None


@pytest.mark.parametrize("written", ["constantly", "Постоянно", "ежегодно", "ежеквартально", "every year"])
def test_a_term_may_set_no_day(written):
    assert read_term(written) is NO_DAY


cells = st.one_of(st.none(), st.text(max_size=12), st.integers(), st.dates(), st.floats(allow_nan=True))


@given(st.lists(st.lists(cells, max_size=7).map(tuple), max_size=6))
def test_whatever_stands_in_a_sheet_becomes_acts_or_problems(rows):
    heading = Row(1, ("number", "provision", "measure", "who", "when"))
    found = read_plan([heading, *(Row(at, row) for at, row in enumerate(rows, start=2))], "plan.csv", "p", ON)
    assert not (found.acts and is_grave(found.problems))
    acted = {one.place.line for one in found.acts}
    if not is_grave(found.problems):  # then nothing is lost: a row is empty, a measure, or a title that is used or told
        filled = [at for at, row in enumerate(rows, start=2) if any(row)]
        untold = len(set(filled) - acted - {one.place.line for one in found.problems})
        assert untold <= found.titles + sum(_only_counts(row) for row in rows)
    assert all(one.place.line >= 2 for one in found.problems)
    assert len({one.act.of for one in found.acts}) == len(found.acts)


def test_a_date_cell_is_its_day():
    heading, row = Row(1, ("number", "measure", "when")), Row(2, (1, "meet", date(2008, 6, 30)))
    (one,) = read_plan([heading, row], "plan", "p", ON).acts
    assert str(one.act.due) == "2008-06-30"
