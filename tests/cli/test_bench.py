"""`servanda bench world`: the form of its answer, its own arrays, and what it says of a wrong file. No times."""

from __future__ import annotations

import json
import subprocess
import sys
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from click.testing import CliRunner

from servanda.bench import growth, memory, rivals
from servanda.bench.world import make_world, measure
from servanda.cli.bench import command
from servanda.cli.main import COMMANDS
from servanda.status.packing import intervals


def run(*words: str):
    return CliRunner().invoke(command, ["world", *words])


def arrays(path, **columns):
    given = {"instrument": [0, 0, 0, 1], "party": [0, 0, 0, 1], "day": [30, 10, 20, 10], "kind": [0, 0, 1, 0]}
    np.savez(path, **{name: np.array(values) for name, values in (given | columns).items()})
    return str(path)


def test_the_answer_as_json():
    found = json.loads(run("--acts", "2000", "--json").stdout)
    assert {"intervals", "intervals_ms", "as_of_ms", "network_ms", "peak_rss_mb"} <= set(found)
    assert found["acts"] == 2000


def test_given_arrays_are_unsorted(tmp_path):
    found = json.loads(run("--arrays", arrays(tmp_path / "f.npz"), "--json").stdout)
    assert (found["acts"], found["intervals"], found["instruments"], found["parties"]) == (4, 3, 2, 2)


@pytest.mark.parametrize(
    "day",
    [
        np.array([-10, -30, -20, -30], dtype=np.int16),
        np.array(["2000-01-30", "2000-01-10", "2000-01-20", "2000-01-10"], dtype="datetime64[D]"),
        np.array(["1960-01-30", "1960-01-10", "1960-01-20", "1960-01-10"], dtype="datetime64[ns]"),
    ],
)
def test_days_may_have_any_origin(tmp_path, day):
    found = json.loads(run("--arrays", arrays(tmp_path / "f.npz", day=day), "--json").stdout)
    assert found["intervals"] == 3


def test_the_answer_in_words():
    words = run("--acts", "2000").stdout
    assert "intervals of being bound" in words
    assert "matrix as of a day in ms" in words


def test_the_same_world_every_time():
    one, other = make_world(1000), make_world(1000)
    assert one.day.tolist() == other.day.tolist()
    assert measure(one).intervals == measure(other).intervals


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"kind": [0, 0, 1, 7]}, "kind 7 has no place in the key"),
        ({"party": [0.5, 0, 0, 0]}, "party is not a column of 4 whole numbers"),
        ({"party": [0]}, "party is not a column of 4 whole numbers"),
    ],
)
def test_columns_that_do_not_fit_are_one_line_with_a_hint(tmp_path, columns, message):
    result = run("--arrays", arrays(tmp_path / "f.npz", **columns))
    assert result.exit_code == 1
    assert f"error: {message}" in result.stderr
    assert "hint: " in result.stderr


def test_another_file_is_no_world(tmp_path):
    (tmp_path / "f.npz").write_text("no arrays", encoding="utf-8")
    assert "is no npz file" in run("--arrays", str(tmp_path / "f.npz")).stderr
    np.savez(tmp_path / "g.npz", day=np.zeros(1))
    assert "has no array instrument, party, kind" in run("--arrays", str(tmp_path / "g.npz")).stderr
    np.save(tmp_path / "h.npy", np.zeros(1))
    assert "is no npz file" in run("--arrays", str(tmp_path / "h.npy")).stderr


def test_misuse_is_told():
    assert run("--arrays", __file__, "--acts", "5").exit_code == 2
    assert run("--acts", "0").exit_code == 2


@pytest.mark.parametrize(
    ("library", "rival"), [("polars", rivals.polars_intervals), ("pandas", rivals.pandas_intervals)]
)
def test_the_rivals_compute_the_same(library, rival):
    pytest.importorskip(library)
    world = make_world(5000)
    mine, theirs = intervals(world), rival(world)
    for name in ("instrument", "party", "start", "end"):
        assert getattr(mine, name).tolist() == list(theirs[name])


def test_the_growth_is_drawn():
    points = growth.grow([100, 1000])
    picture = ET.fromstring(growth.draw(points))  # noqa: S314 - our own picture
    assert picture.tag.endswith("svg")
    assert points[0].n_log_n_ms == points[0].ms


def test_the_book_of_a_made_up_world():
    assert memory.book_memory(500)["book_acts"] == 500


@pytest.mark.parametrize("words", [["--help"], ["bench", "--help"], ["bench", "world", "--help"]])
def test_help_loads_no_numpy(words):
    code = f"import sys; from servanda.cli.main import cli; cli({words!r}, standalone_mode=False)"
    done = subprocess.run([sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True)
    assert "numpy" not in done.stderr


def test_no_other_command_loads_numpy():
    names = [module for name, (module, _line) in COMMANDS.items() if name != "bench"]
    code = f"import sys, importlib; [importlib.import_module('servanda.cli.' + n) for n in {names!r}]"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print('numpy' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@pytest.mark.slow
def test_the_law_is_measured_on_all_that_is_shipped():
    result = CliRunner().invoke(command, ["law", "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert found["instruments"] >= 60
    assert found["standings"] > 2000
    assert 0 < found["why_again_ms"] < found["all_ms"]
    assert found["why_first_ms"] <= found["why_first_slowest_ms"]


def test_the_register_of_commitments_is_measured_as_json():
    found = json.loads(CliRunner().invoke(command, ["kept", "--commitments", "50", "--rows", "20", "--json"]).stdout)
    assert (found["commitments"], found["states"], found["plan_rows"]) == (50, 12, 20)
    assert {"scoreboard_ms", "handover_ms", "plan_entered_ms"} <= set(found)
    assert 0 < found["unfinished"] <= 600
