"""Where the shipped law, records and examples lie: beside the package when installed, else in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_data", _PACKAGE.parent.parent)


def shipped(name: str) -> Path:
    """The path of shipped data, as `law/cis` or `examples`; raises FileNotFoundError where none is shipped."""
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    raise FileNotFoundError(name)
