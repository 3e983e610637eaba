"""Every problem code that the program can give is explained in the catalogue and shown by a wrong file."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

CODE = re.compile(r"[TAJLBRC]\d{3}")

# Codes that no wrong file can show, because they need a running command: the test that shows each, and why.
RECEIPT = "tests/journal/test_receipt.py"
JOURNAL, VERIFY, SQLITE = (f"tests/journal/test_{name}.py" for name in ("journal", "verify", "sqlite"))
PLAN, REMIND, SHEET = "tests/exchange/test_plan.py", "tests/cli/test_remind.py", "it stands in the cells of a sheet"
READING = "tests/reading/test_loading.py"
DISK, RUN = "it needs a journal on a disk", "it needs a command that runs on a record"
EXEMPT: dict[str, tuple[str, str]] = {
    "J101": ("tests/acts/test_canonical.py::test_the_gate_refuses_every_other_byte_string", "it is about bytes"),
    "J102": (f"{JOURNAL}::test_one_act_too_large_and_none_of_the_batch_is_entered", "the file would have 64 KiB"),
    "J103": (f"{SQLITE}::test_a_file_that_is_no_database_is_no_journal", DISK),
    "J104": (f"{SQLITE}::test_a_missing_journal_is_not_begun_by_accident", DISK),
    "J105": (f"{JOURNAL}::test_other_addresses_are_not_known", DISK),
    "J106": (f"{JOURNAL}::test_a_moment_before_the_last_one_enters_nothing", DISK),
    "J107": ("tests/journal/test_moments.py::test_known_by_takes_nothing_else", RUN),
    "J108": (f"{SQLITE}::test_a_full_disk_enters_nothing_and_ends_the_writing", DISK),
    "J109": (f"{SQLITE}::test_a_writer_that_does_not_end_is_waited_for_and_then_told", DISK),
    "J110": (f"{JOURNAL}::test_a_name_that_can_be_taken_for_another_is_refused", "the text cannot hold such a name"),
    "J111": ("tests/journal/test_copying.py::test_a_copy_that_lacks_entries_is_not_restored", DISK),
    "J201": (f"{VERIFY}::test_an_altered_entry_is_named", DISK),
    "J202": (f"{VERIFY}::test_a_missing_entry_is_named", DISK),
    "J203": (f"{VERIFY}::test_entries_whose_end_was_deleted_open_read_only", DISK),
    "J204": (f"{VERIFY}::test_a_history_written_anew_contradicts_the_checkpoint_beside", DISK),
    "J205": (f"{SQLITE}::test_damage_outside_of_the_entries_is_found_by_the_database", DISK),
    "J206": (f"{VERIFY}::test_an_entry_that_is_not_canonical_is_named", DISK),
    "J207": (f"{SQLITE}::test_an_act_under_another_name_is_named_by_a_thorough_look", DISK),
    "J208": (f"{VERIFY}::test_a_missing_checkpoint_is_only_a_warning", DISK),
    "J210": ("tests/record/test_image.py::test_an_image_that_was_tampered_with_is_found_by_verify", DISK),
    "J301": ("tests/journal/test_keys.py::test_every_text_that_is_no_public_key_is_told", RUN),
    "J302": ("tests/journal/test_keys.py::test_a_key_file_that_others_may_read_is_not_used", DISK),
    "J303": (f"{RECEIPT}::test_nothing_in_a_receipt_can_be_altered", DISK),
    "J304": ("tests/journal/test_policy.py::test_a_checkpoint_is_accepted_when_the_quorum_saw_it", RUN),
    "J305": (f"{RECEIPT}::test_nothing_in_a_receipt_can_be_altered", DISK),
    "J306": ("tests/cli/test_trust.py::test_two_clients_that_compare_heads_catch_a_split_view", RUN),
    "J307": ("tests/journal/test_copies.py::test_every_damaged_or_missing_file_is_seen", DISK),
    "J308": ("tests/journal/test_policy.py::test_a_line_that_the_specification_forbids_is_told", RUN),
    "J309": ("tests/witness/test_asking.py::test_a_journal_that_was_cut_learns_it_from_the_witness", RUN),
    "J310": ("tests/cli/test_trust.py::test_an_entry_is_named_by_its_number_or_its_act", RUN),
    "J311": ("tests/cli/test_statement.py::test_a_statement_that_was_altered_is_told", RUN),
    "J312": ("tests/cli/test_withheld.py::test_what_was_erased_cannot_be_revealed", RUN),
    "J209": (f"{SQLITE}::test_a_journal_in_a_folder_without_rights_to_write_is_shown_as_it_lies", DISK),
    "B501": (
        "tests/exchange/test_ggo.py::test_what_cannot_be_used_is_told_with_its_row",
        "it stands in a register's columns, not in a text file",
    ),
    "B502": ("tests/cli/test_import.py::test_a_file_that_is_no_register_is_a_problem", SHEET),
    **dict.fromkeys(
        ("B612", "B613", "B614", "B615"),
        (f"{PLAN}::test_every_wrong_row_is_told_with_row_and_column_and_nothing_is_taken", SHEET),
    ),
    "B611": (f"{PLAN}::test_a_sheet_without_a_heading_is_told", SHEET),
    "B617": (f"{PLAN}::test_a_title_above_nothing_is_told_and_hinders_nothing", SHEET),
    "B616": (f"{PLAN}::test_a_sheet_that_cannot_be_read_is_a_problem", SHEET),
    "C111": (f"{REMIND}::test_a_damaged_file_of_subscribers_is_a_problem", RUN),
    "C112": (f"{REMIND}::test_a_server_that_is_not_there_is_a_problem", "it needs a mail server"),
    "C113": (f"{REMIND}::test_only_one_program_sends", "it needs two programs"),
    "C101": ("tests/cli/test_questions.py::test_a_name_that_the_record_does_not_know_is_a_problem", RUN),
    "C103": ("tests/cli/test_misuse.py::test_a_file_that_cannot_be_written_is_a_problem", RUN),
    "C102": ("tests/cli/test_export.py::test_a_library_that_is_not_there_is_a_problem_with_a_way_out", RUN),
    "R104": (f"{READING}::test_a_language_that_is_not_read_is_a_problem", "the command line lists the languages"),
    "R112": ("tests/reading/test_bad_input.py::test_a_text_in_two_languages_is_told", "it has no single place"),
    "R114": (
        "tests/reading/test_assistants.py::test_an_answer_that_is_no_json_leaves_the_rules_items",
        "it needs a model",
    ),
    "R115": ("tests/reading/test_assistants.py::test_an_invented_passage_is_dropped_and_counted", "it needs a model"),
    "R116": ("tests/reading/test_comparing.py::test_reports_of_different_sessions_are_doubted", "it needs two files"),
    "R105": ("tests/cli/test_demo.py::test_a_text_that_tells_of_no_session_is_a_problem", RUN),
}


@pytest.fixture(scope="module")
def catalogue(root: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads((root / "src/servanda/problems.toml").read_text(encoding="utf-8"))


def test_every_code_in_the_program_is_in_the_catalogue(trees: dict[str, ast.Module], catalogue: dict) -> None:
    assert sorted(codes_used(trees) - set(catalogue)) == []


def test_every_code_in_the_catalogue_is_given_by_the_program(trees: dict[str, ast.Module], catalogue: dict) -> None:
    assert sorted(set(catalogue) - codes_used(trees)) == []


def test_every_code_is_explained_and_says_how_to_mend_it(catalogue: dict) -> None:
    assert [code for code in catalogue if not CODE.fullmatch(code)] == []
    assert [code for code, entry in catalogue.items() if set(entry) != {"title", "means", "mend"}] == []
    assert [code for code, entry in catalogue.items() if not all(map(str.strip, entry.values()))] == []


def test_every_code_has_a_wrong_file_that_shows_it(root: Path, catalogue: dict) -> None:
    shown = {path.name[:4] for path in (root / "tests/bad").glob("*") if CODE.fullmatch(path.name[:4])}
    assert sorted(set(catalogue) - shown - set(EXEMPT)) == []
    assert sorted(shown - set(catalogue)) == []


def test_every_exempt_code_names_a_test_that_exists(root: Path, catalogue: dict) -> None:
    assert sorted(set(EXEMPT) - set(catalogue)) == []
    assert [where for where, _ in EXEMPT.values() if not is_a_test(root, where)] == []


def is_a_test(root: Path, where: str) -> bool:
    path, _, name = where.partition("::")
    return (root / path).is_file() and f"def {name}(" in (root / path).read_text(encoding="utf-8")


def codes_used(trees: dict[str, ast.Module]) -> set[str]:
    constants = (node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str) and CODE.fullmatch(node.value)}
