"""The tutorial cannot lie: its files are written and its commands run, and what they print is compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(acts|console)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command, folder):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1"}
    environment.pop("SERVANDA_JOURNAL", None)
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stderr + done.stdout


@pytest.mark.parametrize("page", ["docs/tutorial/first-record.md", "docs/tutorial/paris.md"])
def test_every_command_of_a_page_prints_what_the_page_says(page, tmp_path):
    for kind, name, body in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if kind == "acts":
            (tmp_path / name).write_text(body, encoding="utf-8")
            continue
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, expected = part.partition("\n")
            assert run(command, tmp_path) == expected, command
