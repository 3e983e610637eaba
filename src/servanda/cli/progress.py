"""How far a long work is, shown on a terminal with the time that it may take yet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Progress = Callable[[int, int], None]


@contextmanager
def shown(label: str, *, short: bool = False) -> Iterator[Progress]:
    """Give what is to be told how much is done, and of how much, which may become more on the way.

    Nothing is shown where nobody would see it move, nor for `short` work.
    """
    if short or not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def moved(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield moved
