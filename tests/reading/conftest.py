"""What the tests of the reader share: a communiqué around a few sentences, and the folder of real texts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from servanda.reading import Reading, read_text

ROOT = Path(__file__).parents[2]

Read = Callable[..., Reading]


@pytest.fixture
def read() -> Read:
    """Reads sentences as the body of a communiqué of the CIS, dated 18 December 2020 unless told otherwise."""

    def reads(*paragraphs: str, day: str = "18 December 2020") -> Reading:
        heading = f"The CIS Council of Heads of State meets\n\n{day}\n\n"
        return read_text(heading + "\n\n".join(paragraphs) + "\n")

    return reads


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference texts, which are not part of this repository."""
    folder = Path(os.environ.get("SERVANDA_REFERENCE") or ROOT.parent / "shared")
    if (folder / "seed" / "press-release.txt").is_file():
        return folder
    if os.environ.get("SERVANDA_REFERENCE_REQUIRED") == "1":
        pytest.fail("the reference texts are required, and SERVANDA_REFERENCE names no folder that holds them")
    pytest.skip("not run: the reference texts are not here (SERVANDA_REFERENCE names their folder)")
