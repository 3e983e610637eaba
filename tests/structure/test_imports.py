"""Imports go downwards only, and the picture in FLOW.md is the contract that is checked."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path


def test_import_contracts_are_kept(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_flow_shows_the_layers_of_the_contract(root: Path) -> None:
    assert layers_drawn(root) == layers_checked(root)


def layers_checked(root: Path) -> list[set[str]]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (flow,) = (contract for contract in contracts if contract["id"] == "flow")
    return [rooms(layer) for layer in flow["layers"]]


def layers_drawn(root: Path) -> list[set[str]]:
    text = (root / "src/servanda/FLOW.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^`(cli → .*)`$", text, re.MULTILINE)
    return [rooms(layer) for layer in line.split("→")]


def rooms(layer: str) -> set[str]:
    return {room.strip(" ()") for room in layer.split("|")}
