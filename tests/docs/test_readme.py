"""The README shows what the demo really prints."""

import re
from pathlib import Path

from click.testing import CliRunner

from servanda.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]


def test_the_readme_shows_the_summary_of_the_demo(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    printed = CliRunner().invoke(cli, ["demo", "--no-serve"]).output
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- summary -->\n```\n(.*?)```\n<!-- /summary -->", readme, re.DOTALL)
    assert shown is not None
    assert shown[1] in printed


def test_the_readme_is_at_most_two_pages():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 110
