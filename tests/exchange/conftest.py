from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def treaties() -> Path:
    """The reference registers: read them where they are, skip where they are not."""
    pytest.importorskip("pyarrow")
    root = Path(os.environ.get("SERVANDA_REFERENCE", Path(__file__).parents[3] / "shared"))
    folder = root / "treaties"
    if not folder.is_dir():
        if os.environ.get("SERVANDA_REFERENCE_REQUIRED") == "1":
            pytest.fail(f"the reference registers are not in {folder}")
        pytest.skip("the reference registers are not here; SERVANDA_REFERENCE tells where they are")
    return folder
