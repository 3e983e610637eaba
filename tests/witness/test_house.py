"""A witness's folder."""

from __future__ import annotations

from pathlib import Path

from servanda.witness import make_house, open_house
from servanda.witness.house import trust_log
from tests.witness.logs import Log


def test_a_witness_is_founded_once_and_opened_again(tmp_path: Path) -> None:
    assert make_house(tmp_path / "w", "witness.example/w1") is None
    house, problems = open_house(tmp_path / "w")
    assert problems == []
    assert {key.name for key in house.keys} == {"witness.example/w1"}
    assert (tmp_path / "w/key").stat().st_mode & 0o777 == 0o600
    assert make_house(tmp_path / "w", "witness.example/w1").code == "J302"
    assert open_house(tmp_path / "w")[0].keys == house.keys


def test_a_log_is_trusted_once(tmp_path: Path) -> None:
    make_house(tmp_path / "w", "witness.example/w1")
    key = Log().keys[0].public
    for _ in range(2):
        assert trust_log(tmp_path / "w", str(key)) == []
    assert open_house(tmp_path / "w")[0].logs == (key,)
    assert trust_log(tmp_path / "w", "no key")[0].code == "J301"


def test_where_no_witness_is_the_hint_says_how_to_found_one(tmp_path: Path) -> None:
    _house, problems = open_house(tmp_path)
    for problem in (*problems, *trust_log(tmp_path, str(Log().keys[0].public))):
        assert (problem.code, problem.message) == ("J302", f"there is no witness in {tmp_path}")
        assert problem.hint == f"found one: servanda witness init {tmp_path} --name NAME"
    assert list(tmp_path.iterdir()) == []


def test_a_witness_that_lost_its_record_does_not_begin_anew(tmp_path: Path) -> None:
    make_house(tmp_path / "w", "witness.example/w1")
    (tmp_path / "w/heads.db").unlink()
    house, problems = open_house(tmp_path / "w")
    assert house is None
    assert problems[0].code == "J309"


def test_a_line_that_is_no_key_stops_the_witness(tmp_path: Path) -> None:
    make_house(tmp_path / "w", "witness.example/w1")
    with (tmp_path / "w/logs").open("a") as file:
        file.write("no key\n")
    assert open_house(tmp_path / "w")[1][0].code == "J301"
