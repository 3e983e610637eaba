"""Nothing in the repository names a package registry or a path of the machine it was written on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

# Written with a middle dot, so that this file does not name them either.
REGISTRIES = """
    pypi·org pythonhosted·org pypi·python·org npmjs·org npmjs·com yarnpkg·com unpkg·com jsdelivr·net
    cdnjs·cloudflare·com esm·sh anaconda·org conda·io crates·io rubygems·org packagist·org nuget·org
    maven·org maven·apache·org proxy·golang·org sum·golang·org deb·debian·org security·debian·org
    ftp·debian·org archive·ubuntu·com docker·io gcr·io ghcr·io quay·io huggingface·co
""".replace("·", ".").split()
HOST = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, REGISTRIES))})(?![\w-])")
DOWNLOAD = re.compile(r"https?://\S*/(?:simple/|packages/[0-9a-f]{2}/|-/\S+\.tgz|\S+\.whl\b)")
MACHINE = re.compile(r"(?<![\w.:/-])/(?:work|root|home/\w+|Users/\w+|opt|farm)/\w")

LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"]
REQUIREMENT = re.compile(r"(?P<pin>[a-z0-9._-]+==[\w.+!]+)(?: ; [^\\]+?)?(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)")


def test_no_file_names_a_registry(files: list[Path], root: Path) -> None:
    assert found(HOST, files, root) + found(DOWNLOAD, files, root) == []


def test_no_file_names_a_path_of_a_machine(files: list[Path], root: Path) -> None:
    assert found(MACHINE, files, root) == []


def test_no_lock_with_addresses_is_kept(files: list[Path]) -> None:
    assert [path.name for path in files if path.name in {"uv.lock", "poetry.lock", "package-lock.json"}] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_a_pinned_version_with_its_hashes(name: str, root: Path) -> None:
    lines = (root / name).read_text(encoding="utf-8").replace(" \\\n   ", "").splitlines()
    assert lines
    assert [line[:80] for line in lines if not REQUIREMENT.fullmatch(line)] == []


@pytest.mark.parametrize("name", [lock for lock in LOCKS if lock != "requirements-dev.lock"])
def test_the_development_lock_holds_what_the_others_hold(name: str, root: Path) -> None:
    assert pins(root / name) <= pins(root / "requirements-dev.lock")


def pins(lock: Path) -> set[str]:
    # Without the marker: what development needs everywhere may be needed by the package on one system only.
    return {line.removesuffix(" \\").split(" ;")[0] for line in lock.read_text().splitlines() if "==" in line}


def found(pattern: re.Pattern[str], files: list[Path], root: Path) -> list[str]:
    places = []
    for path in files:
        for number, line in enumerate(text_of(path).splitlines(), 1):
            places += [f"{path.relative_to(root)}:{number}: {hit[0]}" for hit in pattern.finditer(line)]
    return places


def text_of(path: Path) -> str:
    """What a file says, or nothing when it is no text."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode(errors="replace")
