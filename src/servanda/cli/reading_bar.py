"""How far a long file of acts is read, as a bar on standard error; short files need none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from servanda.text import Progress

_LONG = 3_000  # blocks: about half a second


@contextmanager
def reading_bar() -> Iterator[Progress]:
    """What to tell of the reading; the bar of a file ends with the next one, or with the whole."""
    bars: dict[str, Any] = {}

    def told(file: str, done: int, of: int) -> None:
        if of < _LONG:
            return
        if file not in bars:
            _finish(bars)
            bars[file] = click.progressbar(length=of, label=f"reading {file}", file=sys.stderr)
            bars[file].render_progress()
        bars[file].update(done - bars[file].pos)

    try:
        yield told
    finally:
        _finish(bars)


def _finish(bars: dict[str, Any]) -> None:
    """Fill the last bar, and begin a new line."""
    for bar in [*bars.values()][-1:]:
        if not bar.finished:
            bar.update(bar.length - bar.pos)
            bar.finish()
            bar.render_finish()
