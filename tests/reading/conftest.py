"""What the tests of the reader share: a communiqué around a few sentences, and the folder of real texts."""

from __future__ import annotations

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
