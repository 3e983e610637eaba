"""The language of a record: tokens, strings, comments, blocks, and its canonical form."""

import pytest

from servanda.acts import Cite
from servanda.text import format_text, print_act, read, read_head
from servanda.text.tokens import quoted, split_comment, tokenise

SIGN = "2011-10-18 sign cis-2011-fta BY"


def only(text):
    found = read(text, "f.acts")
    assert found.problems == ()
    assert len(found.acts) == 1
    return found.acts[0].act


def codes(text):
    return [(problem.code, problem.place.line, problem.place.column) for problem in read(text, "f.acts").problems]


# ------------------------------------------------------------------------------------- tokens and strings
def test_tokens_know_their_columns():
    tokens, problems = tokenise('  ab "c d"  e', "f", 1)
    assert [(token.text, token.column, token.is_string) for token in tokens] == [
        ("ab", 3, False),
        ("c d", 6, True),
        ("e", 13, False),
    ]
    assert problems == []


@pytest.mark.parametrize(
    "text",
    ["", "plain", 'say "yes"', "back\\slash", "\\", '\\"', "two\nlines", "\r\n", "a ; b", "tab\t", "\u2028 \x85 \x0c"],
)
def test_a_string_reads_back_as_it_was_quoted(text):
    assert only(f"{SIGN}\n  note {quoted(text)} ; a comment").note == text


def test_strings_side_by_side_are_one():
    assert only(f'{SIGN}\n  note "a " "b" "c"').note == "a bc"


@pytest.mark.parametrize(
    ("line", "kept", "comment"),
    [
        ("sign ; why", "sign", "; why"),
        ("; all of it", "", "; all of it"),
        ('note "a ; b"', 'note "a ; b"', ""),
        ('note "a ; b" ; c', 'note "a ; b"', "; c"),
        (r'note "a\" ; b" ; c', r'note "a\" ; b"', "; c"),
        (r'note "a\\" ; c', r'note "a\\"', "; c"),
        (r'note "a\\" "b ; c"', r'note "a\\" "b ; c"', ""),
        ("a;b", "a;b", ""),
    ],
)
def test_a_comment_begins_with_a_semicolon_behind_white_space_outside_of_strings(line, kept, comment):
    assert split_comment(line) == (kept, comment)


# ------------------------------------------------------------------------------------- sources and fields
def test_a_source_has_a_name_words_and_a_place():
    act = only(f'{SIGN}\n  source a\n  source b "words"\n  source c "words" at "p. 3"\n  source d at "p. 4"')
    joined = only(f'{SIGN}\n  source c "wo" "rds" at "p. " "3"')
    assert joined.source == (Cite("c", "words", "p. 3"),)
    assert act.source == (Cite("a"), Cite("b", "words"), Cite("c", "words", "p. 3"), Cite("d", "", "p. 4"))


@pytest.mark.parametrize("rest", ['"words"', 'a "one" more', "a at", 'a "one" at', 'a in "p. 3"', ""])
def test_a_source_in_another_shape_is_a_problem(rest):
    assert [code for code, _, _ in codes(f"{SIGN}\n  source {rest}")] == ["T206"]


def test_fields_may_stand_in_any_order_and_at_any_depth():
    one = only(f'{SIGN}\n      note "n"\n      person "p"')
    other = only(f'{SIGN}\n person "p"\n note "n"')
    assert one == other


def test_lines_of_a_clause_keep_their_depth():
    act = only(
        "2011-10-18 clause x entry-into-force\n    any-of\n       when 3 deposits\n       when each\n    then +30 days"
    )
    assert act.lines == ("any-of", "  when 3 deposits", "  when each", "then +30 days")


def test_a_field_among_the_lines_of_a_clause_is_a_field():
    act = only('2011-10-18 clause x entry-into-force\n  when each\n  note "read in a newspaper"')
    assert (act.lines, act.note) == (("when each",), "read in a newspaper")


# ------------------------------------------------------------------------------------- blocks and problems
def test_one_bad_block_hides_no_other():
    found = read("2011-02-30 sign x BY\n2011-10-18 sign x BY\nnonsense\n2011-10-19 sign x RU\n", "f.acts")
    assert [str(one.place) for one in found.acts] == ["f.acts:2:1", "f.acts:4:1"]
    assert [problem.code for problem in found.problems] == ["T103", "T102"]


def test_all_problems_of_a_block_are_reported():
    assert codes(f"{SIGN}\n  reservations x\n  note bare\n  note\n") == [("T204", 2, 3), ("T206", 3, 8), ("T206", 4, 3)]


def test_a_bad_day_does_not_hide_an_unknown_verb():
    assert codes("2011-02-30 sgin x BY") == [("T103", 1, 1), ("T201", 1, 12)]


def test_lines_may_end_as_on_windows():
    assert only(f'{SIGN}\r\n  note "x"\r\n').note == "x"


def test_the_law_that_a_file_uses_is_no_act():
    found = read("uses law/cis law/eaeu\n" + SIGN, "f.acts")
    assert [(use.name, str(use.place)) for use in found.uses] == [
        ("law/cis", "f.acts:1:6"),
        ("law/eaeu", "f.acts:1:14"),
    ]
    assert len(found.acts) == 1


def test_an_indented_line_under_a_line_of_use_belongs_to_no_act():
    assert codes(f'{SIGN}\nuses law/cis\n  note "x"') == [("T106", 3, 3)]


def test_an_empty_text_holds_nothing_and_is_no_problem():
    assert read("") == read("\n; only a comment\n\n")


@pytest.mark.parametrize("text", ["2011-10-18 sign", "sign x BY", f"{SIGN}\n{SIGN}", "", f"{SIGN}\n  note bare"])
def test_a_head_is_one_head_line_without_a_problem(text):
    assert read_head(text) is None
    assert read_head(SIGN) is not None


# ------------------------------------------------------------------------------------- the canonical form
def test_fmt_puts_comments_above_and_sorts_what_is_a_set():
    text = '; above\n2011-10-18   sign cis-2011-fta  UA BY  ; beside\n     ; inside\n     note  "a" "b"\n; end\n'
    assert format_text(text) == '; above\n; beside\n; inside\n2011-10-18 sign cis-2011-fta BY UA\n  note "ab"\n; end\n'


def test_fmt_keeps_the_comments_of_a_line_of_use():
    text = "; what this is\nuses law/cis ; why\n"
    assert format_text(text) == "; what this is\n; why\nuses law/cis\n"
    assert format_text(format_text(text)) == format_text(text)


def test_fmt_leaves_a_bad_block_as_it_is():
    bad = "; above\n2011-10-18  sgin  x ; beside\n    ; inside\n    note   bare\n"
    assert format_text(bad + SIGN) == bad + SIGN + "\n"


def test_fmt_leaves_a_text_whose_lines_fit_nowhere():
    text = '  note "under no act"\n2011-10-18   sign x BY\n'
    assert format_text(text) == text


def test_a_default_is_not_printed():
    assert print_act(only("2011-10-18 sign x BY simple\n  confidence read")) == "2011-10-18 sign x BY"
