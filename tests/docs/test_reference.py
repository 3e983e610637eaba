"""The generated pages of the reference are up to date and leave nothing out."""

import pytest

from servanda.acts import VERBS
from servanda.problems import explanations
from servanda.text import read
from tools.reference import FOLDER, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "run: make docs"


def test_every_verb_is_in_the_reference():
    headings = [line[4:] for line in PAGES["acts.md"]().splitlines() if line.startswith("### ")]
    assert sorted(verb for heading in headings for verb in heading.split(" · ")) == sorted(VERBS)


def test_every_example_of_the_reference_can_be_read():
    examples = [part.partition("```")[0] for part in PAGES["acts.md"]().split("```acts\n")[1:]]
    assert [problem for example in examples for problem in read(example).problems] == []


def test_every_problem_is_in_the_reference():
    page = PAGES["problems.md"]()
    assert [code for code in explanations() if f"### {code}: " not in page] == []
