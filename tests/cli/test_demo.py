"""The main job: from a communiqué to what a secretary wants to know that evening."""

import pytest
from click.testing import CliRunner

from servanda.cli.main import cli
from tests.cli.evenings import communique


def evening(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communique.txt").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["demo", "--no-serve", "--text", "communique.txt"])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["demo", "--no-serve"])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_shipped_communique_tells_the_evening(shipped):
    lines = shipped.splitlines()
    present = next(line for line in lines if line.startswith("Present: "))
    assert present.endswith("(9)")
    assert "Armenia" not in present
    assert any(line.startswith("Absent: Armenia") and "unexpected circumstances" in line for line in lines)
    assert sum(line.startswith("Approved: ") for line in lines) == 2
    assert "Still to sign: Armenia (2 documents)" in lines
    assert "Presidency now: Uzbekistan" in lines
    assert "Next presidency: Belarus in 2021, co-chairs Kazakhstan, Uzbekistan" in lines
    assert any(line.startswith("Promised by Belarus: ") for line in lines)
    assert any(line.startswith("Next session proposed: 15 October 2021 in Minsk") for line in lines)


def test_every_proposal_is_shown_beside_its_passage(shipped):
    lines = [line.strip() for line in shipped.splitlines()]
    heads = [index for index, line in enumerate(lines) if line.startswith("2020-12-18 ")]
    assert len(heads) > 15
    assert all(lines[index + 1].startswith("“") for index in heads)


def test_a_second_run_appends_nothing(shipped, tmp_path, monkeypatch):
    size = next(line for line in shipped.splitlines() if "entries in servanda-demo.db" in line)
    again = CliRunner().invoke(cli, ["demo", "--no-serve"]).output
    assert size in again.splitlines()
    assert "  0 acts entered" in again
    assert "Accepted 0 of" in again


def test_another_absent_state_has_still_to_sign(tmp_path, monkeypatch):
    lines = evening(tmp_path, monkeypatch, communique(absent=("Tajikistan",))).splitlines()
    assert "Still to sign: Tajikistan (2 documents)" in lines
    assert not any("Armenia" in line for line in lines if line.startswith(("Still to sign", "Absent")))


def test_two_absent_states_have_both_still_to_sign(tmp_path, monkeypatch):
    lines = evening(tmp_path, monkeypatch, communique(absent=("Armenia", "Moldova"))).splitlines()
    assert "Still to sign: Armenia (2 documents)" in lines
    assert "Still to sign: Republic of Moldova (2 documents)" in lines
    assert sum(line.startswith("Absent: ") for line in lines) == 2
    assert next(line for line in lines if line.startswith("Present: ")).endswith("(8)")


def test_another_presidency_is_followed(tmp_path, monkeypatch):
    text = communique(presides="Kazakhstan", beside=("Uzbekistan", "Kyrgyzstan"))
    lines = evening(tmp_path, monkeypatch, text).splitlines()
    assert "Next presidency: Kazakhstan in 2021, co-chairs Kyrgyzstan, Uzbekistan" in lines
    assert any(line.startswith("Next session proposed: 15 October 2021") and "Kazakhstan" in line for line in lines)


def test_the_summary_is_right_on_the_founding_document(reference, tmp_path, monkeypatch):
    text = (reference / "seed" / "press-release.txt").read_text(encoding="utf-8")
    lines = evening(tmp_path, monkeypatch, text).splitlines()
    assert next(line for line in lines if line.startswith("Present: ")).endswith("(9)")
    assert "Absent: Armenia, did not attend; note received (unexpected circumstances)" in lines
    assert "Approved: Revised concept for further development of the CIS" in lines
    assert "Approved: Plan of the main measures to the revised concept" in lines
    assert "Still to sign: Armenia (2 documents)" in lines
    assert "Next presidency: Belarus in 2021, co-chairs Kazakhstan, Uzbekistan" in lines
    assert "Next session proposed: 15 October 2021 in Minsk (by Belarus)" in lines
    assert sum(line.startswith("Promised by Belarus: ") for line in lines) >= 3


def test_a_text_that_tells_of_no_session_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text("The weather in Minsk was fine.\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["demo", "--no-serve", "--text", "note.txt"])
    assert result.exit_code == 1
    assert "R105" in result.output
