"""Policies: nested groups and thresholds, and every line that the specification forbids."""

from __future__ import annotations

from itertools import combinations

import pytest

from servanda.journal.checkpoint import Checkpoint
from servanda.journal.keys import make_keys
from servanda.journal.notes import Note
from servanda.journal.policy import Policy, check_note, parse_policy

LOG = make_keys("example.org/treaties", "log")
NAMES = ("X1", "X2", "X3", "Y1", "Y2", "Y3")
KEYS = {name: make_keys(f"{name}.example", "witness") for name in NAMES}
WITNESSES = "".join(f"witness {name} {KEYS[name][0].public}\n" for name in NAMES)
# The example of C2SP tlog-policy, with keys.
EXAMPLE = f"""\
log {LOG[0].public}

{WITNESSES}
group X-witnesses 2 X1 X2 X3
group Y-witnesses any Y1 Y2 Y3
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
"""


def policy_of(text: str) -> Policy:
    policy, problems = parse_policy(text.encode())
    assert problems == []
    assert policy is not None
    return policy


def note_by(*names: str) -> Note:
    text = str(Checkpoint(10, bytes(32), LOG[0].name))
    return Note(text, (LOG[0].sign(text), *(KEYS[name][0].sign(text, 1) for name in names)))


def test_the_example_of_the_specification_asks_for_two_and_one() -> None:
    policy = policy_of(EXAMPLE)
    for count in range(len(NAMES) + 1):
        for names in combinations(NAMES, count):
            enough = sum(name[0] == "X" for name in names) >= 2 and any(name[0] == "Y" for name in names)
            assert policy.is_met(frozenset(names)) is enough


@pytest.mark.parametrize(("names", "code"), [(("X1", "X3", "Y2"), None), (("X1", "X2"), "J304"), ((), "J304")])
def test_a_checkpoint_is_accepted_when_the_quorum_saw_it(names: tuple[str, ...], code: str | None) -> None:
    trusted, problems = check_note(note_by(*names), policy_of(EXAMPLE))
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert (trusted.witnesses if trusted else None) == (None if code else names)


def test_three_of_five_is_one_line() -> None:
    policy = policy_of(f"{WITNESSES}group five 3 X1 X2 X3 Y1 Y2\nquorum five\n")
    assert policy.is_met(frozenset({"X1", "Y1", "Y2"}))
    assert not policy.is_met(frozenset({"X1", "Y1", "Y3"}))


def test_a_checkpoint_without_the_logs_signature_is_not_accepted_whoever_cosigned() -> None:
    note = note_by(*NAMES)
    assert check_note(Note(note.text, note.signatures[1:]), policy_of(EXAMPLE))[1][0].code == "J303"
    other = str(Checkpoint(10, bytes(32), "example.org/another"))
    assert check_note(Note(other, (LOG[0].sign(other),)), policy_of(EXAMPLE))[1][0].code == "J303"


def test_a_false_cosignature_counts_for_nothing_and_takes_none_away() -> None:
    note = note_by("X1", "X2", "Y1")
    text = str(Checkpoint(11, bytes(32), LOG[0].name))
    false = note.with_signatures([KEYS["Y2"][0].sign(text, 1)])
    trusted, _problems = check_note(false, policy_of(EXAMPLE))
    assert trusted is not None
    assert trusted.witnesses == ("X1", "X2", "Y1")


def test_no_witness_at_all_is_a_policy_too() -> None:
    assert policy_of("quorum none\n").is_met(frozenset())
    assert policy_of(f"  # a comment\n\t\nwitness Ш {KEYS['X1'][0].public} http://x\n quorum\tШ \n").quorum == "Ш"


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("", "names no quorum"),
        ("quorum none\nquorum none\n", "the quorum is named already"),
        ("quorum X9\n", "named above, or none"),
        ("group g any X1\nquorum g\n", "no line above defines 'X1'"),
        ("WITNESSES\ngroup g 0 X1\nquorum none\n", "neither all, any nor a number"),
        ("WITNESSES\ngroup g 3 X1 X2\nquorum none\n", "a number from 1 to 2"),
        ("WITNESSES\ngroup g 01 X1\nquorum none\n", "neither all, any nor a number"),
        ("WITNESSES\ngroup g any\nquorum none\n", "and its members"),
        ("WITNESSES\ngroup g any X1 X1\nquorum none\n", "would count twice"),
        ("WITNESSES\ngroup g any X1\ngroup h any X1\nquorum none\n", "would count twice"),
        ("WITNESSES\ngroup X1 any X2\nquorum none\n", "is taken already"),
        ("WITNESSES\ngroup none any X2\nquorum none\n", "is taken already"),
        ("WITNESSES\ngroup g any none\nquorum none\n", "no line above defines 'none'"),
        ("witness A X1KEY\nwitness B X1KEY\nquorum none\n", "is named already"),
        ("log LOGKEY\nlog LOGKEY\nquorum none\n", "is named already"),
        ("log X1KEY\nquorum none\n", "public key of a log"),
        ("witness A LOGKEY\nquorum none\n", "public key of a witness"),
        ("witness A\nquorum none\n", "public key of a witness"),
        ("trust everybody\nquorum none\n", "'trust' is neither"),
        ("quorum none\r\n", "control characters"),
    ],
)
def test_a_line_that_the_specification_forbids_is_told(lines: str, why: str) -> None:
    keys = {"WITNESSES\n": WITNESSES, "X1KEY": str(KEYS["X1"][0].public), "LOGKEY": str(LOG[0].public)}
    filled = lines
    for name, text in keys.items():
        filled = filled.replace(name, text)
    policy, problems = parse_policy(filled.encode())
    assert policy is None
    assert {problem.code for problem in problems} == {"J308"}
    assert any(why in problem.message for problem in problems)
