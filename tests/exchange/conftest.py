from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def treaties(reference) -> Path:
    """The reference registers, which need the extra `analysis` to be read."""
    pytest.importorskip("pyarrow")
    return reference / "treaties"
