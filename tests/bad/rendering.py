"""What each wrong input makes the command line say: `CODE.txt` beside `CODE.acts`, the file named without a path."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from click.testing import CliRunner

from servanda.cli.main import cli

HERE = Path(__file__).parent

# The command that meets the wrong input, where it is not plainly `servanda check CODE.acts`.
COMMANDS = {
    "B110": ["check", "B110.acts"],
    "B111": ["check", "--limit", "20", "B111.acts"],
    "B204": ["check", "--known", "B204.acts"],
    "B401": ["accept", "B401.acts"],
    "B402": ["accept", "B402.acts"],
    "B403": ["accept", "B403.acts", "--text", "B403.communique"],
    "B404": ["accept", "B404.acts"],
    "R101": ["read", "R101.communique"],
    "R102": ["read", "R102.communique"],
    "R103": ["read", "--limit", "20", "R103.communique"],
    "R106": ["read", "R106.communique"],
    "R107": ["read", "R107.communique"],
    "R108": ["read", "R108.communique"],
    "R109": ["read", "R109.communique"],
    "R110": ["read", "R110.communique"],
    "R111": ["read", "R111.communique"],
    "R113": ["read", "R113.communique"],
}


def codes() -> list[str]:
    """All codes that are shown here."""
    return sorted({path.stem for path in HERE.glob("[A-Z][0-9][0-9][0-9].*")} | set(COMMANDS))


def rendered(code: str) -> tuple[str, int]:
    """What the command says on standard error, and its exit code."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(HERE):
        journal = {"SERVANDA_JOURNAL": os.path.join(folder, "servanda.db")}  # noqa: PTH118
        result = CliRunner().invoke(cli, COMMANDS.get(code, ["check", f"{code}.acts"]), env=journal)
    return result.stderr, result.exit_code
