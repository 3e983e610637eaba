"""What others made lies here as they published it, each file with its version, licence and hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import servanda.web

FOLDERS = [Path(servanda.web.__file__).parent / "static/vendor", Path(__file__).parents[1] / "vendor"]


def table(folder: Path) -> list[list[str]]:
    lines = (folder / "files.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("folder", FOLDERS, ids=["portal", "tests"])
def test_every_file_is_the_one_that_the_table_names(folder: Path) -> None:
    for name, package, version, licence, text, digest in table(folder):
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name
        assert package
        assert version
        assert licence in {"OFL-1.1", "0BSD", "MPL-2.0"}
        assert (folder / text).stat().st_size > 200


@pytest.mark.parametrize("folder", FOLDERS, ids=["portal", "tests"])
def test_no_file_lies_there_that_the_table_does_not_name(folder: Path) -> None:
    named = {name for row in table(folder) for name in (row[0], row[4])} | {"files.tsv"}
    assert {file.name for file in folder.iterdir()} == named
