"""Every problem code has a wrong input that shows it, and says exactly what is written beside it."""

from __future__ import annotations

import pytest

from tests.bad.rendering import HERE, codes, rendered

WARNINGS = {"B101", "B204", "R108", "R113"}


@pytest.mark.parametrize("code", codes())
def test_a_wrong_input_says_what_is_written_beside_it(code):
    said, exit_code = rendered(code)
    assert said == (HERE / f"{code}.txt").read_text(encoding="utf-8"), "run: make bless, and read the difference"
    assert exit_code == (0 if code in WARNINGS else 1)


@pytest.mark.parametrize("code", codes())
def test_a_wrong_input_shows_its_code_with_its_place(code):
    said, _exit_code = rendered(code)
    assert f"{code}.acts:" in said or f"{code}.communique:" in said
    assert f" {code} " in said
    assert "Traceback" not in said


@pytest.mark.parametrize("code", codes())
def test_a_wrong_input_shows_no_other_code_than_its_own(code):
    said, _exit_code = rendered(code)
    found = {
        line.partition(": ")[2].removeprefix("warning: ")[:4] for line in said.splitlines() if ".acts:" in line[:20]
    }
    assert {one for one in found if one[1:].isdecimal()} <= {code}
